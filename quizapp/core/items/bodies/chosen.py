"""Options of which one or several are right, each a claim of its own."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.context import Context
from quizapp.core.items.item import Option
from quizapp.core.items.judging import judged
from quizapp.core.items.made import shuffled
from quizapp.core.proof.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as proposed; ``right`` is what the kernel must find of the claim."""

    text: str
    claim: Claim
    right: bool


@dataclass(frozen=True, slots=True)
class Chosen(Body):
    """Options to choose from.

    Attributes:
        ordered: whether they stand in their order; otherwise they are shuffled.
        several: whether more than one may be chosen.
    """

    choices: tuple[Choice, ...]
    ordered: bool = False
    several: bool = False

    @property
    def printed(self) -> tuple[str, ...]:
        """The options."""
        return tuple(choice.text for choice in self.choices)

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the options with a verdict each."""
        choices = self.choices if self.ordered else shuffled(self.choices, stem, seed)
        verdicts = {one: judged(context, one.claim, one.right) for one in choices}
        # What an item tests and cites does not depend on the order in which its options stand.
        in_order = sorted(verdicts, key=lambda one: (not one.right, one.text))
        return Made(
            key=tuple(index for index, one in enumerate(choices) if one.right),
            rests_on=tuple(verdicts[one] for one in in_order if one.right),
            guess=blind_guess(len(choices), several=self.several),
            beside=tuple(verdicts[one] for one in in_order),
            right=frozenset(one.claim for one in choices if one.right),
            options=tuple(_option(context, one, verdicts[one]) for one in choices),
        )


def blind_guess(options: int, *, several: bool) -> Fraction:
    """Return the chance that a blind guess is wholly right.

    Where several may be chosen, every selection but the empty one is as likely.
    """
    return Fraction(1, 2**options - 1 if several else options)


def _option(context: Context, choice: Choice, verdict: Verdict) -> Option:
    return Option(
        text=choice.text,
        claims=(choice.claim,),
        holds=verdict.status is Status.TRUE,
        right=choice.right,
        why=context.reason(choice.claim, choice.right),
        facts=verdict.facts,
        rule=verdict.rule.value,
    )
