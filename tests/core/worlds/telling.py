"""What a fact base tells of a world: facts that are so, lists that are complete where said so."""

import random
from dataclasses import dataclass
from itertools import count, permutations

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import (
    CoverageFact,
    EventFact,
    Fact,
    ItemList,
    OfficeFact,
    SequenceFact,
    StatementFact,
)
from tests.core.worlds.row_facts import rows_of, things_of
from tests.core.worlds.scale import PLAIN, WITH_TOPICS, Scale
from tests.core.worlds.teller import Teller
from tests.core.worlds.world import SOURCE, TICKS, World, day_of, iso, make_world

_PRECISIONS = (4, 7, 10, 10)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Telling:
    """A world with some of what is so in it.

    Attributes:
        name: the call that makes it again.
        facts: in the order of the file.
        notes: the paragraphs of the source; each fact cites its own.
    """

    name: str
    world: World
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the call that makes it again; the whole world would fill pages."""
        return self.name


def telling_of(seed: int, scale: Scale) -> Telling:
    """Return a world of that scale and a fact base that is so in it; the same for one seed."""
    rng = random.Random(seed)
    world = make_world(rng, scale)
    teller = _Teller(world, rng, scale)
    facts = [*teller.events(), *teller.orders(), *teller.coverage()]
    facts += [*teller.offices(), *teller.statements(), *rows_of(teller), *things_of(teller)]
    return Telling(f"telling_of({seed}, {scale})", world, tuple(facts), tuple(teller.notes))


class _Teller(Teller):
    def events(self) -> list[Fact]:
        """Return the data of some events."""
        return [self._event(event) for event in self.cast.ids(Section.EVENTS) if self.says()]

    def _event(self, event: str) -> EventFact:
        first, last = self.world.spans[event]
        same_time = [
            other
            for other in self.cast.ids(Section.EVENTS)
            if other != event
            and not self.world.holds(Claim("before", event, other))
            and not self.world.holds(Claim("before", other, event))
            and self.says(0.2)
        ]
        return EventFact(
            slug=event,
            cites=self.cite(),
            date=self._span_date(first, last),
            began=iso(first, self.rng.choice(_PRECISIONS)) if self.says(0.3) else None,
            ended=iso(last, self.rng.choice(_PRECISIONS)) if self.says(0.3) else None,
            place=self.one("place", event),
            participants=self.listing("took_part", event, (Section.PEOPLE,)),
            parties=self.listing("party", event, (Section.PLACES, Section.ORGS)),
            part_of=tuple(whole for part, whole in self.cast.within if part == event),
            same_time=tuple(same_time),
        )

    def _span_date(self, first: int, last: int) -> str | None:
        """Return a date that holds the whole of an event, if there is one."""
        fitting = [size for size in _PRECISIONS if iso(first, size) == iso(last, size)]
        return iso(first, self.rng.choice(fitting)) if fitting and self.says() else None

    def orders(self) -> list[Fact]:
        """Return some stated orders."""
        pairs = [
            pair
            for pair in permutations(self.cast.ids(Section.EVENTS), 2)
            if self.world.holds(Claim("before", *pair)) and self.says(self.scale.told / 3)
        ]
        return [
            SequenceFact(f"seq{number}", self.cite(), pair) for number, pair in enumerate(pairs)
        ]

    def coverage(self) -> list[Fact]:
        """Return what some events covered; of some in two facts."""
        facts: list[Fact] = []
        for event in self.cast.ids(Section.EVENTS) * 2:
            covered = self.listing("covered", event, (Section.TOPICS,))
            if covered is not None and self.says(self.scale.told / 2):
                facts.append(CoverageFact(f"co{len(facts)}", self.cite(), event, covered))
        return facts

    # --- offices ---

    def offices(self) -> list[Fact]:
        """Return tenures: of one office by their bounds all of them or none."""
        numbers = count()
        facts: list[Fact] = []
        for office in self.cast.ids(Section.OFFICES):
            times: list[tuple[str, Instant | Period]] = []
            if self.says(0.5):
                times += self._periods(office)
            times += self._moments(office)
            for person, at in times:
                denied = tuple(
                    (other, ())
                    for other in self.cast.ids(Section.PEOPLE)
                    if self.says(self.scale.told / 8) and self._never(office, other, at)
                )
                slug = f"held{next(numbers)}"
                facts.append(OfficeFact(slug, self.cite(), office, person, at, denied))
        return facts

    def _periods(self, office: str) -> list[tuple[str, Period]]:
        """Return the tenures by their bounds; a change has one precision on both its sides."""
        tenures = self.world.tenures[office]
        told: list[tuple[str, Period]] = []
        precision = self.rng.choice(_PRECISIONS)
        for tenure in tenures:
            start = iso(tenure.start, precision)
            precision = self.rng.choice(_PRECISIONS)
            told.append((tenure.person, Period(start, iso(tenure.end - 1, precision))))
        return told

    def _moments(self, office: str) -> list[tuple[str, Instant]]:
        told: list[tuple[str, Instant]] = []
        for tenure in self.world.tenures[office]:
            if tenure.start <= self.world.written < tenure.end and self.says():
                told.append((tenure.person, Instant(self.world.published, SOURCE)))
            if self.says(self.scale.told / 3):
                tick = self.rng.choice((tenure.start, tenure.end - 1))
                told.append((tenure.person, Instant(iso(tick, self.rng.choice(_PRECISIONS)))))
        return told

    def _never(self, office: str, person: str, at: Instant | Period) -> bool:
        """Return whether somebody held the office at no instant of the time."""
        if isinstance(at, Instant):
            return not self.world.holds(Claim("holder", office, person, at))
        days = range(-400, 900)
        inside = [
            day_of(day).isoformat()
            for day in days
            if at.start <= day_of(day).isoformat()[: len(at.start)]
            and day_of(day).isoformat()[: len(at.until)] <= at.until
        ]
        return not any(
            self.world.holds(Claim("holder", office, person, Instant(day))) for day in inside
        )

    # --- statements ---

    def statements(self) -> list[Fact]:
        """Return the statements."""
        slugs = [subject for relation, subject in self.world.sets if relation == "said"]
        return [self._statement(slug, number) for number, slug in enumerate(slugs)]

    def _statement(self, slug: str, number: int) -> StatementFact:
        quoted = slug in self.world.quoted
        about = self.listing("about", slug, (Section.TOPICS,), may_close=quoted)
        words, gist, names = self._words(about, number)
        said_at = self.one("said_at", slug)
        anonymous = self.says(0.15)
        only = not anonymous and not quoted and said_at is not None and self.says(0.4)
        for name in names if quoted else ():
            start = words.index(name)
            self.world.words[f"{slug}[{start}:{start + len(name)}]"] = name
        day = self.rng.choice(sorted(self.world.days[slug]))
        return StatementFact(
            slug=slug,
            cites=self.cite(words),
            speakers=() if anonymous else self._speakers(slug, closed=quoted or only),
            jointly=False,
            narrator=anonymous and self.says(0.5),
            quote=words if quoted else None,
            gist=gist if not quoted or self.says(0.5) else None,
            medium=self.one("medium", slug),
            said_at=said_at,
            said_on=self.one("said_on", slug),
            dated=iso(day * TICKS, self.rng.choice(_PRECISIONS)) if self.says(0.3) else None,
            reported=tuple(sorted(self.world.sets["reported", slug])[:1]) if self.says(0.4) else (),
            about=about,
            only=only,
            blanks=(),
        )

    def _speakers(self, slug: str, *, closed: bool) -> tuple[str, ...]:
        true = sorted(self.world.sets["said", slug])
        listed = [self.rng.choice(true)]
        if closed:
            sections = {self.cast.entities[id_].section for id_ in true}
            for section in sections:
                listed += [id_ for id_ in true if self.cast.entities[id_].section is section][:1]
            listed += self.missing(true, listed)
        return tuple(dict.fromkeys(listed))

    def _words(self, about: ItemList | None, number: int) -> tuple[str, str, list[str]]:
        """Return the words of a statement, what they say, and the names that stand in them."""
        named = [self.cast.entities[id_].name for id_ in (about.listed if about else ())][:2]
        if len(named) == 2:
            words = WITH_TOPICS[number % len(WITH_TOPICS)].format(*named)
            return words, f"that {named[0]} comes before {named[1]}", named
        words, gist = PLAIN[number % len(PLAIN)]
        return words, gist, []
