"""Paraphrases that others may have said too."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.fact import StatementFact


def open_speakers(examined: Examined) -> Iterator[Finding]:
    """Yield the paraphrases whose speakers are not closed at an occasion."""
    for slug, fact in examined.bank.facts.items():
        if not isinstance(fact, StatementFact) or not fact.speakers:
            continue
        if fact.quote is None and not fact.only:
            yield Finding(
                slug,
                "others may have said the same in other words: who said it cannot be asked with "
                "other speakers as wrong options",
                "add the quote, or, if nobody else said so there, in: {at: EVENT} and only: yes",
                slot=f"{slug}/said",
            )
