"""Views of sets: in a list, and with all a set holds."""

from dataclasses import dataclass


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
    """A set in a list."""

    id: str
    title: str
    facts: int
    items: int
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SetView:
    """The page of a set. Lists are in alphabetical order and name what options may name too.

    Attributes:
        most: how many items can stand together in one quiz.
        events, people, topics: what the set speaks of.
    """

    id: str
    title: str
    facts: int
    slots: int
    items: int
    most: int
    sources: tuple[SourceLine, ...]
    kinds: tuple[KindCount, ...]
    events: tuple[str, ...]
    people: tuple[str, ...]
    topics: tuple[str, ...]
