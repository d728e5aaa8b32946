"""A number to be typed, right within its tolerance."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.item import Amount


@dataclass(frozen=True, slots=True)
class Measured(Body):
    """What a number is: as it is told, and as a response is compared with it."""

    told: Told
    amount: Amount

    @property
    def printed(self) -> tuple[str, ...]:
        """Nothing; the unit stands beside the field."""
        return ()

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the number with the verdict on its claim."""
        verdict = self.told.verdict(context)
        return Made(
            key=self.amount,
            rests_on=(verdict,),
            guess=Fraction(0),
            parts=(self.told.part(context, verdict),),
        )
