"""Questions as pages see them: the options with their tokens, what was chosen, where to go next."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from sqlalchemy.orm import Session

from quizapp.core.items.item import Amount, Item
from quizapp.core.responses import FORMATS, Response
from quizapp.core.responses.card import RATINGS, Card
from quizapp.services.deadlines import deadline_of
from quizapp.services.feedback import closed, feedback, in_two, option_label
from quizapp.services.tokens import new_token
from quizapp.services.views import OptionView, PaletteEntry, PartView, QuestionView
from quizapp.store.attempts import Attempt
from quizapp.store.bundles import load_bundle
from quizapp.store.responses import StoredResponse, latest_response, progress_of
from quizapp.store.showings import Showing


def question_view(
    session: Session,
    attempt: Attempt,
    showing: Showing,
    *,
    turned: bool = False,
    again: bool = False,
) -> QuestionView:
    """Return the page of a showing; its feedback only once the item is closed.

    Args:
        turned: whether the back of a card is to be shown.
        again: whether the last answer of practice is to be given once more.
    """
    progress = progress_of(session, attempt)
    again = again and attempt.practice and progress.last == showing.position
    has_answer = showing.row in progress.latest and not again
    latest = latest_response(session, showing.row) if has_answer else None
    answered = progress.answered
    done = None if again else closed(attempt, showing, latest)
    item = showing.item
    sent = _as_sent(item, latest)
    fields = FORMATS[item.format].fields(item)
    split = len(sent) - fields
    options = _options(showing, sent[:split])
    parts = _parts(item, sent[split:])
    stored = tuple(one.token for one in options if one.chosen) if options else sent[:split]
    before, after = in_two(item)
    return QuestionView(
        attempt_id=attempt.public_id,
        set_id=attempt.set_id,
        set_title=attempt.set_title,
        position=showing.position,
        count=len(answered),
        answered=sum(answered.values()),
        kind=item.kind,
        kind_label=showing.kind_label,
        format=item.format,
        stem=before,
        how=showing.how,
        options=options,
        typed="" if options else "".join(stored),
        stored=stored,
        showing_id=showing.public_id,
        submission_key=new_token(),
        feedback=None if done is None else feedback(done, load_bundle(session, attempt.bundle)),
        next_position=next_position(answered, after=showing.position),
        palette=tuple(
            PaletteEntry(position, is_answered, current=position == showing.position)
            for position, is_answered in answered.items()
        ),
        feedback_each=attempt.feedback_each,
        ask=after,
        parts=parts,
        has_fields=bool(fields),
        stored_parts=sent[split:] if has_answer else (),
        targets=item.targets,
        unit=item.key.unit if isinstance(item.key, Amount) else None,
        margin=_margin(item),
        ratings=RATINGS if item.format == Card.name else (),
        back=item.accepted[0] if turned and item.format == Card.name else None,
        practice=attempt.practice,
        undo=progress.last if attempt.practice and not again else None,
        again=again,
        deadline=deadline_of(session, attempt),
    )


def _options(showing: Showing, chosen: Sequence[str]) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(
            token=option.token,
            label=option_label(showing.item, place),
            text=showing.item.options[option.index].text,
            chosen=str(option.index) in chosen,
        )
        for place, option in enumerate(showing.options)
    )


def _parts(item: Item, said: Sequence[str]) -> tuple[PartView, ...]:
    """Return what is printed of the parts before the answer; the key is no part of it.

    Args:
        said: what the field of each holds; empty where they have none.
    """
    shown = FORMATS[item.format].shown_parts(item)
    fields = said or ("",) * len(shown)
    return tuple(
        PartView(label, text, field) for (label, text), field in zip(shown, fields, strict=True)
    )


def _margin(item: Item) -> str:
    """Return how far a number may be off; empty where not at all."""
    if isinstance(item.key, Amount) and Fraction(item.key.tolerance) > 0:
        return item.key.tolerance
    return ""


def _as_sent(item: Item, latest: StoredResponse | None) -> Response:
    return FORMATS[item.format].sent(() if latest is None else latest.response, item)


def next_position(answered: Mapping[int, bool], *, after: int) -> int | None:
    """Return the next position without an answer, from the start again at the end, or None.

    Args:
        answered: every position, ascending, with whether it has an answer.
    """
    waiting = [position for position, is_answered in answered.items() if not is_answered]
    others = [position for position in waiting if position != after]
    return next((position for position in others if position > after), next(iter(others), None))
