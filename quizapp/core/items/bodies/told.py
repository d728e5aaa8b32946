"""A printed text that says one thing, true or false: what statements, pairs and backs share."""

from dataclasses import dataclass

from quizapp.core.facts.claim import Claim
from quizapp.core.items.context import Context
from quizapp.core.items.item import Part
from quizapp.core.items.judging import judged
from quizapp.core.proof.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """A text as proposed; ``holds`` is what the kernel must find of its claim.

    Attributes:
        label: what is printed before it; may be empty.
    """

    text: str
    claim: Claim
    holds: bool
    label: str = ""

    def verdict(self, context: Context) -> Verdict:
        """Return the verdict on it; Unaskable where it is not as proposed."""
        return judged(context, self.claim, self.holds)

    def part(self, context: Context, verdict: Verdict) -> Part:
        """Return it with its proof."""
        return Part(
            text=self.text,
            claims=(self.claim,),
            holds=self.holds,
            why=context.reason(self.claim, self.holds),
            facts=verdict.facts,
            rule=verdict.rule.value,
            label=self.label,
        )
