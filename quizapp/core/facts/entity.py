"""Entities: the things that facts speak of, and how texts name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The sections of a set that declare entities."""

    PEOPLE = "people"
    ORGS = "orgs"
    PLACES = "places"
    GROUPS = "groups"
    OFFICES = "offices"
    MEDIA = "media"
    WORKS = "works"
    EVENTS = "events"
    TOPICS = "topics"
    TERMS = "terms"
    QUANTITIES = "quantities"

    @property
    def singular(self) -> str:
        """One of them in a word, as declared relations name the type of their ends."""
        return _SINGULAR[self]


_SINGULAR = {
    Section.PEOPLE: "person",
    Section.ORGS: "org",
    Section.PLACES: "place",
    Section.GROUPS: "group",
    Section.OFFICES: "office",
    Section.MEDIA: "medium",
    Section.WORKS: "work",
    Section.EVENTS: "event",
    Section.TOPICS: "topic",
    Section.TERMS: "term",
    Section.QUANTITIES: "quantity",
}

#: The sections by what one of their entities is called.
BY_SINGULAR: Mapping[str, Section] = {one: section for section, one in _SINGULAR.items()}


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of an entity, for items that the first one would answer (R17)."""

    text: str
    reveals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One declared thing. Identity is the id; two ids are two things unless declared otherwise.

    Attributes:
        the: whether its name takes the article.
        plural: whether its name is a plural.
        kind: options of one item share it; None where the section has no kinds (R18).
        reveals: the fields whose slots its name answers (R17).
        part_of, overlaps: topics (and places, part_of) that hold it or share something with it.
        same_as, maybe_same, apart: ids of its own section.
        of: an office's country or organisation; no claim.
        kind_of: the wider terms of a term; what fits the narrower one fits them too.
        members, not_members: of a group, as far as listed; no claim.
        all_members: whether nobody else belongs to the group.
    """

    id: str
    section: Section
    name: str
    aliases: tuple[str, ...] = ()
    the: bool = False
    plural: bool = False
    kind: str | None = None
    reveals: tuple[str, ...] = ()
    also_called: tuple[OtherName, ...] = ()
    part_of: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    maybe_same: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    of: str | None = None
    kind_of: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    not_members: tuple[str, ...] = ()
    all_members: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases and other names."""
        return (self.name, *self.aliases, *(other.text for other in self.also_called))

    def printed(self, name: str | None = None) -> str:
        """Return the name as it stands inside a sentence, with its article."""
        text = self.name if name is None else name
        return f"the {text}" if self.the else text
