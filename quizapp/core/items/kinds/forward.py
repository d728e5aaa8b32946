"""Forward: given the subject of a row, which object (1.2, own relations)."""

from collections.abc import Iterator

from quizapp.core.facts.claim import Claim
from quizapp.core.items.context import Context
from quizapp.core.items.rows import AskingRows
from quizapp.core.text.frame import Frame


class Forward(AskingRows):
    """Objects for a subject; of a symmetric relation either end is the subject."""

    name = "forward"
    printed = "subject"

    def frames(self, context: Context, relation: str) -> tuple[Frame, ...]:
        """Return the stems that print the subject."""
        return context.printer.declared(relation).asks_object

    def ends(self, context: Context, claim: Claim) -> Iterator[tuple[str, str, bool]]:
        """Yield subject and object; of a symmetric relation the other way round too."""
        relation = context.bank.relations[claim.relation]
        subject, object_ = claim.subject, str(claim.object)
        yield subject, object_, relation.functional
        if relation.symmetric:
            yield object_, subject, relation.functional
