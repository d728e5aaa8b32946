"""Feedback: the key, the proof and the sources of a question that takes no more answers.

The only way to a ``FeedbackView`` leads through ``closed``, which gives nothing for an item that
may still be answered.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.items.item import Item
from quizapp.core.profiles.labels import label
from quizapp.core.responses import FORMATS, Response
from quizapp.services.passages import Sources, sources_of
from quizapp.services.views import FeedbackView, OptionVerdict, PartVerdict
from quizapp.store.attempts import Attempt
from quizapp.store.bundles import Bundle
from quizapp.store.responses import StoredResponse
from quizapp.store.showings import Showing

_BLANK: Final = Score(Fraction(0), Outcome.BLANK)


@dataclass(frozen=True, slots=True)
class Closed:
    """A showing that takes no more answers.

    Attributes:
        response: the one that counts; empty for a blank.
    """

    showing: Showing
    response: Response
    score: Score


def closed(attempt: Attempt, showing: Showing, latest: StoredResponse | None) -> Closed | None:
    """Return the showing with what counts; None while it may still be answered.

    With feedback after each question the first response closes it, else the end of the attempt.
    """
    if not is_closed(attempt, answered=latest is not None):
        return None
    if latest is None:
        return Closed(showing, (), _BLANK)
    return Closed(showing, latest.response, latest.score)


def is_closed(attempt: Attempt, *, answered: bool) -> bool:
    """Return whether an item takes no more answers, by whether it has one."""
    return attempt.is_finished or (attempt.feedback_each and answered)


def feedback(done: Closed, bundle: Bundle) -> FeedbackView:
    """Return all there is to say about a closed question."""
    item = done.showing.item
    sources = sources_of(item, bundle, position=done.showing.position)
    answered_by = FORMATS[item.format]
    return FeedbackView(
        outcome=done.score.outcome,
        fraction=done.score.fraction,
        response=answered_by.spoken(done.response, item),
        key=answered_by.key_spoken(item),
        why=_why(item),
        options=_verdicts(done, sources),
        passages=sources.passages,
        proved=item.proof == "kernel",
        parts=_part_verdicts(done, sources),
    )


def option_label(item: Item, place: int) -> str:
    """Return the letter of an option by its place, from 0; none for true and false."""
    return "" if item.format == "true_false" else label(item.lettering, place)


def in_two(item: Item) -> tuple[str, str]:
    """Return what of the stem stands before the parts, and what after them."""
    first, _, rest = item.stem.partition("\n")
    return first, rest


def _why(item: Item) -> str:
    reasons = [option.why for option in item.options if option.right]
    # What is typed, and what a code says, is proved by the parts.
    if not any(reasons):
        reasons = [part.why for part in item.parts]
    return " ".join(dict.fromkeys(reasons))


def _verdicts(done: Closed, sources: Sources) -> tuple[OptionVerdict, ...]:
    item = done.showing.item
    chosen = FORMATS[item.format].chosen(done.response)
    verdicts = []
    for place, shown in enumerate(done.showing.options):
        option = item.options[shown.index]
        verdicts.append(
            OptionVerdict(
                label=option_label(item, place),
                text=option.text,
                chosen=str(shown.index) in chosen,
                right=option.right,
                why=option.why,
                passages=sources.of(option.facts),
            )
        )
    return tuple(verdicts)


def _part_verdicts(done: Closed, sources: Sources) -> tuple[PartVerdict, ...]:
    item = done.showing.item
    return tuple(
        PartVerdict(
            label=one.label,
            text=item.parts[one.part].text,
            said=one.said,
            own=one.own,
            right=one.right,
            why=one.why,
            passages=sources.of(item.parts[one.part].facts),
        )
        for one in FORMATS[item.format].reviews(done.response, item)
    )
