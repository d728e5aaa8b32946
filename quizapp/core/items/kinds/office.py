"""Offices: who held one, and which one somebody held, at a moment that the stem prints (R12)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section
from quizapp.core.items.accepted import accepted_names
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.proof.tenure import moment_within


class Office(ItemKind):
    """Persons for an office, chosen or typed; offices for a person, chosen only.

    An office has one holder at a moment, so any other person is wrong, typed too. A person may
    hold several offices: another one is wrong only where its own holder is known.
    """

    name = "office"
    formats = frozenset(("choice", "typed"))
    holes = frozenset(("office", "person", "source", "written", "day"))
    options = frozenset(("person", "office"))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of holders."""
        return context.slots_of("holder")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the holder asked for, then the office."""
        for atom in context.stated(slot):
            claim = atom.claim
            if not isinstance(claim.object, str):
                raise ValueError(f"{slot} has no holder")
            holder = self._question(context, claim, "office", claim.subject)
            yield from self._typed(context, holder, claim.object)
            yield from self._chosen(context, holder, "person", claim.object, rng)
            office = self._question(context, claim, "person", claim.object)
            yield from self._chosen(context, office, "office", claim.subject, rng)

    def _question(self, context: Context, claim: Claim, hole: str, id_: str) -> Question:
        fillings = {
            **context.printer.moment(moment_within(claim.at)),
            hole: context.printer.entity(id_),
        }
        return self.ask(context, fillings, needed=(hole,))

    def _typed(self, context: Context, question: Question, key: str) -> Iterator[Draft]:
        accepted, ambiguous = accepted_names(context, key)
        if context.bank.entities[key].name in accepted and self._is_settled(context, question, key):
            claim = question.claim(context.printer.entity(key))
            yield Draft(
                format="typed",
                frame=question.frame.id,
                stem=question.stem,
                body=Typed(claim, accepted, ambiguous, person=True),
                nearness=0.5,
            )

    def _is_settled(self, context: Context, question: Question, key: str) -> bool:
        """Return whether everybody else is wrong: a typed answer may name anybody."""
        others = [
            person.id
            for person in context.bank.of(Section.PEOPLE)
            if not context.structure.possibly_same(key, person.id)
        ]
        return bool(others) and all(
            context.is_false(question.claim(context.printer.entity(id_))) for id_ in others
        )

    def _chosen(
        self, context: Context, question: Question, option: str, key: str, rng: Random
    ) -> Iterator[Draft]:
        candidates = context.same_sort(
            key, lambda id_: context.is_false(question.claim(context.printer.entity(id_)))
        )
        for company in wrong_things(context, key, candidates, rng, length=context.name_length):
            yield Draft(
                format="choice",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(
                    tuple(
                        self._choice(context, question, option, id_, right=id_ == key)
                        for id_ in (key, *company)
                    )
                ),
                nearness=context.alike(key, company),
            )

    def _choice(
        self, context: Context, question: Question, option: str, id_: str, *, right: bool
    ) -> Choice:
        filling = context.printer.entity(id_)
        return Choice(context.option(self.name, option, filling), question.claim(filling), right)
