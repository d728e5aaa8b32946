"""From a telling to a bank, without any text in between.

It is a second, independent compiler of facts to claims; that it agrees with the reader is a test.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.entity import Entity
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
from tests.core.worlds.relations import DECLARED, flags
from tests.core.worlds.telling import Telling
from tests.core.worlds.world import SOURCE

SET = "world"
LABEL = "the report"


@lru_cache(maxsize=64)
def bank_of(telling: Telling) -> Bank:
    """Return the bank, without any text in between."""
    world, cast = telling.world, telling.world.cast
    return Bank(
        set_id=SET,
        title="A world",
        digest="",
        sources={
            SOURCE: Document(
                SOURCE, LABEL, "notes", "Notes", world.published, tuple(numbered(telling))
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


def numbered(telling: Telling) -> Iterator[tuple[int, str]]:
    return enumerate(telling.notes, start=1)  # type: ignore[return-value]


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
    entities = telling.world.cast.entities
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
            for subject in dict.fromkeys(_one_id(entities, s) for _, (s, _) in rows):
                own = [(slug, o) for slug, (s, o) in rows if _one_id(entities, s) == subject]
                listed = tuple(dict.fromkeys(o for _, o in own))
                yield Closure(name, subject, listed, own[0][0], at=at)
        if "complete_subjects" in had and "symmetric" not in had:
            for object_ in dict.fromkeys(_one_id(entities, o) for _, (_, o) in rows):
                own = [(slug, s) for slug, (s, o) in rows if _one_id(entities, o) == object_]
                listed = tuple(dict.fromkeys(s for _, s in own))
                yield Closure(name, object_, listed, own[0][0], inverse=True, at=at)
    for fact in facts:
        for subject, listed in fact.complete:
            yield Closure(fact.relation, subject, listed, fact.slug, at=fact.at)


def _one_id(entities: Mapping[str, Entity], id_: str) -> str:
    """Return the first id, by name, of all that are declared to be one thing with this one."""
    ids: set[str] = set()
    more = {id_}
    while more:
        ids |= more
        more = {
            other
            for entity in entities.values()
            for one, other in product((entity.id, *entity.same_as), repeat=2)
            if one in ids
        } - ids
    return min(ids, key=lambda one: (entities[one].name, one))


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
