"""Explanation: one fact explains another, or does not. It is never inferred."""

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.fact import Atom, Closure, ExplanationFact, Fact
from quizapp.core.facts.schema import FactEntry, Text
from quizapp.core.facts.shapes.shape import Shape
from quizapp.core.facts.tree import Path


class ExplanationEntry(FactEntry):
    """``{explains: fact-a, by: fact-b, cite: …}``, or ``not_by``."""

    explains: Text
    by: Text | None = None
    not_by: Text | None = None


class Explanation(Shape[ExplanationEntry]):
    """Why something was so: the one thing that facts alone never tell."""

    name = "explanation"
    fields = ("explains",)
    model = ExplanationEntry

    def fact(self, slug: str, entry: ExplanationEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; whether the facts it names exist is checked once all are read."""
        cites = desk.cites(entry.cite, (*path, "cite"))
        if (entry.by is None) == (entry.not_by is None):
            desk.fault(path, 'say what explains it: either "by" or "not_by"')
            return None
        explaining = entry.by or entry.not_by or ""
        field = "by" if entry.by is not None else "not_by"

        def check() -> None:
            desk.fact(entry.explains, (*path, "explains"))
            desk.fact(explaining, (*path, field))
            if explaining == entry.explains:
                desk.fault((*path, field), "a fact does not explain itself: name another")

        desk.later.append(check)
        return ExplanationFact(slug, cites, entry.explains, explaining, entry.by is not None)

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the ``explains`` atom, or its denial."""
        assert isinstance(fact, ExplanationFact)  # noqa: S101 - the reader pairs shape and fact
        claim = Claim("explains", fact.explaining, fact.explained, holds=fact.holds)
        return [Atom(claim, fact.slug, f"{fact.slug}/explains", fact.cites)], []
