"""What an author hands in, read before anything is stored: the texts, and what is wrong with them.

Reading takes the kernel's time, so it happens before the write queue is entered.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from quizapp.core.facts.tree import plain_yaml
from quizapp.core.sets.texts import SetTexts, cleaned, faults_of
from quizapp.core.text.wording import Wording
from quizapp.errors import Fault, FormatError
from quizapp.library.files import handed_in, read_text, set_files
from quizapp.library.wording import load_wording
from quizapp.services.checking import CheckReport, check_set

#: How faults of the YAML are placed, which has no file: as a teacher would call it.
NAME: Final = "set.yaml"
_LONGEST_NOTE: Final = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A set as somebody handed it in, and what was found in it.

    Attributes:
        set_id, title: as the YAML says; empty where it does not.
        report: faults, or the set in figures with what is left to do.
    """

    texts: SetTexts
    set_id: str
    title: str
    report: CheckReport

    @property
    def facts(self) -> int | None:
        """How many facts it holds; None where it has faults."""
        return None if self.report.survey is None else self.report.survey.learnt


def read_draft(
    texts: SetTexts, wording: Wording, *, now: datetime, set_id: str | None = None
) -> Draft:
    """Return what was handed in, with everything that is wrong with it.

    Args:
        set_id: of the set that it is a state of; another id in the YAML is a fault then.

    Raises:
        FormatError: it cannot be stored at all: too much, or ill named.
    """
    texts = SetTexts(cleaned(texts.yaml), {n: cleaned(t) for n, t in texts.files.items()})
    too_much = [Fault(name or NAME, 0, 0, reason) for name, reason in faults_of(texts)]
    too_much += [
        Fault(name or NAME, 0, 0, "there is a sign in it (NUL) that no text has: remove it")
        for name, text in (("", texts.yaml), *texts.files.items())
        if "\0" in text
    ]
    if too_much:
        raise FormatError(too_much)
    own_id, title = _head(texts.yaml)
    report = check_set(handed_in(NAME, texts), wording, now=now)
    if set_id is not None and own_id != set_id:
        reason = f'the id of this set is "{set_id}": write "set: {set_id}", or copy the set'
        faults = (Fault(NAME, *_line_of_id(texts.yaml), reason), *report.faults)
        report = CheckReport(NAME, tuple(sorted(faults)), None, left_out=report.left_out)
    return Draft(texts, own_id, title, report)


def english() -> Wording:
    """Return the wording of questions, for commands, which have no library."""
    return load_wording()


def ids_of_folder(folder: Path) -> frozenset[str]:
    """Return the ids that the sets of a folder have, as far as their heads can be read."""
    texts = (read_text(path, path.name) or "" for path in set_files(folder))
    return frozenset(_head(text)[0] for text in texts)


def short_note(text: str) -> str:
    """Return what an author says of a revision, in one line, cut where it is too long."""
    return " ".join(text.split())[:_LONGEST_NOTE]


def _head(yaml: str) -> tuple[str, str]:
    """Return id and title, as far as the YAML can be read."""
    data = plain_yaml(yaml).data
    if not isinstance(data, dict):
        return "", ""
    set_id, title = data.get("set"), data.get("title")
    return (
        set_id.strip() if isinstance(set_id, str) else "",
        " ".join(title.split()) if isinstance(title, str) else "",
    )


def _line_of_id(yaml: str) -> tuple[int, int]:
    for number, line in enumerate(yaml.split("\n"), start=1):
        if line.startswith("set:"):
            return number, 6
    return 1, 1
