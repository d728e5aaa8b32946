"""A text to be typed, compared with the accepted ones."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.context import Context
from quizapp.core.items.item import Part
from quizapp.core.items.judging import judged


@dataclass(frozen=True, slots=True)
class Typed(Body):
    """What is accepted as typed.

    Attributes:
        claim: what the key says.
        accepted: the first is the one to show.
        ambiguous: names of the key that name something else too.
        person: whether the key is a person's name.
    """

    claim: Claim
    accepted: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    person: bool = False

    @property
    def printed(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the entry with the verdict on its claim."""
        verdict = judged(context, self.claim, True)
        part = Part(
            text=self.accepted[0],
            claims=(self.claim,),
            holds=True,
            why=context.reason(self.claim, True),
            facts=verdict.facts,
            rule=verdict.rule.value,
        )
        return Made(
            key=self.accepted,
            rests_on=(verdict,),
            guess=Fraction(0),
            parts=(part,),
            ambiguous=self.ambiguous,
            key_is_person=self.person,
        )
