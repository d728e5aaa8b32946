"""Questions as pages see them: the options with their tokens, what was chosen, where to go next."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from quizapp.services.feedback import closed, feedback, option_label
from quizapp.services.tokens import new_token
from quizapp.services.views import OptionView, PaletteEntry, QuestionView
from quizapp.store.attempts import Attempt
from quizapp.store.bundles import load_bundle
from quizapp.store.responses import StoredResponse, latest_response, progress_of
from quizapp.store.showings import Showing


def question_view(session: Session, attempt: Attempt, showing: Showing) -> QuestionView:
    """Return the page of a showing; its feedback only once the item is closed."""
    progress = progress_of(session, attempt)
    has_answer = showing.row in progress.latest
    latest = latest_response(session, showing.row) if has_answer else None
    answered = progress.answered
    done = closed(attempt, showing, latest)
    options = _options(showing, latest)
    stored = _as_sent(options, latest)
    return QuestionView(
        attempt_id=attempt.public_id,
        set_id=attempt.set_id,
        set_title=attempt.set_title,
        position=showing.position,
        count=len(answered),
        answered=sum(answered.values()),
        kind=showing.item.kind,
        kind_label=showing.kind_label,
        format=showing.item.format,
        stem=showing.item.stem,
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
    )


def _options(showing: Showing, latest: StoredResponse | None) -> tuple[OptionView, ...]:
    chosen = () if latest is None else latest.response
    return tuple(
        OptionView(
            token=option.token,
            label=option_label(showing.item, place),
            text=showing.item.options[option.index].text,
            chosen=str(option.index) in chosen,
        )
        for place, option in enumerate(showing.options)
    )


def _as_sent(options: Sequence[OptionView], latest: StoredResponse | None) -> tuple[str, ...]:
    if latest is None:
        return ()
    return tuple(one.token for one in options if one.chosen) if options else latest.response


def next_position(answered: Mapping[int, bool], *, after: int) -> int | None:
    """Return the next position without an answer, from the start again at the end, or None.

    Args:
        answered: every position, ascending, with whether it has an answer.
    """
    waiting = [position for position, is_answered in answered.items() if not is_answered]
    others = [position for position in waiting if position != after]
    return next((position for position in others if position > after), next(iter(others), None))
