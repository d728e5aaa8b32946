"""Rows of a relation that the set declares: pairs, or a list for each subject."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, create_model

from quizapp.core.facts.claim import Claim, Instant
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, Fact, RelationFact
from quizapp.core.facts.relations import Relation
from quizapp.core.facts.schema import DateText, FactEntry, Listing, Text, many
from quizapp.core.facts.shapes.promises import OneEach, check_mutual
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.source import Citation
from quizapp.core.facts.tree import Path


def _pair(value: object) -> tuple[object, ...]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("write a pair [subject, object]")
    return tuple(value)


def _is_mapping(value: object) -> str:
    return "by subject" if isinstance(value, dict) else "by pair"


Pair = Annotated[tuple[Text, Text], BeforeValidator(_pair)]
Pairs = Annotated[tuple[Pair, ...], Field(min_length=1), BeforeValidator(many)]
Lists = Annotated[dict[str, Listing], Field(min_length=1)]
Rows = Annotated[
    Annotated[Pairs, Tag("by pair")] | Annotated[Lists, Tag("by subject")],
    Discriminator(_is_mapping),
]
_Denied = tuple[tuple[str, str, tuple[Citation, ...]], ...]
_Complete = tuple[tuple[str, tuple[str, ...]], ...]
#: By date and end what stands on its list, and the fact that says so first.
_Lists = dict[tuple[Instant | None, str], dict[str, str]]


class RowsEntry(FactEntry):
    """``{R: [[s, o], …]}`` or ``{R: {s: {list, not, complete}}}``; the name of R is the field."""

    rows: Rows = ()
    as_of: DateText | None = None


class RelationRows(Shape[RowsEntry]):
    """The rows of one declared relation."""

    def __init__(self, relation: Relation) -> None:
        self.relation = relation
        self.name = f"rows of {relation.name}"
        self.fields = (relation.name,)
        self.model = model_of(relation.name)

    def fact(self, slug: str, entry: RowsEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact, both ends of each row resolved."""
        cites = desk.cites(entry.cite, (*path, "cite"))
        at = Instant(entry.as_of) if entry.as_of is not None else None
        inside = (*path, self.relation.name)
        if isinstance(entry.rows, tuple):
            rows, denied, complete = self._pairs(entry.rows, desk, inside)
        else:
            rows, denied, complete = self._lists(entry.rows, desk, inside)
        return RelationFact(slug, cites, self.relation.name, rows, denied, complete, at)

    def _pairs(
        self, pairs: tuple[tuple[str, str], ...], desk: Desk, path: Path
    ) -> tuple[tuple[tuple[str, str], ...], _Denied, _Complete]:
        found: dict[tuple[str, str], None] = {}
        each = OneEach(self.relation, desk)
        for index, (subject, object_) in enumerate(pairs):
            at = (*path, index)
            row = self._row(subject, object_, desk, (*at, 0), (*at, 1))
            if row is None:
                continue
            if row in found:
                desk.fault(at, f'the row "{subject}, {object_}" stands here twice')
            each.check(subject, object_, (*at, 1))
            found[row] = None
        return tuple(found), (), ()

    def _lists(
        self, lists: dict[str, Listing], desk: Desk, path: Path
    ) -> tuple[
        tuple[tuple[str, str], ...],
        _Denied,
        _Complete,
    ]:
        rows: dict[tuple[str, str], None] = {}
        denied: list[tuple[str, str, tuple[Citation, ...]]] = []
        each = OneEach(self.relation, desk)
        for subject, listing in lists.items():
            at = (*path, subject)
            if not (listing.list or listing.not_ or listing.complete):
                desk.fault(at, 'the list is empty: name something, or say "complete: yes"')
            if desk.entity(subject, self._subjects, at) is None:
                continue
            known = {*desk.entity_ids(listing.list, self.relation.objects, (*at, "list"))}
            for index, object_ in enumerate(listing.list):
                if object_ in known:
                    each.check(subject, object_, (*at, "list", index))
                    rows[self._sorted(subject, object_)] = None
            for object_, own in desk.denials(listing.not_, self.relation.objects, (*at, "not")):
                denied.append((*self._sorted(subject, object_), own))
        if self.relation.symmetric:
            check_mutual(lists, desk, path)
        complete = tuple(
            (subject, listing.list) for subject, listing in lists.items() if listing.complete
        )
        return tuple(rows), tuple(denied), complete

    @property
    def _subjects(self) -> frozenset[Section]:
        if not isinstance(self.relation.subject, Section):
            raise ValueError(f"{self.relation.name} is not declared by a set")
        return frozenset({self.relation.subject})

    def _row(
        self, subject: str, object_: str, desk: Desk, at: Path, object_at: Path
    ) -> tuple[str, str] | None:
        ends = (
            desk.entity(subject, self._subjects, at),
            desk.entity(object_, self.relation.objects, object_at),
        )
        return None if None in ends else self._sorted(subject, object_)

    def _sorted(self, subject: str, object_: str) -> tuple[str, str]:
        """A symmetric row is one pair, whichever end stands first."""
        if self.relation.symmetric and object_ < subject:
            return object_, subject
        return subject, object_

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return an atom a row; which lists are closed is settled over all facts."""
        assert isinstance(fact, RelationFact)  # noqa: S101 - the reader pairs shape and fact
        name = self.relation.name
        atoms = [
            Atom(Claim(name, s, o, at=fact.at), fact.slug, f"{fact.slug}/{s}:{o}", fact.cites)
            for s, o in fact.rows
        ]
        atoms += [
            Atom(
                Claim(name, s, o, at=fact.at, holds=False),
                fact.slug,
                f"{fact.slug}/{s}:{o}",
                own or fact.cites,
            )
            for s, o, own in fact.denied
        ]
        return atoms, []


def model_of(name: str) -> type[RowsEntry]:
    """Return the schema of the rows of a relation: its name is the field that holds them."""
    fields: dict[str, Any] = {"rows": (Rows, Field(alias=name))}
    return create_model(f"RowsOf_{name}", __base__=RowsEntry, **fields)


def closures_of(
    relation: Relation, facts: list[RelationFact], one_of: Mapping[str, str]
) -> list[Closure]:
    """Return which lists of a relation are closed, by all its facts together.

    ``complete: yes`` closes the list of its subject. ``complete_objects`` closes the list of every
    subject that a row names, ``complete_subjects`` the inverse list of every object that one
    names; what no row names stays open. A symmetric relation closes both ways. One thing has one
    list, whichever of its ids rows name.

    Args:
        one_of: the id that stands for all of one thing, by each of these.
    """
    objects: _Lists = {}
    subjects: _Lists = {}
    for fact in facts:
        for s, o in fact.rows:
            subject, object_ = one_of.get(s, s), one_of.get(o, o)
            objects.setdefault((fact.at, subject), {}).setdefault(o, fact.slug)
            subjects.setdefault((fact.at, object_), {}).setdefault(s, fact.slug)
            if relation.symmetric:
                objects.setdefault((fact.at, object_), {}).setdefault(s, fact.slug)
    closed = []
    if relation.closes_objects:
        closed += [
            Closure(relation.name, subject, tuple(listed), next(iter(listed.values())), at=at)
            for (at, subject), listed in objects.items()
        ]
    if relation.closes_subjects and not relation.symmetric:
        closed += [
            Closure(relation.name, object_, tuple(listed), next(iter(listed.values())), True, at)
            for (at, object_), listed in subjects.items()
        ]
    closed += [
        Closure(relation.name, subject, listed, fact.slug, at=fact.at)
        for fact in facts
        for subject, listed in fact.complete
    ]
    return closed
