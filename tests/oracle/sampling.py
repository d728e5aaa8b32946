"""Random things and a random hidden world of them, at any density of parts and overlaps.

What of it a set of facts tells is drawn in ``revealing``.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from tests.oracle.days import span
from tests.oracle.declaring import draw_relations
from tests.oracle.defining import draw_meanings
from tests.oracle.hidden import Hidden, Term
from tests.oracle.knowledge import SECTIONS, Entity, Listing, Name
from tests.oracle.naming import Names

PLURAL_OF = {sort: section for section, sort in SECTIONS.items()}
SORTS = (
    "person", "place", "org", "group", "medium", "office", "event", "topic", "work", "term",
    "quantity",
)  # fmt: skip
FIRST_DAY = span("2021-11-01")[0]
DAYS = 900


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything, and how densely it hangs together."""

    people: int = 6
    places: int = 4
    orgs: int = 2
    groups: int = 1
    media: int = 3
    offices: int = 3
    events: int = 5
    topics: int = 9
    works: int = 2
    terms: int = 3
    quantities: int = 1
    relations: int = 1
    #: A flag that the first relation of the set's own has.
    flag: str = ""
    statements: int = 6
    parts: float = 0.15
    overlaps: float = 0.06
    perhaps: float = 0.12


def draw_size(rng: Random) -> Size:
    """Return sizes of every sort of set: sparse and dense, small and large."""
    density = rng.choice((0.0, 0.05, 0.12, 0.2, 0.3))
    return Size(
        people=rng.randint(4, 8),
        places=rng.randint(3, 6),
        orgs=rng.randint(0, 3),
        groups=rng.randint(0, 2),
        media=rng.randint(2, 4),
        offices=rng.randint(2, 5),
        events=rng.randint(4, 7),
        topics=rng.randint(6, 13),
        works=rng.randint(0, 4),
        terms=rng.randint(0, 5),
        quantities=rng.choice((0, 0, 1, 2)),
        relations=rng.choice((0, 1, 2, 3)),
        statements=rng.randint(4, 8),
        parts=density,
        overlaps=rng.choice((0.0, 0.04, 0.1)),
        perhaps=rng.choice((0.0, 0.06, 0.12, 0.25)),
    )


def draw_hidden(rng: Random, size: Size) -> Hidden:
    """Return a hidden world; only what the things are is drawn, no statements yet."""
    hidden = Hidden()
    names = Names(rng)
    for sort in SORTS:
        plural = PLURAL_OF[sort]
        for entity in _things(rng, names, sort, getattr(size, plural), size):
            hidden.things[entity.id] = entity
    _identify(rng, hidden, size)
    _mend(hidden)
    _draw_times(rng, hidden)
    _draw_terms(rng, hidden)
    _draw_lists(rng, hidden)
    draw_relations(rng, hidden, names, size.relations, size.flag)
    draw_meanings(rng, hidden, names)
    return hidden


def _things(rng: Random, names: Names, sort: str, count: int, size: Size) -> list[Entity]:
    ids = [f"{sort[:2]}{number}" for number in range(count)]
    rng.shuffle(ids)
    kinds = rng.choice(((None,), ("x",), ("x", "x", "y")))
    made = []
    for number, slug in enumerate(ids):
        earlier = ids[:number]
        dense = size.parts if sort == "topic" else size.parts / 2
        nested = sort in ("topic", "place", "event")
        parts = tuple(e for e in earlier if nested and rng.random() < dense)
        # One whole each: two would have to be at one time, as the part is in both.
        parts = parts[:1] if sort == "event" else parts
        overlaps = tuple(e for e in earlier if sort == "topic" and rng.random() < size.overlaps)
        bare = names.proper(2) if sort != "topic" else f"{names.word()} {names.word()}"
        made.append(
            Entity(
                id=slug,
                section=sort,
                names=(Name(bare),),
                aliases=(names.proper(),) if rng.random() < 0.1 else (),
                the=sort in ("event", "office", "group") or rng.random() < 0.1,
                kind=rng.choice(kinds) if sort in ("person", "topic") else None,
                part_of=parts,
                overlaps=tuple(o for o in overlaps if o not in parts),
                members=_members(rng, sort),
            )
        )
    return made


def _members(rng: Random, sort: str) -> Listing:
    if sort != "group" or rng.random() < 0.5:
        return Listing()
    return Listing(("pe0",), (), complete=rng.random() < 0.5)


def _identify(rng: Random, hidden: Hidden, size: Size) -> None:
    """Declare pairs the same or perhaps the same, and decide in secret which are."""
    for sort in ("person", "place", "medium", "event", "topic", "org", "work", "term"):
        ids = sorted(e.id for e in hidden.things.values() if e.section == sort)
        for one, other in pairwise(ids):
            if rng.random() >= size.perhaps:
                continue
            certain = rng.random() < 0.15
            entity = hidden.things[one]
            if other in (*entity.part_of, *hidden.things[other].part_of, *entity.overlaps):
                continue
            if certain:
                hidden.things[one] = replace(entity, same_as=(other,))
            else:
                hidden.things[one] = replace(entity, maybe_same=(other,))
            if certain or rng.random() < 0.4:
                old, new = hidden.real(other), hidden.real(one)
                for thing in ids:
                    if hidden.real(thing) == old:
                        hidden.is_really[thing] = new


def _mend(hidden: Hidden) -> None:
    """Drop part-of links that lead a thing back to itself once names are identified."""
    for entity in list(hidden.things.values()):
        kept = tuple(
            whole for whole in entity.part_of if hidden.real(entity.id) not in hidden.wholes(whole)
        )
        if entity.section == "event":
            # Two names of one event: its two wholes would have to be at one time.
            others = [e for e in hidden.things.values() if hidden.same(e.id, entity.id)]
            kept = () if any(o.part_of for o in others if o.id < entity.id) else kept
        hidden.things[entity.id] = replace(entity, part_of=kept)
        hidden.forget()


def _draw_times(rng: Random, hidden: Hidden) -> None:
    """Give events their time: a part lies inside its whole, often on a day's edge of another."""
    events = [e.id for e in hidden.things.values() if e.section == "event"]
    near: list[float] = [FIRST_DAY + rng.randrange(DAYS) for _ in range(2)]
    by_parts = sorted({hidden.real(e) for e in events}, key=lambda e: (len(hidden.wholes(e)), e))
    for event in by_parts:
        wholes = hidden.wholes(event) - {event}
        if wholes:
            begins = max(hidden.lasted[whole][0] for whole in wholes)
            ends = min(hidden.lasted[whole][1] for whole in wholes)
            length = max(ends - begins, 0.0)
            inner = sorted((rng.random() * length, rng.random() * length))
            hidden.lasted[event] = (begins + inner[0], begins + inner[1])
            continue
        begins = rng.choice(near) + rng.choice((0, 0, 1, 2, 30, 200)) + rng.random()
        ends = begins + rng.choice((0.05, 0.3, 1, 3, 40, 400)) * rng.random()
        near += [float(int(begins)), float(int(ends))]
        hidden.lasted[event] = (begins, ends)


def _draw_terms(rng: Random, hidden: Hidden) -> None:
    """Fill each office with terms that follow each other, at midnight or during a day."""
    people = [e.id for e in hidden.things.values() if e.section == "person"]
    for office in [e.id for e in hidden.things.values() if e.section == "office"]:
        moment: float = FIRST_DAY + rng.randrange(200)
        for _ in range(rng.randint(1, 4)):
            ends = moment + rng.choice((1, 20, 100, 300)) + rng.choice((0, 0, rng.random()))
            hidden.terms.append(Term(office, hidden.real(rng.choice(people)), moment, ends))
            moment = ends + rng.choice((0, 0, 1, 50))


def _draw_lists(rng: Random, hidden: Hidden) -> None:
    """Draw where events were, who was there, and what they covered."""
    ids = {
        sort: [e.id for e in hidden.things.values() if e.section == sort]
        for sort in ("event", "place", "org", "person", "topic")
    }
    for event in ids["event"]:
        if hidden.real(event) != event:
            continue
        hidden.add("place", event, rng.choice(ids["place"]))
        for relation, things, most in (
            ("took_part", ids["person"], 3),
            ("party", ids["place"] + ids["org"], 3),
            ("covered", ids["topic"], 4),
        ):
            for thing in rng.sample(things, rng.randint(0, min(most, len(things)))):
                hidden.add(relation, event, thing)
