"""Questions about one end of a row: what the kinds ``forward`` and ``backward`` share.

The stems are the relation's own, as the set declares it; which things are wrong the kernel says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import Atom
from quizapp.core.items.accepted import accepted_names
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.text.frame import Frame, first_fitting


@dataclass(frozen=True, slots=True)
class Asked:
    """One end of a row as a question.

    Attributes:
        printed: the thing whose row it is; nothing is asked of it and itself (R19).
        key: the thing asked for.
        single: whether there can be only one right answer, so that it may be typed.
    """

    question: Question
    printed: str
    key: str
    single: bool


class AskingRows(ItemKind):
    """One thing among things of its sort, or typed where there can be only one."""

    holes = frozenset[str]()
    options = frozenset(("thing",))
    formats = frozenset(("choice", "typed"))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of the rows of declared relations that have a stem for this end."""
        relations = [
            name
            for name, relation in context.bank.relations.items()
            if relation.wording is not None and self.frames(context, name)
        ]
        return context.slots_of(*relations)

    def frames(self, context: Context, relation: str) -> tuple[Frame, ...]:
        """Return the stems of a declared relation that ask for this end."""
        raise NotImplementedError

    def ends(self, context: Context, claim: Claim) -> Iterator[tuple[str, str, bool]]:
        """Yield what is printed, what is asked for, and whether that is the only answer."""
        raise NotImplementedError

    #: The hole of the end that is printed.
    printed: str

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield what may be typed, then the key beside different sets of wrong things."""
        reasons: list[Unaskable] = []
        posed = False
        for atom in context.stated(slot):
            for asked in self._asked(context, atom, reasons):
                posed = True
                yield from self._typed(context, asked)
                yield from self._chosen(context, asked, rng)
        if reasons and not posed:
            raise reasons[0]

    def _asked(self, context: Context, atom: Atom, reasons: list[Unaskable]) -> Iterator[Asked]:
        claim = atom.claim
        frames = self.frames(context, claim.relation)
        for printed, key, single in self.ends(context, claim):
            try:
                fillings = {
                    **context.printer.moment(claim.at),
                    self.printed: context.entity(printed, (atom.slot,)),
                }
            except Unaskable as reason:
                reasons.append(reason)
                continue
            frame = first_fitting(frames, fillings, needed=(self.printed,))
            if frame is not None:
                yield Asked(Question(frame, fillings), printed, key, single)

    def _typed(self, context: Context, asked: Asked) -> Iterator[Draft]:
        accepted, ambiguous = accepted_names(context, asked.key)
        if asked.single and context.bank.entities[asked.key].name in accepted:
            yield Draft(
                format="typed",
                frame=asked.question.frame.id,
                stem=asked.question.stem,
                body=Typed(
                    asked.question.claim(context.printer.entity(asked.key)), accepted, ambiguous
                ),
                nearness=0.5,
            )

    def _chosen(self, context: Context, asked: Asked, rng: Random) -> Iterator[Draft]:
        question = asked.question
        candidates = context.same_sort(
            asked.key,
            lambda id_: (
                not context.structure.possibly_same(asked.printed, id_)
                and context.is_false(question.claim(context.printer.entity(id_)))
            ),
        )
        if not candidates:
            raise Unaskable("nothing of the same sort is provably wrong: is the list complete?")
        choice = lru_cache(maxsize=None)(
            lambda id_: self._choice(context, question, id_, right=id_ == asked.key)
        )
        for company in wrong_things(
            context, asked.key, candidates, rng, length=context.name_length
        ):
            yield Draft(
                format="choice",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(tuple(map(choice, (asked.key, *company)))),
                nearness=context.alike(asked.key, company),
            )

    def _choice(self, context: Context, question: Question, id_: str, *, right: bool) -> Choice:
        filling = context.printer.entity(id_)
        return Choice(context.option(self.name, "thing", filling), question.claim(filling), right)
