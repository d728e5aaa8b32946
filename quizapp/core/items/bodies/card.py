"""A flashcard: its front is the stem, its back all that is known; the learner rates himself."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context


@dataclass(frozen=True, slots=True)
class Card(Body):
    """The back of a card.

    Attributes:
        back: as printed: all known answers, and whether there may be others.
        known: the answers, each true.
    """

    back: str
    known: tuple[Told, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """Nothing before the card is turned."""
        return ()

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the back with a verdict for each answer on it."""
        verdicts = [one.verdict(context) for one in self.known]
        return Made(
            key=(self.back,),
            rests_on=tuple(verdicts),
            guess=Fraction(0),
            parts=tuple(
                one.part(context, verdict)
                for one, verdict in zip(self.known, verdicts, strict=True)
            ),
        )
