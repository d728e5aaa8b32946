"""Assertion and reason, as UGC NET and CBSE ask: is (R) true, and does it explain (A)."""

from quizapp.core.items.explanations import Explaining


class AssertionReason(Explaining):
    """Assertion and reason, each true or false."""

    name = "assertion_reason"
