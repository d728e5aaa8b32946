"""From a telling to a bank, two ways: directly, and as the text of a set.

The direct way is a second, independent compiler of facts to claims; that both agree is a test.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.fact import (
    Atom,
    Closure,
    CoverageFact,
    EventFact,
    ExampleFact,
    Fact,
    ItemList,
    OfficeFact,
    RelationFact,
    SequenceFact,
    StatementFact,
    TermFact,
)
from quizapp.core.facts.relations import RELATIONS
from quizapp.core.facts.source import Document
from tests.core.worlds.relations import DECLARED, entry_of, flags
from tests.core.worlds.telling import Telling
from tests.core.worlds.world import SOURCE

FILE = "seeds/notes.md"
SET = "world"
_LABEL = "the report"


def bank_of(telling: Telling) -> Bank:
    """Return the bank, without any text in between."""
    world, cast = telling.world, telling.world.cast
    return Bank(
        set_id=SET,
        title="A world",
        digest="",
        sources={
            SOURCE: Document(
                SOURCE, _LABEL, "notes", "Notes", world.published, tuple(_numbered(telling))
            )
        },
        entities=cast.entities,
        facts={fact.slug: fact for fact in telling.facts},
        atoms=tuple(atom for fact in telling.facts for atom in _atoms(fact, world.words)),
        closures=(
            *(closure for fact in telling.facts for closure in _closures(fact)),
            *_row_closures(telling),
        ),
        apart=cast.apart,
        no_fact=(),
        relations={**RELATIONS, **DECLARED},
    )


def _numbered(telling: Telling) -> Iterator[tuple[int, str]]:
    return enumerate(telling.notes, start=1)  # type: ignore[return-value]


# --- the direct way ---


def _atoms(fact: Fact, words: Mapping[str, str]) -> Iterator[Atom]:
    def atom(claim: Claim, part: str) -> Atom:
        return Atom(claim, fact.slug, f"{fact.slug}/{part}", fact.cites)

    def listed(relation: str, subject: str, items: ItemList | None) -> Iterator[Atom]:
        for id_ in items.listed if items else ():
            yield atom(Claim(relation, subject, id_), f"{relation}:{id_}")
        for id_, _ in items.denied if items else ():
            yield atom(Claim(relation, subject, id_, holds=False), f"{relation}:{id_}")

    match fact:
        case CoverageFact(event=event, covered=covered):
            yield from listed("covered", event, covered)
        case SequenceFact(order=(earlier, later)):
            yield atom(Claim("before", earlier, later), f"{earlier}<{later}")
        case OfficeFact(office=office, holder=holder, at=at, denied=denied):
            yield atom(Claim("holder", office, holder, at), "holder")
            for other, _ in denied:
                yield atom(Claim("holder", office, other, at, holds=False), "holder")
        case EventFact(slug=slug):
            for relation in ("date", "began", "ended"):
                text = getattr(fact, relation)
                if text is not None:
                    yield atom(Claim(relation, slug, Value("date", text)), relation)
            if fact.place is not None:
                yield atom(Claim("place", slug, fact.place), "place")
            yield from listed("took_part", slug, fact.participants)
            yield from listed("party", slug, fact.parties)
        case RelationFact(relation=name, at=at):
            for s, o in fact.rows:
                yield atom(Claim(name, s, o, at), f"{s}:{o}")
            for s, o, _ in fact.denied:
                yield atom(Claim(name, s, o, at, holds=False), f"{s}:{o}")
        case TermFact(slug=slug):
            if fact.means is not None:
                yield atom(Claim("means", slug, Value("text", fact.means)), "means")
            yield from listed("example_of", slug, fact.example_of)
        case ExampleFact(slug=slug):
            yield from listed("example_of", slug, fact.example_of)
        case StatementFact(slug=slug):
            for relation, ids in (
                ("said", fact.speakers),
                ("reported", fact.reported),
                ("medium", (fact.medium,)),
                ("said_at", (fact.said_at,)),
                ("said_on", (fact.said_on,)),
            ):
                for id_ in ids:
                    if id_ is not None:
                        yield atom(Claim(relation, slug, id_), relation)
            if fact.dated is not None:
                yield atom(Claim("dated", slug, Value("date", fact.dated)), "dated")
            yield from listed("about", slug, fact.about)
            for blank, text in words.items():
                if fact.quote is not None and blank.startswith(f"{slug}["):
                    yield atom(Claim("words", blank, Value("text", text)), "words")


def _row_closures(telling: Telling) -> Iterator[Closure]:
    """Yield the lists that flags close: of whatever a row names, by all rows of its date."""
    facts = [fact for fact in telling.facts if isinstance(fact, RelationFact)]
    for name, at in dict.fromkeys((fact.relation, fact.at) for fact in facts):
        had = flags(name)
        rows = [
            (fact.slug, row)
            for fact in facts
            if (fact.relation, fact.at) == (name, at)
            for row in fact.rows
        ]
        if "symmetric" in had:
            rows += [(slug, (o, s)) for slug, (s, o) in rows]
        if "complete_objects" in had:
            for subject in dict.fromkeys(s for _, (s, _) in rows):
                own = [(slug, o) for slug, (s, o) in rows if s == subject]
                listed = tuple(dict.fromkeys(o for _, o in own))
                yield Closure(name, subject, listed, own[0][0], at=at)
        if "complete_subjects" in had and "symmetric" not in had:
            for object_ in dict.fromkeys(o for _, (_, o) in rows):
                own = [(slug, s) for slug, (s, o) in rows if o == object_]
                listed = tuple(dict.fromkeys(s for _, s in own))
                yield Closure(name, object_, listed, own[0][0], inverse=True, at=at)
    for fact in facts:
        for subject, listed in fact.complete:
            yield Closure(fact.relation, subject, listed, fact.slug, at=fact.at)


def _closures(fact: Fact) -> Iterator[Closure]:
    lists: list[tuple[str, str, ItemList | None]] = []
    match fact:
        case CoverageFact():
            lists = [("covered", fact.event, fact.covered)]
        case EventFact():
            lists = [
                ("took_part", fact.slug, fact.participants),
                ("party", fact.slug, fact.parties),
            ]
        case StatementFact():
            lists = [("about", fact.slug, fact.about)]
            if fact.speakers and (fact.quote is not None or fact.only):
                yield Closure("said", fact.slug, fact.speakers, fact.slug)
    for relation, subject, items in lists:
        if items is not None and items.complete:
            yield Closure(relation, subject, items.listed, fact.slug)


# --- the text of a set ---


def files_of(telling: Telling) -> dict[str, str]:
    """Return the source of the set as a file."""
    notes = "\n\n".join(f"[p{number}] {note}" for number, note in _numbered(telling))
    return {FILE: f"---\ntitle: Notes\n---\n\n{notes}\n"}


def text_of(telling: Telling) -> str:
    """Return the YAML of the set."""
    cast = telling.world.cast
    own = {fact.slug: fact for fact in telling.facts if isinstance(fact, _OF_THINGS)}
    sections: dict[str, Any] = {}
    for section in Section:
        sections[section.value] = {
            id_: _entity(cast.entities[id_], own.get(id_)) for id_ in cast.ids(section)
        }
    whole = {
        "set": SET,
        "title": "A world",
        "sources": {
            SOURCE: {
                "file": FILE,
                "kind": "notes",
                "published": telling.world.published,
                "label": _LABEL,
            }
        },
        **sections,
        "sequence": [
            {"id": fact.slug, "order": list(fact.order), "cite": _cite(fact)}
            for fact in telling.facts
            if isinstance(fact, SequenceFact)
        ],
        "facts": {
            fact.slug: _entry(fact)
            for fact in telling.facts
            if not isinstance(fact, (*_OF_THINGS, SequenceFact))
        },
        "relations": {name: entry_of(name) for name in DECLARED},
        "apart": [list(pair) for pair in cast.apart],
    }
    return yaml.dump(whole, Dumper=_Plain, sort_keys=False, allow_unicode=True)


class _Plain(yaml.SafeDumper):
    """Writes every object out; the language of facts has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _cite(fact: Fact) -> dict[str, str]:
    return {SOURCE: f"Note {fact.cites[0].paragraph:03}"}


#: Facts that stand in the entry of the thing they are about.
_OF_THINGS = (EventFact, TermFact, ExampleFact)


def _entity(entity: Entity, fact: Fact | None) -> dict[str, Any]:
    field = "term" if entity.section is Section.TERMS else "name"
    entry: dict[str, Any] = {field: entity.name}
    for link in ("part_of", "overlaps", "same_as", "maybe_same"):
        if getattr(entity, link):
            entry[link] = list(getattr(entity, link))
    if entity.kind is not None:
        entry["kind"] = entity.kind
    if isinstance(fact, TermFact | ExampleFact):
        examples = fact.example_of
        data: dict[str, Any] = {
            "means": fact.means if isinstance(fact, TermFact) else None,
            "example_of": list(examples.listed) if examples else None,
            "not_example_of": [id_ for id_, _ in examples.denied] if examples else None,
        }
        entry |= {**_filled(data), "cite": _cite(fact)}
    if isinstance(fact, EventFact):
        event = fact
        data = {
            "date": event.date,
            "began": event.began,
            "ended": event.ended,
            "place": event.place,
            "participants": _listing(event.participants),
            "parties": _listing(event.parties),
            "part_of": list(event.part_of),
            "same_time": list(event.same_time),
        }
        entry |= {**_filled(data), "cite": _cite(event)}
    return entry


def _entry(fact: Fact) -> dict[str, Any]:
    match fact:
        case CoverageFact():
            entry = {"event": fact.event, "covered": _listing(fact.covered)}
        case OfficeFact():
            entry = {
                "office": fact.office,
                "holder": fact.holder,
                **_time(fact.at),
                "not": [id_ for id_, _ in fact.denied],
            }
        case StatementFact():
            anonymous = "report" if fact.narrator else "unattributed"
            entry = {
                "says": list(fact.speakers) or anonymous,
                "of": list(fact.reported),
                "in": _filled(
                    {
                        "medium": fact.medium,
                        "at": fact.said_at,
                        "on": fact.said_on,
                        "date": fact.dated,
                    }
                ),
                "quote": fact.quote,
                "gist": fact.gist,
                "about": _listing(fact.about),
                "only": "yes" if fact.only else None,
            }
        case RelationFact():
            rows: Any = [list(row) for row in fact.rows]
            if fact.denied or fact.complete:
                rows = _lists(fact)
            entry = {fact.relation: rows, "as_of": fact.at.date if fact.at else None}
        case _:
            raise TypeError(fact)
    return {**_filled(entry), "cite": _cite(fact)}


def _lists(fact: RelationFact) -> dict[str, Any]:
    """Return rows as lists, one for each subject."""
    lists: dict[str, Any] = {}
    for s, o in fact.rows:
        lists.setdefault(s, {}).setdefault("list", []).append(o)
    for s, o, _ in fact.denied:
        lists.setdefault(s, {}).setdefault("not", []).append(o)
    for subject, _ in fact.complete:
        lists.setdefault(subject, {})["complete"] = "yes"
    return lists


def _time(at: Instant | Period) -> dict[str, str]:
    if isinstance(at, Period):
        return {"from": at.start, "until": at.until}
    return {"on": "report" if at.source is not None else at.date}


def _listing(items: ItemList | None) -> dict[str, Any] | None:
    if items is None:
        return None
    listing: dict[str, Any] = {"list": list(items.listed)}
    if items.denied:
        listing["not"] = [id_ for id_, _ in items.denied]
    if items.complete:
        listing["complete"] = "yes"
    return listing


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in entry.items() if value not in (None, [], {})}
