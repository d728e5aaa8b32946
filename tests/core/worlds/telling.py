"""What a fact base tells of a world: facts that are so, lists that are complete where said so."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, permutations

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.entity import Section
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
from quizapp.core.facts.source import Citation
from tests.core.worlds.relations import told_rows
from tests.core.worlds.scale import PLAIN, WITH_TOPICS, Scale
from tests.core.worlds.world import SOURCE, TICKS, World, day_of, iso, make_world

_PRECISIONS = (4, 7, 10, 10)


@dataclass(frozen=True, slots=True, repr=False)
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
    facts += [*teller.offices(), *teller.statements(), *teller.rows(), *teller.things()]
    return Telling(f"telling_of({seed}, {scale})", world, tuple(facts), tuple(teller.notes))


class _Teller:
    def __init__(self, world: World, rng: random.Random, scale: Scale) -> None:
        self._world, self._rng, self._scale = world, rng, scale
        self._cast = world.cast
        self.notes: list[str] = []

    def _says(self, chance: float | None = None) -> bool:
        return self._rng.random() < (self._scale.told if chance is None else chance)

    def _cite(self, words: str = "It is on file.") -> tuple[Citation, ...]:
        """Return a citation of a new note."""
        number = len(self.notes) + 1
        note = f'Note {number:03} says: "{words}"'
        self.notes.append(note)
        return (Citation(SOURCE, number, 0, len("Note 001"), 0, len(note)),)

    # --- lists ---

    def _listing(
        self, relation: str, subject: str, sections: Sequence[Section], *, may_close: bool = True
    ) -> ItemList | None:
        true = self._world.sets[relation, subject]
        ids = self._cast.ids(*sections)
        listed = [id_ for id_ in ids if id_ in true and self._says()]
        self._rng.shuffle(listed)
        denied = tuple(
            (id_, ()) for id_ in ids if id_ not in true and self._says(self._scale.told / 6)
        )
        complete = bool(listed) and may_close and self._says(self._scale.closed)
        if complete:
            listed += self._missing(true, listed)
        if not listed and not denied:
            return None
        return ItemList(tuple(listed), denied, complete)

    def _missing(self, true: Iterable[str], listed: Sequence[str]) -> list[str]:
        """Return what a complete list must not leave out.

        That is whatever shares nothing with all that is on it; of things without a region,
        whatever is not on it by any id.
        """
        found = list(listed)
        sections = {self._cast.entities[id_].section for id_ in listed}
        for id_ in sorted(true):
            section = self._cast.entities[id_].section
            if section is Section.TOPICS:
                known = set(self._cast.meeting(found))
            else:
                known = {same for one in found for same in self._cast.one[one]}
            if section in sections and id_ not in known:
                found.append(id_)
        return found[len(listed) :]

    def _one(self, relation: str, subject: str) -> str | None:
        true = sorted(self._world.sets[relation, subject])
        return self._rng.choice(true) if true and self._says() else None

    # --- events ---

    def events(self) -> list[Fact]:
        """Return the data of some events."""
        return [self._event(event) for event in self._cast.ids(Section.EVENTS) if self._says()]

    def _event(self, event: str) -> EventFact:
        first, last = self._world.spans[event]
        same_time = [
            other
            for other in self._cast.ids(Section.EVENTS)
            if other != event
            and not self._world.holds(Claim("before", event, other))
            and not self._world.holds(Claim("before", other, event))
            and self._says(0.2)
        ]
        return EventFact(
            slug=event,
            cites=self._cite(),
            date=self._span_date(first, last),
            began=iso(first, self._rng.choice(_PRECISIONS)) if self._says(0.3) else None,
            ended=iso(last, self._rng.choice(_PRECISIONS)) if self._says(0.3) else None,
            place=self._one("place", event),
            participants=self._listing("took_part", event, (Section.PEOPLE,)),
            parties=self._listing("party", event, (Section.PLACES, Section.ORGS)),
            part_of=tuple(whole for part, whole in self._cast.within if part == event),
            same_time=tuple(same_time),
        )

    def _span_date(self, first: int, last: int) -> str | None:
        """Return a date that holds the whole of an event, if there is one."""
        fitting = [size for size in _PRECISIONS if iso(first, size) == iso(last, size)]
        return iso(first, self._rng.choice(fitting)) if fitting and self._says() else None

    def orders(self) -> list[Fact]:
        """Return some stated orders."""
        pairs = [
            pair
            for pair in permutations(self._cast.ids(Section.EVENTS), 2)
            if self._world.holds(Claim("before", *pair)) and self._says(self._scale.told / 3)
        ]
        return [
            SequenceFact(f"seq{number}", self._cite(), pair) for number, pair in enumerate(pairs)
        ]

    def coverage(self) -> list[Fact]:
        """Return what some events covered; of some in two facts."""
        facts: list[Fact] = []
        for event in self._cast.ids(Section.EVENTS) * 2:
            covered = self._listing("covered", event, (Section.TOPICS,))
            if covered is not None and self._says(self._scale.told / 2):
                facts.append(CoverageFact(f"co{len(facts)}", self._cite(), event, covered))
        return facts

    # --- offices ---

    def offices(self) -> list[Fact]:
        """Return tenures: of one office by their bounds all of them or none."""
        numbers = count()
        facts: list[Fact] = []
        for office in self._cast.ids(Section.OFFICES):
            times: list[tuple[str, Instant | Period]] = []
            if self._says(0.5):
                times += self._periods(office)
            times += self._moments(office)
            for person, at in times:
                denied = tuple(
                    (other, ())
                    for other in self._cast.ids(Section.PEOPLE)
                    if self._says(self._scale.told / 8) and self._never(office, other, at)
                )
                slug = f"held{next(numbers)}"
                facts.append(OfficeFact(slug, self._cite(), office, person, at, denied))
        return facts

    def _periods(self, office: str) -> list[tuple[str, Period]]:
        """Return the tenures by their bounds; a change has one precision on both its sides."""
        tenures = self._world.tenures[office]
        told: list[tuple[str, Period]] = []
        precision = self._rng.choice(_PRECISIONS)
        for tenure in tenures:
            start = iso(tenure.start, precision)
            precision = self._rng.choice(_PRECISIONS)
            told.append((tenure.person, Period(start, iso(tenure.end - 1, precision))))
        return told

    def _moments(self, office: str) -> list[tuple[str, Instant]]:
        told: list[tuple[str, Instant]] = []
        for tenure in self._world.tenures[office]:
            if tenure.start <= self._world.written < tenure.end and self._says():
                told.append((tenure.person, Instant(self._world.published, SOURCE)))
            if self._says(self._scale.told / 3):
                tick = self._rng.choice((tenure.start, tenure.end - 1))
                told.append((tenure.person, Instant(iso(tick, self._rng.choice(_PRECISIONS)))))
        return told

    def _never(self, office: str, person: str, at: Instant | Period) -> bool:
        """Return whether somebody held the office at no instant of the time."""
        if isinstance(at, Instant):
            return not self._world.holds(Claim("holder", office, person, at))
        days = range(-400, 900)
        inside = [
            day_of(day).isoformat()
            for day in days
            if at.start <= day_of(day).isoformat()[: len(at.start)]
            and day_of(day).isoformat()[: len(at.until)] <= at.until
        ]
        return not any(
            self._world.holds(Claim("holder", office, person, Instant(day))) for day in inside
        )

    # --- rows and terms ---

    def rows(self) -> list[Fact]:
        """Return rows of the declared relations; of some in two facts."""
        facts: list[Fact] = []
        for (relation, at), true in self._world.rows.items():
            if at is not None and self._says(0.5):
                continue
            rows, denied, complete = told_rows(
                self._rng,
                self._cast,
                relation,
                true,
                told=self._scale.told / 2,
                closed=self._scale.closed,
            )
            cut = len(rows) // 2 if not complete and self._says(0.3) else 0
            for some in filter(None, (rows[:cut], rows[cut:])):
                last = some == rows[cut:]
                facts.append(
                    RelationFact(
                        slug=f"row{len(facts)}",
                        cites=self._cite(),
                        relation=relation,
                        rows=some,
                        denied=tuple((s, o, ()) for s, o in denied) if last else (),
                        complete=complete if last else (),
                        at=at,
                    )
                )
        return facts

    def things(self) -> list[Fact]:
        """Return what terms mean, and examples of them."""
        facts: list[Fact] = []
        for thing in self._cast.ids(Section.TERMS, Section.MEDIA):
            examples = self._listing("example_of", thing, (Section.TERMS,), may_close=False)
            means = self._world.meanings.get(thing) if self._says() else None
            if thing in self._world.meanings and (means or examples):
                facts.append(TermFact(thing, self._cite(), means, examples))
            elif examples:
                facts.append(ExampleFact(thing, self._cite(), examples))
        return facts

    # --- statements ---

    def statements(self) -> list[Fact]:
        """Return the statements."""
        slugs = [subject for relation, subject in self._world.sets if relation == "said"]
        return [self._statement(slug, number) for number, slug in enumerate(slugs)]

    def _statement(self, slug: str, number: int) -> StatementFact:
        quoted = slug in self._world.quoted
        about = self._listing("about", slug, (Section.TOPICS,), may_close=quoted)
        words, gist, names = self._words(about, number)
        said_at = self._one("said_at", slug)
        anonymous = self._says(0.15)
        only = not anonymous and not quoted and said_at is not None and self._says(0.4)
        for name in names if quoted else ():
            start = words.index(name)
            self._world.words[f"{slug}[{start}:{start + len(name)}]"] = name
        day = self._rng.choice(sorted(self._world.days[slug]))
        return StatementFact(
            slug=slug,
            cites=self._cite(words),
            speakers=() if anonymous else self._speakers(slug, closed=quoted or only),
            jointly=False,
            narrator=anonymous and self._says(0.5),
            quote=words if quoted else None,
            gist=gist if not quoted or self._says(0.5) else None,
            medium=self._one("medium", slug),
            said_at=said_at,
            said_on=self._one("said_on", slug),
            dated=iso(day * TICKS, self._rng.choice(_PRECISIONS)) if self._says(0.3) else None,
            reported=tuple(sorted(self._world.sets["reported", slug])[:1]),
            about=about,
            only=only,
            blanks=(),
        )

    def _speakers(self, slug: str, *, closed: bool) -> tuple[str, ...]:
        true = sorted(self._world.sets["said", slug])
        listed = [self._rng.choice(true)]
        if closed:
            sections = {self._cast.entities[id_].section for id_ in true}
            for section in sections:
                listed += [id_ for id_ in true if self._cast.entities[id_].section is section][:1]
            listed += self._missing(true, listed)
        return tuple(dict.fromkeys(listed))

    def _words(self, about: ItemList | None, number: int) -> tuple[str, str, list[str]]:
        """Return the words of a statement, what they say, and the names that stand in them."""
        named = [self._cast.entities[id_].name for id_ in (about.listed if about else ())][:2]
        if len(named) == 2:
            words = WITH_TOPICS[number % len(WITH_TOPICS)].format(*named)
            return words, f"that {named[0]} comes before {named[1]}", named
        words, gist = PLAIN[number % len(PLAIN)]
        return words, gist, []
