"""Sequence: one event was over before another began (R4)."""

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, Fact, SequenceFact
from quizapp.core.facts.schema import FactEntry, Text, Texts
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.tree import Path


class SequenceEntry(FactEntry):
    """``{id: …, order: [earlier, later], cite: …}``."""

    id: Text
    order: Texts


class Sequence(Shape[SequenceEntry]):
    """The stated order of two events; each pair carries the words that state that very pair."""

    name = "sequence"
    fields = ()
    model = SequenceEntry

    def fact(self, slug: str, entry: SequenceEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact."""
        order = desk.entity_ids(entry.order, {Section.EVENTS}, (*path, "order"))
        cites = desk.cites(entry.cite, (*path, "cite"))
        if len(entry.order) != 2:
            desk.fault(
                (*path, "order"),
                "an order names two events, the earlier first; write one entry for each pair, "
                "with the words that state that pair",
            )
        return SequenceFact(slug, cites, order) if len(order) == 2 else None

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the ``before`` atom of the pair."""
        assert isinstance(fact, SequenceFact)  # noqa: S101 - the reader pairs shape and fact
        earlier, later = fact.order
        claim = Claim("before", earlier, later)
        return [Atom(claim, fact.slug, f"{fact.slug}/{earlier}<{later}", fact.cites)], []
