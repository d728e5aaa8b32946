"""Entities: their schema, and how the sections of a set become entities."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from quizapp.core.facts.desk import Desk, holder_of
from quizapp.core.facts.entity import Entity, OtherName, Section
from quizapp.core.facts.schema import (
    Cite,
    Denials,
    Entry,
    Kept,
    Listing,
    OneOrMany,
    Text,
    Texts,
    YesNo,
    many,
)
from quizapp.core.facts.tree import Path, Tree
from quizapp.core.text.offering import some_of

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
_FIELDS_REVEALED = frozenset(
    {"parties", "participants", "place", "date", "began", "ended", "order", "holder", "office"}
)


def _name(value: object) -> object:
    if isinstance(value, str) and value.strip() and not any(map(str.isalnum, value)):
        raise ValueError(f'"{value}" is no name: a name has a letter or a digit')
    return value


#: Names are found in texts by their words, so each has one.
Name = Annotated[Text, BeforeValidator(_name)]


class OtherNameEntry(Entry):
    """``{text: …, reveals: […]}``."""

    text: Name
    reveals: Texts = ()


class NamedEntry(Kept):
    """What every entity may say; ``cite`` goes with what it states, names need none."""

    name: Name
    aliases: Annotated[tuple[Name, ...], BeforeValidator(many)] = ()
    the: YesNo = False
    plural: YesNo = False
    kind: Text | None = None
    reveals: Texts = ()
    also_called: Annotated[tuple[OtherNameEntry, ...], BeforeValidator(many)] = ()
    same_as: OneOrMany = ()
    maybe_same: OneOrMany = ()
    apart: OneOrMany = ()
    example_of: OneOrMany = ()
    not_example_of: Denials = Field(default_factory=dict)
    cite: Cite | None = None


class GroupEntry(NamedEntry):
    """A group: who belongs to it, as far as known; no claim."""

    members: Listing | None = None


class TermEntry(NamedEntry):
    """A term: what it means, and which terms are wider."""

    name: Name = Field(alias="term")
    means: Text | None = None
    kind_of: OneOrMany = ()


class TopicEntry(NamedEntry):
    """A topic: what holds it and what it overlaps."""

    part_of: Texts = ()
    overlaps: Texts = ()


class PlaceEntry(NamedEntry):
    """A place: what holds it."""

    part_of: Texts = ()


class OfficeNameEntry(NamedEntry):
    """An office: whose it is; no claim."""

    of: Text | None = None


#: The schemas of the sections that have fields of their own; events have theirs among the shapes.
MODELS: dict[Section, type[NamedEntry]] = {
    Section.TOPICS: TopicEntry,
    Section.PLACES: PlaceEntry,
    Section.OFFICES: OfficeNameEntry,
    Section.GROUPS: GroupEntry,
    Section.TERMS: TermEntry,
}
#: Groups have members of these sections.
MEMBERS = frozenset({Section.PEOPLE, Section.ORGS, Section.PLACES, Section.GROUPS})


def is_slug(text: str) -> bool:
    """Return whether a text can be an id: small letters, digits and hyphens, at most 64."""
    return _SLUG.match(text) is not None


def add_entities(desk: Desk, section: Section, entries: Tree, model: type[NamedEntry]) -> None:
    """Read one section into the desk; events come with a model of their own."""
    path: Path = (section.value,)
    if not isinstance(entries, dict):
        desk.fault(path, f"{section} must be a mapping of ids: {{an-id: {{name: …}}}}")
        return
    for id_, entry in entries.items():
        at = (*path, id_)
        check_id(desk, id_, at)
        read = desk.read(MODELS.get(section, model), entry, f"an entry of {section}", at)
        if read is not None and id_ not in desk.entities:
            desk.entries[section, id_] = read
            desk.remember(id_, read, at)
            desk.entities[id_] = _entity(id_, section, read, desk, at)


def check_id(desk: Desk, id_: str, path: Path) -> None:
    """Note an id that is badly formed or taken."""
    if not is_slug(id_):
        desk.fault(path, f'"{id_}" cannot be an id: use small letters, digits and hyphens')
    taken = holder_of(desk, id_)
    if taken is not None:
        desk.fault(path, f'the id "{id_}" is taken by {taken}: ids are unique in a set')


def _entity(id_: str, section: Section, read: NamedEntry, desk: Desk, path: Path) -> Entity:
    own = vars(read)  # its fields; asking a model for one that it lacks costs as much as the rest
    members: Listing | None = own.get("members")
    others = tuple(OtherName(other.text, other.reveals) for other in read.also_called)
    for index, field in enumerate(read.reveals):
        _check_reveals(desk, field, (*path, "reveals", index))
    for number, other in enumerate(others):
        for index, field in enumerate(other.reveals):
            _check_reveals(desk, field, (*path, "also_called", number, "reveals", index))
    return Entity(
        id=id_,
        section=section,
        name=read.name,
        aliases=read.aliases,
        the=read.the,
        plural=read.plural,
        kind=read.kind,
        reveals=read.reveals,
        also_called=others,
        part_of=own.get("part_of", ()) if section is not Section.EVENTS else (),
        overlaps=own.get("overlaps", ()),
        same_as=read.same_as,
        maybe_same=read.maybe_same,
        apart=read.apart,
        of=own.get("of"),
        kind_of=own.get("kind_of", ()),
        members=members.list if members is not None else (),
        not_members=tuple(members.not_) if members is not None else (),
        all_members=members is not None and members.complete,
    )


def _check_reveals(desk: Desk, field: str, path: Path) -> None:
    if field not in _FIELDS_REVEALED and field not in desk.relations:
        own = f"; of its own relations: {some_of(desk.relations)}" if desk.relations else ""
        known = f"{', '.join(sorted(_FIELDS_REVEALED))}{own}"
        desk.fault(path, f'a name cannot reveal "{field}"; it may reveal: {known}')
