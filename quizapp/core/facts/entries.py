"""The facts of a set: which shape each entry has, and what it states."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Fact, RelationFact
from quizapp.core.facts.naming import check_id
from quizapp.core.facts.sameness import representatives
from quizapp.core.facts.schema import Entry
from quizapp.core.facts.shapes import (
    ENTITY_SHAPES,
    EXAMPLE,
    SEQUENCE,
    SHAPES,
    AnyShape,
    RelationRows,
)
from quizapp.core.facts.shapes.relation import closures_of, model_of
from quizapp.core.facts.tree import Path, Tree
from quizapp.core.text.offering import some_of

#: What entries under ``facts`` have besides rows: no relation can be called so.
FIELDS = frozenset(
    info.alias or name for shape in SHAPES for name, info in shape.model.model_fields.items()
)

#: Shapes by the fields that tell them, with their place in the register.
_ByField = dict[str, tuple[int, AnyShape]]


def add_facts(desk: Desk, top: Mapping[str, Tree]) -> None:
    """Read every fact into the desk: those of things, the orders, and the section ``facts``."""
    for (section, id_), read in desk.entries.items():
        _keep(desk, ENTITY_SHAPES.get(section, EXAMPLE), id_, read, (section.value, id_))
    _sequences(desk, top.get("sequence", []))
    _facts(desk, top.get("facts", {}))
    for check in desk.later:
        check()
    desk.later.clear()  # They hold the desk: a circle keeps all that was read until it is swept.
    rows: dict[str, list[RelationFact]] = {}
    for fact in desk.facts.values():
        if isinstance(fact, RelationFact):
            rows.setdefault(fact.relation, []).append(fact)
    one_of = representatives(desk.entities) if rows else {}
    for name, facts in rows.items():
        desk.closures += closures_of(desk.relations[name], facts, one_of)


def _sequences(desk: Desk, entries: Tree) -> None:
    if not isinstance(entries, list):
        desk.fault(("sequence",), "write a list of entries {id: …, order: [a, b], cite: …}")
        return
    for index, entry in enumerate(entries):
        slug = entry.get("id", "") if isinstance(entry, dict) else ""
        path: Path = ("sequence", index)
        if isinstance(slug, str) and slug:
            _check_slug(desk, slug, (*path, "id"))
        _add(desk, SEQUENCE, str(slug), entry, path)


def _facts(desk: Desk, entries: Tree) -> None:
    if not isinstance(entries, dict):
        desk.fault(("facts",), "write a mapping of slugs: {a-slug: {says: …, quote: …}}")
        return
    shapes = (*SHAPES, *map(RelationRows, desk.relations.values()))
    ways = some_of([f"{one.name}: {' or '.join(one.fields)}" for one in shapes])
    by_field: _ByField = {}
    for place, one in enumerate(shapes):
        for field in one.fields:
            by_field.setdefault(field, (place, one))
    for slug, entry in entries.items():
        path: Path = ("facts", slug)
        _check_slug(desk, slug, path)
        shape = _shape_of(entry, by_field)
        if shape is None:
            unread = _bad_relation_of(desk, entry)
            if unread is not None:  # it has its own faults; these rows may have more
                desk.read(model_of(unread), entry, f"a fact of shape rows of {unread}", path)
                continue
            desk.fault(path, f"this is no known shape of fact; a fact has one of: {ways}")
            continue
        _add(desk, shape, slug, entry, path)


def _bad_relation_of(desk: Desk, entry: Tree) -> str | None:
    """Return the relation that could not be read of which these are rows, or None."""
    names = entry if isinstance(entry, dict) else ()
    return next((name for name in names if desk.plain.has(("relations", name))), None)


def _shape_of(entry: Tree, by_field: _ByField) -> AnyShape | None:
    """Return the first shape of the register of which the entry has a field."""
    if not isinstance(entry, dict):
        return None
    found = [by_field[field] for field in entry if field in by_field]
    return min(found, key=itemgetter(0))[1] if found else None


def _check_slug(desk: Desk, slug: str, path: Path) -> None:
    check_id(desk, slug, path)
    if slug in desk.facts:
        desk.fault(path, f'the slug "{slug}" is taken by another fact')


def _add(desk: Desk, shape: AnyShape, slug: str, entry: Tree, path: Path) -> None:
    read = desk.read(shape.model, entry, f"a fact of shape {shape.name}", path)
    if read is not None:
        desk.remember(slug, read, path)
        _keep(desk, shape, slug, read, path)


def _keep(desk: Desk, shape: AnyShape, slug: str, read: Entry, path: Path) -> None:
    fact: Fact | None = shape.fact(slug, read, desk, path)
    if fact is None:
        return
    desk.facts[slug] = fact
    atoms, closures = shape.atoms(fact)
    desk.atoms += atoms
    desk.closures += closures


def places_of_facts(desk: Desk) -> dict[str, tuple[int, int]]:
    """Return line and column of each fact and of each written question, by slug."""
    top = desk.plain.data
    sequence = top.get("sequence", []) if isinstance(top, dict) else []
    ordered: dict[object, Path] = {
        entry.get("id"): ("sequence", index, "id")
        for index, entry in enumerate(sequence)
        if isinstance(entry, dict)
    }
    found = {}
    sections = ("facts", "questions", *(section.value for section in Section))
    for slug in (*desk.facts, *desk.questions):
        paths: Iterator[Path] = ((section, slug) for section in sections)
        path = next(filter(desk.plain.has, paths), None) or ordered[slug]
        place = desk.plain.place(path)
        found[slug] = place.line, place.column
    return found
