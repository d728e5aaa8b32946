"""What diagnoses work from: one sound set with all that was made of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import Fact
from quizapp.core.items.context import Context
from quizapp.core.items.generate import offers
from quizapp.core.items.item import Item, Option, Part
from quizapp.core.items.refusal import Refusal
from quizapp.core.proof.structure import Structure


class Examined:
    """A set under examination.

    Args:
        context: the set, ready to be asked about.
        today: for what is to be looked at again after a date.
    """

    def __init__(self, context: Context, today: date) -> None:
        self.context = context
        self.today = today

    @property
    def bank(self) -> Bank:
        """The set."""
        return self.context.bank

    @property
    def structure(self) -> Structure:
        """How its things relate."""
        return self.context.structure

    @cached_property
    def _offers(self) -> tuple[Item | Refusal, ...]:
        return tuple(offers(self.context))

    @property
    def items(self) -> Iterable[Item]:
        """Every item of the set; they are made when first asked for."""
        return (one for one in self._offers if isinstance(one, Item))

    @property
    def shown(self) -> Iterator[Option | Part]:
        """Every option and part of the items."""
        for item in self.items:
            yield from item.options
            yield from item.parts

    @property
    def refusals(self) -> Iterable[Refusal]:
        """What kinds do not ask for, and why; found together with the items."""
        return (one for one in self._offers if isinstance(one, Refusal))

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        structure = self.structure
        declared = (
            *self.bank.apart,
            *((one.id, other) for one in self.bank.entities.values() for other in one.apart),
        )
        return frozenset(
            frozenset((structure.representative(one), structure.representative(other)))
            for one, other in declared
        )

    def declared_apart(self, one: str, other: str) -> bool:
        """Return whether the set itself says that two things, or wholes of theirs, are apart."""
        return any(
            frozenset((mine, its)) in self._apart
            for mine in self.structure.wholes(one)
            for its in self.structure.wholes(other)
        )

    def cited_texts(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Yield the words that a fact cites from texts, each after the id of its source."""
        for cite in fact.cites:
            if cite.paragraph is not None:
                text = self.bank.sources[cite.source].paragraph(cite.paragraph)
                yield cite.source, text[cite.start : cite.end]
