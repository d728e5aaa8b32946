"""Backward: given the object of a row, which subject (1.2, own relations)."""

from collections.abc import Iterator

from quizapp.core.facts.claim import Claim
from quizapp.core.items.context import Context
from quizapp.core.items.rows import AskingRows
from quizapp.core.text.frame import Frame


class Backward(AskingRows):
    """Subjects for an object; a symmetric relation is asked forwards both ways."""

    name = "backward"
    printed = "object"

    def frames(self, context: Context, relation: str) -> tuple[Frame, ...]:
        """Return the stems that print the object."""
        if context.bank.relations[relation].symmetric:
            return ()
        return context.printer.declared(relation).asks_subject

    def ends(self, context: Context, claim: Claim) -> Iterator[tuple[str, str, bool]]:
        """Yield object and subject."""
        only = context.bank.relations[claim.relation].inverse_functional
        yield str(claim.object), claim.subject, only
