"""From a telling to the text of a set, and its source."""

from typing import Any

import yaml

from quizapp.core.facts.claim import Instant, Period
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.fact import (
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
from tests.core.worlds.compiled import LABEL, SET, numbered
from tests.core.worlds.relations import DECLARED, entry_of
from tests.core.worlds.telling import Telling
from tests.core.worlds.world import SOURCE

FILE = "seeds/notes.md"


def files_of(telling: Telling) -> dict[str, str]:
    """Return the source of the set as a file."""
    notes = "\n\n".join(f"[p{number}] {note}" for number, note in numbered(telling))
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
                "label": LABEL,
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
