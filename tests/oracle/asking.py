"""Random claims about a set, of every relation, true and false and undecided alike."""

from collections.abc import Iterator
from datetime import date
from random import Random

from tests.oracle.claims import DATES, Claim
from tests.oracle.days import span
from tests.oracle.knowledge import Knowledge
from tests.oracle.program import OBJECTS, OF_EVENTS, OF_STATEMENTS

#: Relations that no set can ask about yet, or whose subjects need a section of their own.
ELSEWHERE = ("example_of", "means", "explains")


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
