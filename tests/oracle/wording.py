"""The wording of a language as data: frames of kinds and relations, and what grammar does.

Read from the YAML under ``quizapp/wording`` and nowhere else; that is what makes a text readable
without the generator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.oracle.tree import read_tree

FOLDER = Path(__file__).parents[2] / "quizapp" / "wording"
HOLE = re.compile(r"\{(\w+)(?::(\w+))?\}")
CLAIM = re.compile(r"(\w+)\(([^,]+), ([^)]+)\)(?: at (\w+))?")


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a frame that names fill; ``style`` is empty, ``name`` or ``a``."""

    name: str
    style: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A claim with holes of a frame (or ``?`` and ``others``) at its ends."""

    relation: str
    subject: str
    object: str
    at: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A text with holes and the claims that go with it."""

    id: str
    pieces: tuple[str | Hole, ...]
    claim: Pattern | None = None
    states: tuple[Pattern, ...] = ()

    def has(self, hole: str) -> bool:
        """Return whether the frame prints this hole."""
        return any(isinstance(piece, Hole) and piece.name == hole for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Language:
    """The frames of a language, and its data about names, dates and lists."""

    stems: dict[str, tuple[Frame, ...]]
    options: dict[str, dict[str, Frame]]
    #: What a kind prints beside its stem, options left out.
    parts: dict[str, dict[str, Frame]]
    #: The kinds of which that is right of which the claim is false.
    negative: frozenset[str]
    say: dict[str, tuple[Frame, ...]]
    why: dict[str, dict[str, tuple[Frame, ...]]]
    grammar: dict[str, Any]
    #: What a set's own relations get besides their own words.
    declared: dict[str, Any]
    #: How options say which statements are true.
    codes: dict[str, Any]


def frame(text: str, slug: str = "", claim: str | None = None, states: Any = ()) -> Frame:
    """Cut a text at its holes."""
    pieces: list[str | Hole] = []
    end = 0
    for match in HOLE.finditer(text):
        pieces += [text[end : match.start()], Hole(match[1], match[2] or "")]
        end = match.end()
    pieces.append(text[end:])
    kept = tuple(piece for piece in pieces if piece != "")
    return Frame(slug, kept, _pattern(claim) if claim else None, tuple(_pattern(s) for s in states))


def _pattern(written: str) -> Pattern:
    match = CLAIM.fullmatch(written)
    assert match is not None, written
    return Pattern(match[1], match[2], match[3], match[4])


@cache
def load(language: str = "en") -> Language:
    """Return the frames of a language."""
    kinds = dict(_files(FOLDER / language / "kinds"))
    relations = dict(_files(FOLDER / language / "relations"))
    return Language(
        stems={
            kind: tuple(
                frame(s["text"], s["id"], s.get("asks"), s.get("states", ()))
                for s in data.get("stems", ())
            )
            for kind, data in kinds.items()
        },
        options={
            kind: {sort: frame(text) for sort, text in data.get("options", {}).items()}
            for kind, data in kinds.items()
        },
        parts={
            kind: {sort: frame(one["text"]) for sort, one in data.get("parts", {}).items()}
            for kind, data in kinds.items()
        },
        negative=frozenset(kind for kind, data in kinds.items() if data.get("negative") == "yes"),
        say={
            relation: tuple(frame(s["text"], s["id"], s["claim"]) for s in data.get("say", ()))
            for relation, data in relations.items()
        },
        why={
            relation: {
                rule: tuple(frame(text, rule) for text in texts)
                for rule, texts in data.get("why", {}).items()
            }
            for relation, data in relations.items()
        },
        grammar=_load(FOLDER / language / "language.yaml"),
        declared=_load(FOLDER / language / "declared.yaml"),
        codes=_load(FOLDER / language / "codes.yaml"),
    )


def _files(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.yaml")):
        yield path.stem, _load(path)


def _load(path: Path) -> dict[str, Any]:
    return dict(read_tree(path))
