"""A complete list as a question: what the kinds share that ask for what is, or is not, on it.

Topics and principals have stems of their own; of rows either end may be asked for, by a gap.
"""

from collections.abc import Callable, Iterator
from functools import partial

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.answers import Known
from quizapp.core.items.context import Context
from quizapp.core.items.gaps import Gap, both_ways
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable, askable
from quizapp.core.items.statements import opening
from quizapp.core.proof.printer import Filling

#: The holes of a kind that asks of lists.
HOLES = frozenset(("opening", "event", "source", "gapped"))


class Listing:
    """One end of a stated claim, asked for as a place on a complete list.

    Attributes:
        question: its stem.
        key: what is stated there.
        known: the whole list.
        named: the things that the stem names.

    Raises:
        Unaskable: it cannot be told, or the list is open.
    """

    def __init__(self, kind: ItemKind, context: Context, atom: Atom, *, of_subject: bool) -> None:
        self._context = context
        stems = {frame.id: frame for frame in context.words(kind.name).stems}
        frame = stems.get(atom.claim.relation)
        self._gap = Gap(context, atom, of_subject=of_subject) if frame is None else None
        if self._gap is not None:
            self.question = kind.ask(context, {"gapped": Filling.words(self._gap.text)})
            self.known: Known = self._gap.known()
            self.key = str(self._gap.stated)
        elif frame is not None:
            self.question = Question(frame, _fillings(context, atom))
            self.known = context.answers.objects(atom.claim)
            self.key = str(atom.claim.object)
        if not self.known.complete:
            raise Unaskable("open list: declare it complete or this cannot be asked")
        self.named = context.names.named_in(self.question.stem)

    def told(self, one: str) -> tuple[Filling, Claim]:
        """Return a thing as it is printed, and the claim that it is on the list; Unaskable too."""
        if self._gap is None:
            filling = self._context.printer.entity(one)
            return filling, self.question.claim(filling)
        _, claim = self._gap.filling(one)
        return self._gap.printed(one), claim


def drafts_of_lists(
    kind: ItemKind, context: Context, slot: str, drafts: Callable[[Listing], Iterator[Draft]]
) -> Iterator[Draft]:
    """Yield what a kind makes of the lists that a slot stands on.

    Raises:
        Unaskable: none can be asked for; with the first reason.
    """
    (atom, *_) = context.stated(slot)
    ends = (False, True) if atom.claim.relation in context.declared else (False,)

    def of_list(told: Atom, *, of_subject: bool) -> Iterator[Draft]:
        return drafts(Listing(kind, context, told, of_subject=of_subject))

    return askable(
        partial(of_list, told, of_subject=of_subject)
        for told in both_ways(context, atom)
        for of_subject in ends
    )


def _fillings(context: Context, atom: Atom) -> dict[str, Filling]:
    fact = context.bank.facts[atom.fact]
    fillings = dict(context.printer.source(atom.cites))
    if isinstance(fact, StatementFact):
        return {**fillings, "opening": opening(context, fact)}
    return {**fillings, "event": context.entity(atom.claim.subject, (atom.slot,))}
