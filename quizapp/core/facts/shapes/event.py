"""Event data: when and where an event was, who took part, who its parties were.

The data stand in the event's own entry, beside its name; the fact's slug is the event's id.
"""

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, EventFact, Fact
from quizapp.core.facts.naming import NamedEntry
from quizapp.core.facts.schema import DateText, Listing, Text, Texts
from quizapp.core.facts.shapes.shape import Shape, list_atoms
from quizapp.core.facts.shapes.term import example_atoms, examples_of
from quizapp.core.facts.tree import Path

_DATES = ("date", "began", "ended")


class EventEntry(NamedEntry):
    """An event's name and its data."""

    date: DateText | None = None
    began: DateText | None = None
    ended: DateText | None = None
    place: Text | None = None
    participants: Listing | None = None
    parties: Listing | None = None
    part_of: Texts = ()
    same_time: Texts = ()

    @property
    def has_data(self) -> bool:
        """Whether the entry states anything beyond names."""
        data = (
            *(*_DATES, "place", "participants", "parties", "part_of", "same_time"),
            *("example_of", "not_example_of"),
        )
        return any(getattr(self, field) for field in data)


class Event(Shape[EventEntry]):
    """What is known of an event."""

    name = "event"
    fields = ()
    model = EventEntry

    def fact(self, slug: str, entry: EventEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; an event without data states nothing."""
        if entry.cite is None:
            if entry.has_data:
                desk.fault(path, 'an event with data needs the field "cite"')
            return None
        events = {Section.EVENTS}
        _check_dates(entry, desk, path)
        place = entry.place
        if place is not None:
            place = desk.entity(place, {Section.PLACES}, (*path, "place"))
        return EventFact(
            slug=slug,
            cites=desk.cites(entry.cite, (*path, "cite")),
            date=entry.date,
            began=entry.began,
            ended=entry.ended,
            place=place,
            participants=desk.listing(
                entry.participants, {Section.PEOPLE}, (*path, "participants")
            ),
            parties=desk.listing(entry.parties, {Section.PLACES, Section.ORGS}, (*path, "parties")),
            part_of=desk.entity_ids(entry.part_of, events, (*path, "part_of")),
            same_time=desk.entity_ids(entry.same_time, events, (*path, "same_time")),
            example_of=examples_of(entry, desk, path),
        )

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the atoms of the dates, the place and the lists."""
        assert isinstance(fact, EventFact)  # noqa: S101 - the reader pairs shape and fact
        atoms: list[Atom] = []
        closures: list[Closure] = []
        for relation in _DATES:
            text = getattr(fact, relation)
            if text is not None:
                claim = Claim(relation, fact.slug, Value("date", text))
                atoms.append(Atom(claim, fact.slug, f"{fact.slug}/{relation}", fact.cites))
        if fact.place is not None:
            claim = Claim("place", fact.slug, fact.place)
            atoms.append(Atom(claim, fact.slug, f"{fact.slug}/place", fact.cites))
        for relation, items in (("took_part", fact.participants), ("party", fact.parties)):
            if items is not None:
                listed, closed = list_atoms(
                    relation, fact.slug, items, fact=fact.slug, part=relation, cites=fact.cites
                )
                atoms += listed
                closures += closed
        return atoms + example_atoms(fact.slug, fact.example_of, fact.cites), closures


def _check_dates(entry: EventEntry, desk: Desk, path: Path) -> None:
    """The first and the last day lie within the whole, in this order (R1)."""
    whole = parse_date(entry.date) if entry.date else None
    began = parse_date(entry.began) if entry.began else None
    ended = parse_date(entry.ended) if entry.ended else None
    for field, day in (("began", began), ("ended", ended)):
        if whole is not None and day is not None and whole.disjoint(day):
            desk.fault((*path, field), f"{field} {day.text} lies outside the date {whole.text}")
    if began is not None and ended is not None and ended.last < began.first:
        desk.fault((*path, "ended"), f"ended {ended.text} lies before began {began.text}")
