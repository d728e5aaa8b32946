"""Coverage: an event covered topics."""

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, CoverageFact, Fact
from quizapp.core.facts.schema import FactEntry, Listing, Text
from quizapp.core.facts.shapes.shape import Shape, list_atoms
from quizapp.core.facts.tree import Path


class CoverageEntry(FactEntry):
    """``{event: …, covered: {list: […]}, cite: …}``."""

    event: Text
    covered: Listing


class Coverage(Shape[CoverageEntry]):
    """What an event covered; the list stays open unless declared complete."""

    name = "coverage"
    fields = ("covered",)
    model = CoverageEntry

    def fact(self, slug: str, entry: CoverageEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact, its event and topics resolved."""
        event = desk.entity(entry.event, {Section.EVENTS}, (*path, "event"))
        covered = desk.listing(entry.covered, {Section.TOPICS}, (*path, "covered"))
        cites = desk.cites(entry.cite, (*path, "cite"))
        if event is None or covered is None:
            return None
        return CoverageFact(slug, cites, event, covered)

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return a ``covered`` atom for each topic."""
        assert isinstance(fact, CoverageFact)  # noqa: S101 - the reader pairs shape and fact
        return list_atoms(
            "covered",
            fact.event,
            fact.covered,
            fact=fact.slug,
            part="covered",
            cites=fact.cites,
        )
