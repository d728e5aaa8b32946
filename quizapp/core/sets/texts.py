"""A set as its author writes it: the YAML, and the files that it names.

Files are named from the folder that holds ``questions/`` and ``seeds/``, as ``quizapp`` finds them
on a disk: a source is ``seeds/report.md``, a table ``questions/rows.csv``.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

#: The longest that each may be, in bytes of UTF-8: the YAML, a file, all together.
LONGEST_YAML: Final = 1_000_000
LONGEST_FILE: Final = 2_000_000
LARGEST_SET: Final = 8_000_000
#: The most files beside the YAML.
MOST_FILES: Final = 100

SOURCES: Final = "seeds"
TABLES: Final = "questions"
_STEP: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class SetTexts:
    """The texts of a set.

    Attributes:
        yaml: what is said.
        files: the texts of the files beside it, by name.
    """

    yaml: str
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """One hash (sha256, hex) over all of it, by name and content."""
        whole = hashlib.sha256()
        for name, text in (("", self.yaml), *sorted(self.files.items())):
            for part in (name, text):
                encoded = part.encode()
                whole.update(len(encoded).to_bytes(8, "big") + encoded)
        return whole.hexdigest()

    def source(self, name: str) -> str | None:
        """Return the text of a file that ``file:`` names; None where there is none."""
        return self.files.get(name)

    def table(self, name: str) -> str | None:
        """Return the text of a file that ``rows:`` names; None where there is none."""
        return self.files.get(f"{TABLES}/{name}")

    def with_file(self, name: str, text: str) -> "SetTexts":
        """Return it with one more file, or another text of one."""
        return replace(self, files={**self.files, name: text})

    def without(self, name: str) -> "SetTexts":
        """Return it without a file."""
        return replace(self, files={one: text for one, text in self.files.items() if one != name})


def faults_of(texts: SetTexts) -> Iterator[tuple[str, str]]:
    """Yield what is too much or ill named, as the name of the file (empty for the YAML) and why."""
    if len(texts.yaml.encode()) > LONGEST_YAML:
        yield "", f"the YAML is longer than {LONGEST_YAML // 1000:,} kB: make two sets of it"
    if len(texts.files) > MOST_FILES:
        yield "", f"a set has at most {MOST_FILES} files beside it"
    whole = len(texts.yaml.encode())
    for name, text in sorted(texts.files.items()):
        size = len(text.encode())
        whole += size
        if (reason := ill_named(name)) is not None:
            yield name, reason
        if size > LONGEST_FILE:
            yield name, f"the file is longer than {LONGEST_FILE // 1000:,} kB: shorten it"
    if whole > LARGEST_SET:
        yield "", f"the set and its files are more than {LARGEST_SET // 1_000_000} MB: shorten it"


def ill_named(name: str) -> str | None:
    """Return what is wrong with the name of a file; None where nothing is."""
    steps = PurePosixPath(name).parts
    if "/".join(steps) != name or len(steps) < 2 or steps[0] not in (SOURCES, TABLES):
        return f"a file stands in {SOURCES}/ (a source) or in {TABLES}/ (a table)"
    if len(steps) > _DEEPEST or not all(map(_STEP.fullmatch, steps)):
        return "a file's name is made of a-z, A-Z, 0-9, hyphens, underscores and dots"
    return None


def placed(name: str) -> str:
    """Return the name under which a file stands that somebody hands in by its bare name."""
    plain = name.replace("\\", "/")
    if plain.startswith((f"{SOURCES}/", f"{TABLES}/")):
        return plain
    bare = plain.rpartition("/")[2]
    return f"{TABLES}/{bare}" if bare.lower().endswith((".csv", ".tsv")) else f"{SOURCES}/{bare}"


def cleaned(text: str) -> str:
    """Return a text as it is kept: one way to end lines, and no mark before it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
