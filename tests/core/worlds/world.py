"""A random world: what is really so, of every claim that can be made of its things.

Time runs in ticks, ``TICKS`` to a day, so that one thing may follow another on one day.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.dates import CoarseDate, parse_date
from quizapp.core.facts.entity import Section
from tests.core.worlds.cast import Cast, make_cast
from tests.core.worlds.relations import DECLARED, FRAMES, make_rows
from tests.core.worlds.scale import MEANINGS, Scale

TICKS = 4
FIRST_DAY = date(2021, 11, 20)
#: A few days are busy, so that dates coincide; they straddle months and a year.
BUSY = (0, 1, 11, 12, 40, 41, 42, 70, 73, 102, 340, 410)
SOURCE = "report"

_SPEAKERS = (Section.PEOPLE, Section.ORGS, Section.PLACES, Section.GROUPS)


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody holds an office from one tick until before another."""

    person: str
    start: int
    end: int


@dataclass(slots=True)
class World:
    """What is so.

    Attributes:
        sets: for (relation, subject) the ids of which it is true.
        quoted: the statements that are one utterance of recorded words.
        days: for each statement the days on which it was uttered.
        spans: for each event its first and last tick.
        tenures: for each office its holders, in order; they never overlap.
        written: the tick at which the source was written.
        published: the ISO date that the source gives for it.
        words: for each blank its words.
        rows: for each declared relation and date the pairs of which it is true.
        meanings: what each term means.
    """

    cast: Cast
    sets: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)
    days: dict[str, frozenset[int]] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    tenures: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)
    written: int = 0
    published: str = ""
    words: dict[str, str] = field(default_factory=dict)
    rows: dict[tuple[str, Instant | None], frozenset[tuple[str, str]]] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)

    def holds(self, claim: Claim) -> bool:
        """Return whether a claim is so."""
        return self._is(claim) is claim.holds

    def _is(self, claim: Claim) -> bool:
        relation, subject, object_ = claim.relation, claim.subject, claim.object
        if relation == "holder":
            assert isinstance(claim.at, Instant)
            return self._held(subject, str(object_), claim.at)
        if relation == "before":
            return self.spans[subject][1] < self.spans[str(object_)][0]
        if relation in DECLARED:
            assert not isinstance(claim.at, Period)
            return (subject, str(object_)) in self.rows[relation, claim.at]
        if relation == "means" and not isinstance(object_, str):
            return self.meanings[subject] == object_.text
        if isinstance(object_, str):
            return object_ in self.sets[relation, subject]
        if relation == "words":
            return self.words[subject].casefold() == object_.text.casefold()
        return self._dated(relation, subject, parse_date(object_.text))

    def _held(self, office: str, person: str, at: Instant) -> bool:
        if at.source is not None:
            first, last = self.written, self.written
        else:
            first, last = ticks_of(parse_date(at.date))
        return any(
            tenure.person in self.cast.one[person] and tenure.start <= last and first < tenure.end
            for tenure in self.tenures[office]
        )

    def _dated(self, relation: str, subject: str, asked: CoarseDate) -> bool:
        if relation == "dated":
            return any(asked.first <= day_of(day) <= asked.last for day in self.days[subject])
        first, last = (day_of(tick // TICKS) for tick in self.spans[subject])
        if relation == "date":
            return asked.first <= first and last <= asked.last
        return asked.first <= (first if relation == "began" else last) <= asked.last


def day_of(number: int) -> date:
    """Return the day with that number."""
    return FIRST_DAY + timedelta(days=number)


def ticks_of(coarse: CoarseDate) -> tuple[int, int]:
    """Return the first and the last tick of a date."""
    first, last = (day.toordinal() - FIRST_DAY.toordinal() for day in (coarse.first, coarse.last))
    return first * TICKS, last * TICKS + TICKS - 1


def iso(tick: int, precision: int) -> str:
    """Return the ISO date of a tick, to the year (4), the month (7) or the day (10)."""
    return day_of(tick // TICKS).isoformat()[:precision]


def make_world(rng: random.Random, scale: Scale) -> World:
    """Return a world of that scale."""
    world = World(make_cast(rng, scale))
    _Maker(world, rng, scale).fill()
    return world


class _Maker:
    def __init__(self, world: World, rng: random.Random, scale: Scale) -> None:
        self._world, self._rng, self._scale = world, rng, scale
        self._cast = world.cast

    def fill(self) -> None:
        self._spans()
        self._tenures()
        for event in self._cast.ids(Section.EVENTS):
            for relation, sections in (
                ("took_part", (Section.PEOPLE,)),
                ("party", (Section.PLACES, Section.ORGS)),
            ):
                self._put(relation, event, self._some(*sections))
            self._put("covered", event, self._some_topics())
            self._put("place", event, self._around_a_point())
        for relation, at in product(DECLARED, FRAMES):
            self._world.rows[relation, at] = make_rows(self._rng, self._cast, relation)
        terms = self._cast.ids(Section.TERMS)
        self._world.meanings = dict(zip(terms, self._rng.sample(MEANINGS, len(terms)), strict=True))
        for thing in self._cast.ids(Section.TERMS, Section.MEDIA):
            self._put("example_of", thing, self._some(Section.TERMS))
        for number in range(self._scale.statements):
            self._statement(f"st{number}", quoted=self._rng.random() < 0.6)

    # --- lists ---

    def _put(self, relation: str, subject: str, true: frozenset[str]) -> None:
        for same in self._cast.one.get(subject, (subject,)):
            self._world.sets[relation, same] = true

    def _same(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(same for id_ in ids for same in self._cast.one[id_])

    def _some(self, *sections: Section, most: int = 3) -> frozenset[str]:
        found: list[str] = []
        for section in sections:
            ids = self._cast.ids(section)
            found += self._rng.sample(ids, self._rng.randint(0, min(most, len(ids))))
        return self._same(found)

    def _one_of(self, section: Section) -> frozenset[str]:
        return self._same([self._rng.choice(self._cast.ids(section))])

    def _some_topics(self) -> frozenset[str]:
        chosen = self._rng.sample(self._cast.ids(Section.TOPICS), self._rng.randint(1, 2))
        near = [
            id_
            for id_ in self._cast.meeting(chosen)
            if id_ not in chosen and self._rng.random() < 0.5
        ]
        return self._cast.with_wholes([*chosen, *near])

    def _around_a_point(self) -> frozenset[str]:
        """Return the places that hold one point: an event is in all of them."""
        place = self._rng.choice(self._cast.ids(Section.PLACES))
        point = self._rng.choice(sorted(self._cast.region[place]))
        return frozenset(
            id_ for id_ in self._cast.ids(Section.PLACES) if point in self._cast.region[id_]
        )

    # --- statements ---

    def _statement(self, slug: str, *, quoted: bool) -> None:
        rng = self._rng
        several = rng.choice((1, 1, 2))
        sections = (Section.PEOPLE,) if rng.random() < 0.6 else _SPEAKERS
        speakers = self._same(rng.sample(self._cast.ids(*sections), several))
        if quoted:
            self._world.quoted.add(slug)
        several = 1 if quoted else rng.randint(1, 2)
        self._put("said", slug, speakers)
        self._put("reported", slug, self._some(*_SPEAKERS, most=1))
        self._put("said_on", slug, self._some(Section.EVENTS, most=2))
        for relation, section in (("medium", Section.MEDIA), ("said_at", Section.EVENTS)):
            true = self._one_of(section)
            for _ in range(several - 1):
                true |= self._one_of(section)
            self._put(relation, slug, true)
        self._put("about", slug, self._some_topics())
        self._world.days[slug] = frozenset(rng.choice(BUSY) for _ in range(several))

    # --- time ---

    def _tick(self) -> int:
        return self._rng.choice(BUSY) * TICKS + self._rng.randrange(TICKS)

    def _spans(self) -> None:
        events = self._cast.ids(Section.EVENTS)
        spans = {}
        for event in events:
            start = self._tick()
            spans[event] = (start, start + self._rng.choice((0, 1, 4, 60)))
        while True:
            before = dict(spans)
            for part, whole in self._cast.within:
                spans[whole] = _hull(spans[whole], spans[part])
            for event in events:
                for same in self._cast.one[event]:
                    spans[event] = _hull(spans[event], spans[same])
            if spans == before:
                break
        self._world.spans = spans

    def _tenures(self) -> None:
        """Fill the offices; a change within a day is always one from holder to holder."""
        rng = self._rng
        people = self._cast.ids(Section.PEOPLE)
        handovers: list[int] = []
        for office in self._cast.ids(Section.OFFICES):
            tenures: list[Tenure] = []
            start = rng.choice(BUSY[:3]) * TICKS
            while start < BUSY[-1] * TICKS and len(tenures) < 4:
                end = start + rng.choice((3, 29, 60, 200)) * TICKS + rng.randrange(TICKS)
                vacant = rng.random() < 0.3
                if vacant or len(tenures) == 3:
                    end -= end % TICKS
                tenures.append(Tenure(rng.choice(people), start, end))
                handovers.append(end)
                start = end + (5 * TICKS if vacant else 0)
                if rng.random() < 0.2:
                    break
            last = tenures.pop()
            tenures.append(Tenure(last.person, last.start, last.end - last.end % TICKS))
            self._world.tenures[office] = tuple(tenures)
        self._world.written = rng.choice((self._tick(), rng.choice(handovers)))
        self._world.published = iso(self._world.written, rng.choice((7, 10)))


def _hull(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
