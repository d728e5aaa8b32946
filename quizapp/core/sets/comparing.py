"""What changed between two texts, line by line; and two people's changes in one text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from quizapp.core.sets.texts import SetTexts

#: So many lines around a change are shown.
_AROUND: Final = 3


class Change(Enum):
    """What became of a line."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comparison.

    Attributes:
        number: in the new text, of a line that is gone in the old one; from 1.
    """

    change: Change
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What changed in one text.

    Attributes:
        name: of the file; empty for the YAML.
        hunks: runs of lines, each with some that stayed around it.
    """

    name: str
    hunks: tuple[tuple[Line, ...], ...]
    added: int
    removed: int


def compare_sets(old: SetTexts, new: SetTexts) -> tuple[FileDiff, ...]:
    """Return what changed between two states of a set; files that did not are left out."""
    before, after = _named(old), _named(new)
    names = sorted({*before, *after})
    found = (compare(name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(one for one in found if before.get(one.name) != after.get(one.name) or one.added)


def compare(name: str, old: str, new: str) -> FileDiff:
    """Return what changed between two texts."""
    before, after = old.splitlines(), new.splitlines()
    groups = _matcher(before, after).get_grouped_opcodes(_AROUND)
    hunks = tuple(tuple(_lines(group, before, after)) for group in groups)
    counted = [line.change for hunk in hunks for line in hunk]
    return FileDiff(name, hunks, counted.count(Change.NEW), counted.count(Change.GONE))


_Opcode = tuple[str, int, int, int, int]


def _lines(group: Sequence[_Opcode], before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    for tag, old_from, old_to, new_from, new_to in group:
        if tag == "equal":
            for number in range(new_from, new_to):
                yield Line(Change.SAME, number + 1, after[number])
            continue
        for number in range(old_from, old_to):
            yield Line(Change.GONE, number + 1, before[number])
        for number in range(new_from, new_to):
            yield Line(Change.NEW, number + 1, after[number])


# --- two changes of one text ---


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines of the base that are replaced: from ``low`` up to before ``high``."""

    low: int
    high: int
    lines: tuple[str, ...]


def merge_sets(base: SetTexts, mine: SetTexts, theirs: SetTexts) -> SetTexts | None:
    """Return two people's changes of a set in one; None where they changed the same lines."""
    befores, mines, others = _named(base), _named(mine), _named(theirs)
    merged: dict[str, str] = {}
    for name in sorted({*befores, *mines, *others}):
        before, own, other = befores.get(name), mines.get(name), others.get(name)
        if own == other or other == before:
            found = own
        elif own == before:
            found = other
        elif before is None or own is None or other is None:
            return None  # one removed what the other changed, or both added it
        else:
            found = merge(before, own, other)
            if found is None:
                return None
        if found is not None:
            merged[name] = found
    return SetTexts(merged.pop(""), merged)


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Return both changes of a text in one; None where they touch each other.

    Changes that meet at a line touch: whether one of them was meant with the other is not known.
    """
    before = base.splitlines(keepends=True)
    own = _edits(before, mine.splitlines(keepends=True))
    others = _edits(before, theirs.splitlines(keepends=True))
    edits = sorted({*own, *others}, key=lambda edit: (edit.low, edit.high))
    merged: list[str] = []
    at, touched = 0, -1
    for edit in edits:
        if edit.low <= touched:
            return None
        merged += [*before[at : edit.low], *edit.lines]
        at = touched = edit.high
    return "".join([*merged, *before[at:]])


def _edits(before: Sequence[str], after: Sequence[str]) -> list[_Edit]:
    return [
        _Edit(old_from, old_to, tuple(after[new_from:new_to]))
        for tag, old_from, old_to, new_from, new_to in _matcher(before, after).get_opcodes()
        if tag != "equal"
    ]


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    # Lines that come often (an empty one) are no anchors in a long text: else it takes minutes.
    return SequenceMatcher(None, before, after)


def _named(texts: SetTexts) -> Mapping[str, str]:
    return {"": texts.yaml, **texts.files}
