"""Views of sets: in a list, and with all a set holds."""

from dataclasses import dataclass

from quizapp.core.items.wanted import Sort
from quizapp.core.profiles.marks import Marks


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a set, without its text."""

    label: str
    kind: str
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many items of one kind a set yields."""

    kind: str
    label: str
    items: int


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set in a list.

    Attributes:
        facts: how many it holds, each row of a relation counted.
        items: how many questions it yields; None where they are not counted yet.
        author: whose it is; empty for one of the folder, and for one's own.
    """

    id: str
    title: str
    facts: int
    items: int | None
    sources: tuple[SourceLine, ...]
    author: str = ""


@dataclass(frozen=True, slots=True)
class SetView:
    """The page of a set. Lists are in alphabetical order and name what options may name too.

    Attributes:
        facts: how many it holds, each row of a relation counted.
        items: how many questions it yields; None where they are not counted yet.
        written: how many of them are written by hand, and not proved.
        most: how many of them can stand together in one quiz; None where that is not known yet,
            or where there are more than anybody looked through.
        kinds: empty where nothing is counted yet.
        sorts: the sorts of questions that it has, as far as known: of a large set any.
        events, people, topics: what the set speaks of; of very many the first.
        more: how many of these are left out.
    """

    id: str
    title: str
    facts: int
    slots: int
    items: int | None
    written: int
    most: int | None
    sources: tuple[SourceLine, ...]
    kinds: tuple[KindCount, ...]
    sorts: tuple[Sort, ...]
    events: tuple[str, ...]
    people: tuple[str, ...]
    topics: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ExamView:
    """An exam whose items a quiz may have.

    Attributes:
        marks: what it gives for an answer.
        most: how many items of the set can stand together in one quiz of it; None where that is
            not known yet, or where there are more than anybody looked through.
    """

    id: str
    name: str
    marks: Marks
    most: int | None
