"""Whether the questions of a set that are written by hand can be answered in their formats."""

from collections.abc import Iterator

from quizapp.core.facts.bank import Bank
from quizapp.core.responses import FORMATS


def unanswerable(bank: Bank) -> Iterator[tuple[str, str]]:
    """Yield the slug of each question that cannot be answered as it says, and what it lacks."""
    for question in bank.questions.values():
        format_ = FORMATS.get(question.format)
        if format_ is None or not format_.by_hand:
            known = ", ".join(sorted(name for name, one in FORMATS.items() if one.by_hand))
            yield question.slug, f'there is no format "{question.format}"; write one of: {known}'
            continue
        missing = format_.missing(question)
        if missing is not None:
            yield question.slug, missing
