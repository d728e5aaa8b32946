"""Facts that are to be looked at again."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.dates import parse_date


def past_review(examined: Examined) -> Iterator[Finding]:
    """Yield what has passed its ``review_after``."""
    for slug, text in examined.bank.review_after.items():
        if parse_date(text).last < examined.today:
            yield Finding(
                slug,
                f"it was to be looked at again after {text}: it may no longer be so",
                "check it against a newer source; then move review_after on, or correct the fact",
                ("review_after",),
            )
