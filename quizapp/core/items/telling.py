"""A stated claim as a statement whose object can be replaced; for true or false.

Which replacements are false the kernel says; which of them are shown the kind decides.
"""

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.speakers import check_attributed
from quizapp.core.items.statements import needs_gist, opening, refuse_echoes, shown, words_of
from quizapp.core.proof.printer import Filling
from quizapp.core.proof.tenure import moment_within
from quizapp.core.text.frame import first_fitting

#: What tells a statement's subject: a name, or the words of a quotation, whole or the first ones.
_SUBJECTS = frozenset(("subject", "quote", "opening"))


class Telling:
    """One atom of a bank, ready to be told with any object.

    Raises:
        Unaskable: what it is about cannot be shown without answering, or points to two things.
    """

    def __init__(self, context: Context, atom: Atom) -> None:
        self._context = context
        self._atom = atom
        fact = context.bank.facts[atom.fact]
        self._fact = fact if isinstance(fact, StatementFact) else None
        self._told = {**context.printer.source(atom.cites), **self._subject()}

    def _subject(self) -> dict[str, Filling]:
        claim = self._atom.claim
        if self._fact is None:
            return {
                **self._context.printer.moment(moment_within(claim.at)),
                "subject": self._context.entity(claim.subject, (self._atom.slot,)),
            }
        if self._fact.quote is None:
            raise Unaskable("a paraphrase may be anybody's, anywhere, about more (R11b)")
        if claim.relation == "about":
            return {"opening": opening(self._context, self._fact)}
        if claim.relation == "said":
            check_attributed(self._context, self._fact)
        else:
            refuse_echoes(self._context, self._fact, of_anybody=True)
        fillings = shown(self._context, self._fact)
        return {hole: fillings[hole] for hole in ("quote", "gist") if hole in fillings}

    def of(self, object_: str | Value) -> Question:
        """Return the statement with this object; Unaskable where no frame can say it."""
        if isinstance(object_, Value):
            return self._question(self._context.printer.value(object_))
        return self._question({"object": self._context.entity(object_, (self._atom.slot,))})

    def worded(self, *, subject: str | None = None, object_: str | None = None) -> Question:
        """Return the statement with words in the place of one end, or of both.

        Raises:
            Unaskable: no frame can say it, or more than its words tells the subject.
        """
        told = dict(self._told)
        if subject is not None:
            if "gist" in told:
                raise Unaskable("its words and what they say would both have to be left out")
            told |= {hole: Filling.words(subject) for hole in told.keys() & _SUBJECTS}
        stated = self._atom.claim.object
        real = (
            {"object": self._context.entity(stated, (self._atom.slot,))}
            if isinstance(stated, str)
            else self._context.printer.value(stated)
        )
        ends = real if object_ is None else dict.fromkeys(real, Filling.words(object_))
        return self._question(ends, told)

    def of_subject(self, subject: str) -> Question:
        """Return the statement with another subject, of a row; Unaskable as above."""
        if self._fact is not None or not isinstance(self._atom.claim.object, str):
            raise Unaskable("only a row has a subject to put in its place")
        return self._question(
            {
                "subject": self._context.entity(subject, (self._atom.slot,)),
                "object": self._context.entity(self._atom.claim.object, (self._atom.slot,)),
            }
        )

    def claim(self, object_: str | Value) -> Claim:
        """Return what the statement with this object says."""
        return self.of(object_).claim()

    def _question(
        self, object_: dict[str, Filling], told: dict[str, Filling] | None = None
    ) -> Question:
        fillings = {**(self._told if told is None else told), **object_}
        scrap = self._fact is not None and "quote" in fillings and needs_gist(self._fact)
        frame = first_fitting(
            self._context.printer.relation(self._atom.claim.relation).say,
            fillings,
            needed=("gist",) if scrap else (),
        )
        if frame is None:
            raise Unaskable("no statement can be worded of what is known")
        return Question(frame, fillings)

    def quotes(self, question: Question) -> tuple[tuple[str, str], ...]:
        """Return the statements whose words or gist the question prints, with those."""
        words = words_of(question)
        return ((self._atom.fact, words),) if words else ()

    @property
    def printed(self) -> str:
        """What stands beside the object: the words and the gist."""
        return "\n".join(filling.phrase.text for filling in self._told.values())
