"""Office: somebody held an office, at a moment or from one day until another (R12)."""

from pydantic import Field

from quizapp.core.facts.claim import Claim, Instant, Period
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, Fact, OfficeFact
from quizapp.core.facts.schema import DateText, Denials, FactEntry, Text
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.source import Citation
from quizapp.core.facts.tree import Path

#: ``on: report`` = when the cited source was written.
_REPORT = "report"


class OfficeEntry(FactEntry):
    """``{office: …, holder: …, on: report, cite: …}``, or with ``from`` and ``until``."""

    office: Text
    holder: Text
    on: Text | None = None
    from_: DateText | None = Field(default=None, alias="from")
    until: DateText | None = None
    not_: Denials = Field(default_factory=dict, alias="not")


class Office(Shape[OfficeEntry]):
    """Who held an office."""

    name = "office"
    fields = ("office", "holder")
    model = OfficeEntry

    def fact(self, slug: str, entry: OfficeEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact with its moment or period settled."""
        office = desk.entity(entry.office, {Section.OFFICES}, (*path, "office"))
        holder = desk.entity(entry.holder, {Section.PEOPLE}, (*path, "holder"))
        denied = desk.denials(entry.not_, {Section.PEOPLE}, (*path, "not"))
        cites = desk.cites(entry.cite, (*path, "cite"))
        at = self._time(entry, cites, desk, path)
        if office is None or holder is None or at is None:
            return None
        return OfficeFact(slug, cites, office, holder, at, denied)

    def _time(
        self, entry: OfficeEntry, cites: tuple[Citation, ...], desk: Desk, path: Path
    ) -> Instant | Period | None:
        bounded = entry.from_ is not None or entry.until is not None
        if bounded == (entry.on is not None):
            desk.fault(
                path,
                "say when the office was held: either on: report, on: a date, or from: and until:",
            )
            return None
        if entry.on is None:
            return self._period(entry, desk, path)
        if entry.on == _REPORT:
            if len(cites) < len(entry.cite):
                return None  # what could not be cited has its own fault
            return self._when_written(cites, desk, path)
        try:
            parse_date(entry.on)
        except ValueError as error:
            desk.fault((*path, "on"), f"{error}; or on: report, when the source was written")
            return None
        return Instant(entry.on)

    def _period(self, entry: OfficeEntry, desk: Desk, path: Path) -> Period | None:
        # With one bound only that day is known: nothing says how long it went on.
        start, until = entry.from_ or entry.until or "", entry.until or entry.from_ or ""
        if parse_date(until).last < parse_date(start).first:
            desk.fault((*path, "until"), f"until {until} lies before from {start}")
            return None
        return Period(start, until)

    def _when_written(self, cites: tuple[Citation, ...], desk: Desk, path: Path) -> Instant | None:
        for citation in cites:
            document = desk.documents[citation.source]
            if document.is_text and document.published is not None:
                return Instant(document.published, document.id)
        desk.fault(
            (*path, "on"),
            "on: report means when the cited text was written: cite a text whose source says "
            "when it was published",
        )
        return None

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the ``holder`` atom and the denials; there is one holder at a moment."""
        assert isinstance(fact, OfficeFact)  # noqa: S101 - the reader pairs shape and fact
        slot = f"{fact.slug}/holder"
        claim = Claim("holder", fact.office, fact.holder, at=fact.at)
        atoms = [Atom(claim, fact.slug, slot, fact.cites)]
        for denied, own in fact.denied:
            denial = Claim("holder", fact.office, denied, at=fact.at, holds=False)
            atoms.append(Atom(denial, fact.slug, slot, own or fact.cites))
        return atoms, []
