"""A statement with a gap: what the kinds share that ask for what is left out of it.

The text that fills the gap makes the statement again, word for word, so that it says what the
relation's frame says of it.
"""

from dataclasses import replace

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.answers import Known
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.telling import Telling
from quizapp.core.proof.printer import Filling
from quizapp.core.text.frame import capitalised


class Gap:
    """One stated claim, told without its object, or without its subject.

    Raises:
        Unaskable: it cannot be told, or what is left out stands in it more than once.
    """

    def __init__(self, context: Context, atom: Atom, *, of_subject: bool = False) -> None:
        self.telling = Telling(context, atom)
        self._context, self._claim, self._of_subject = context, atom.claim, of_subject
        gap = context.wording.language.gap
        self._gapped = (
            self.telling.worded(subject=gap) if of_subject else self.telling.worded(object_=gap)
        )
        self._before, self._after = around(self._gapped.stem, gap)

    @property
    def text(self) -> str:
        """The statement with its gap."""
        return self._gapped.stem

    @property
    def stated(self) -> str | Value:
        """What the facts have in the gap."""
        return self._claim.subject if self._of_subject else self._claim.object

    def known(self) -> Known:
        """Return the things that are known to be right in the gap, and whether that is all.

        Raises:
            Unaskable: more may follow from other facts.
        """
        answers = self._context.answers
        known = (answers.subjects if self._of_subject else answers.objects)(self._claim)
        if self._claim.relation == "holder":
            # Who else held it on a day of change is not said (R12), nor what else somebody held.
            return replace(known, complete=not self._of_subject and self._refutes_others())
        return known

    def _refutes_others(self) -> bool:
        key = str(self._claim.object)
        others = [
            other
            for other in self._context.candidates.of_sort(key)
            if not self._context.structure.possibly_same(key, other)
        ]
        return bool(others) and all(
            self._context.is_false(self.telling.claim(other)) for other in others
        )

    def filling(self, end: str | Value) -> tuple[str, Claim]:
        """Return what to put into the gap for a thing or value, and what the statement then says.

        Raises:
            Unaskable: the statement is worded otherwise around it.
        """
        told = self._told(end)
        return between(told.stem, self._before, self._after), told.claim()

    def _told(self, end: str | Value) -> Question:
        if not self._of_subject:
            return self.telling.of(end)
        if end == self._claim.subject:
            return self.telling.of(self._claim.object)
        return self.telling.of_subject(str(end))

    def printed(self, end: str | Value) -> Filling:
        """Return what fills the gap as it prints elsewhere: by its bare name too, if it has one."""
        text, _ = self.filling(end)
        if isinstance(end, str):
            named = self._context.printer.entity(end)
            if text == named.phrase.text or (
                not self._before and text == capitalised(named.phrase.text)
            ):
                return named
        return Filling.words(text)

    @property
    def quotes(self) -> tuple[tuple[str, str], ...]:
        """The statements whose words or gist are printed, with those."""
        return self.telling.quotes(self._gapped)


def both_ways(context: Context, atom: Atom) -> tuple[Atom, ...]:
    """Return a stated claim, and of a symmetric relation the same told from its other end."""
    claim = atom.claim
    if not context.bank.relations[claim.relation].symmetric:
        return (atom,)
    turned = replace(claim, subject=str(claim.object), object=claim.subject)
    return atom, replace(atom, claim=turned)


def around(text: str, hole: str) -> tuple[str, str]:
    """Return what stands before and after a hole; Unaskable where there is not just one."""
    pieces = text.split(hole)
    if len(pieces) != 2:
        raise Unaskable("what is asked for does not stand just once in the statement")
    return pieces[0], pieces[1]


def between(text: str, before: str, after: str) -> str:
    """Return what stands between two texts; Unaskable where it is worded otherwise around it."""
    if len(text) < len(before) + len(after):
        raise Unaskable("the statement is worded otherwise around this")
    if not (text.startswith(before) and text.endswith(after)):
        raise Unaskable("the statement is worded otherwise around this")
    return text[len(before) : len(text) - len(after)]
