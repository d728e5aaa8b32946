"""Random claims about a set, of every relation, true and false and undecided alike."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

from tests.oracle.claims import DATES, Claim
from tests.oracle.days import span
from tests.oracle.knowledge import Knowledge
from tests.oracle.numbers import exact
from tests.oracle.program import OBJECTS, OF_EVENTS, OF_STATEMENTS

#: Relations that no set can ask about yet, or whose subjects need a section of their own.
ELSEWHERE = ("example_of", "means", "explains")
#: Numbers are asked of at these distances from a known one, and as many times of it.
AWAY = ("0", "0.3", "0.5", "1", "3", "5", "11", "50", "-1", "-0.4", "-21")


def draw_claims(rng: Random, knowledge: Knowledge, each: int) -> Iterator[Claim]:
    """Yield up to ``each`` claims of every relation."""
    events, statements = knowledge.of("event"), list(knowledge.statements)
    for relation, sorts in OBJECTS.items():
        if relation in ELSEWHERE:
            continue
        things = knowledge.of(*(s for s in sorts if s != "office"))
        subjects = statements if relation in OF_STATEMENTS else events
        assert relation in OF_STATEMENTS or relation in OF_EVENTS
        if not things or not subjects:
            continue
        for _ in range(each):
            yield Claim(relation, rng.choice(subjects), rng.choice(things))
    for _ in range(each):
        yield Claim("before", rng.choice(events), rng.choice(events))
    written = sorted({a.object for a in knowledge.atoms if a.relation in DATES})
    told = [s for s in statements if "dated" in dict(knowledge.statements[s].frame)]
    near = [_near(rng, rng.choice(written)) for _ in range(each)] if written else []
    for relation in DATES:
        subjects = told if relation == "dated" else events
        for asked in near if subjects else ():
            yield Claim(relation, rng.choice(subjects), asked, sort="date")
    yield from _holders(rng, knowledge, each)
    yield from _own(rng, knowledge, each)
    yield from _meanings(rng, knowledge, each)
    yield from _numbers(rng, knowledge, each)
    facts = sorted(knowledge.cites)
    told = [(a.subject, a.object) for a in knowledge.atoms if a.relation == "explains"]
    for _ in range(each if len(facts) > 1 else 0):
        pair = rng.choice(told) if told and rng.random() < 0.4 else rng.sample(facts, 2)
        yield Claim("explains", *pair)


def _own(rng: Random, knowledge: Knowledge, each: int) -> Iterator[Claim]:
    """Yield rows as told, turned round, with another end, and of other dates."""
    for relation in knowledge.relations.values():
        rows = [a for a in knowledge.atoms if a.relation == relation.id]
        ends = knowledge.of(relation.subject), knowledge.of(relation.object)
        for _ in range(3 * each if ends[0] and ends[1] else 0):
            subject, thing = rng.choice(ends[0]), rng.choice(ends[1])
            at = ""
            if rows:
                row = rng.choice(rows)
                at = row.at
                way = rng.random()
                if way < 0.3:
                    subject = row.subject
                elif way < 0.6:
                    thing = row.object
                elif way < 0.7 and relation.subject == relation.object:
                    subject, thing = row.object, row.subject
                if rng.random() < 0.1:
                    at = rng.choice(("", "2022", "2021-01"))
            yield Claim(relation.id, subject, thing, at)


def _meanings(rng: Random, knowledge: Knowledge, each: int) -> Iterator[Claim]:
    terms, things = knowledge.of("term"), sorted(knowledge.entities)
    told = sorted({a.object for a in knowledge.atoms if a.relation == "means"})
    for _ in range(each if terms else 0):
        if told:
            meaning = rng.choice((*told, "nothing that is told"))
            yield Claim("means", rng.choice(terms), meaning, sort="text")
        told_of = [a.subject for a in knowledge.atoms if a.relation == "example_of"]
        yield Claim("example_of", rng.choice((*things, *told_of)), rng.choice(terms))


def _numbers(rng: Random, knowledge: Knowledge, each: int) -> Iterator[Claim]:
    """Yield numbers near known ones, in their unit or another."""
    for number in knowledge.numbers:
        printed = number.value or number.least or number.most or "0"
        for _ in range(each):
            asked, unit = exact(printed), number.unit or ""
            tolerance = exact(number.tolerance or "1")
            asked += rng.choice((1, tolerance)) * exact(rng.choice(AWAY))
            at = number.as_of or ""
            if rng.random() < 0.1:
                at = rng.choice(("", "2022"))
            if rng.random() < 0.2:
                unit = rng.choice(("m", "km", "kg", "rupees"))
            elif unit in ("m", "g") and rng.random() < 0.2:
                asked, unit = asked / 1000, {"m": "km", "g": "kg"}[unit]
            yield Claim("value", number.quantity, _decimal(asked), at, "number", unit)


def _decimal(number: Fraction) -> str:
    """Return a number as it is printed."""
    return f"{float(number):.6f}".rstrip("0").rstrip(".")


def _holders(rng: Random, knowledge: Knowledge, each: int) -> Iterator[Claim]:
    offices, people = knowledge.of("office"), knowledge.of("person")
    dates = [d for t in knowledge.tenures for d in (t.start, t.until, t.on) if d]
    days = [_day(rng, rng.choice(dates)) for _ in range(each // 2)] if dates else []
    for _ in range(each if offices else 0):
        person = rng.choice(people)
        written = sorted(s.id for s in knowledge.sources.values() if s.published)
        yield Claim("holder", rng.choice(offices), person, at=f"source:{rng.choice(written)}")
        if days:
            yield Claim("holder", rng.choice(offices), person, at=rng.choice(days))


def _near(rng: Random, written: str) -> str:
    """Return a date that may hold another one, lie in it, or beside it."""
    return _day(rng, written)[: rng.choice((4, 7, 7, 10))]


def _day(rng: Random, written: str) -> str:
    first, last = span(written)
    return date.fromordinal(rng.randint(first, last) + rng.choice((0, 0, 0, 1, -1, 20))).isoformat()
