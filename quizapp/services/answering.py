"""Answering: one response to one question, stored once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.grading.grade import grade
from quizapp.core.responses import FORMATS, Response
from quizapp.errors import InvalidResponse, SubmissionConflict
from quizapp.services.access import own_showing, require_open
from quizapp.services.deadlines import require_time
from quizapp.services.feedback import is_closed
from quizapp.services.learners import LearnerId
from quizapp.services.memory import forget_answer, remember_answer
from quizapp.services.questions import next_position
from quizapp.services.tokens import check_key
from quizapp.services.views import Answered
from quizapp.store.attempts import Attempt
from quizapp.store.responses import Progress, append_response, progress_of, response_with
from quizapp.store.showings import Showing

#: Nobody changes an answer more often; what is stored is kept for ever, and read at the finish.
MOST_RESPONSES: Final = 100


def answer(
    session: Session,
    *,
    learner_id: LearnerId | None,
    showing_id: str,
    raw: Sequence[str],
    submission_key: str,
    parts: Sequence[str] = (),
    unknown: bool = False,
    again: bool = False,
    now: datetime,
) -> Answered:
    """Grade a response and append it to the log (a write).

    With feedback after each question the first response closes the item: a later one is not
    stored, and ``counted`` is False. With feedback at the end the last one before the finish
    counts. In practice the last answer of all may be given again: the new one counts instead.

    Args:
        raw: tokens of the chosen options, or the one typed text.
        parts: what the fields of the parts hold, in their order; those that are left out at the
            end are empty.
        submission_key: of the form; the same key with the same response again gives the same
            result and stores nothing.
        unknown: whether the learner says not to know; then nothing else is looked at.
        again: whether the learner takes the last answer back and gives this one.

    Raises:
        NotFound: there is no such showing for this learner.
        InvalidResponse: nothing chosen, an unknown option, too long, changed too often; the
            message says what to do.
        SubmissionConflict: the key came before with another response.
        AlreadyFinished: the attempt was finished.
        TimeIsUp: its time is over.
    """
    attempt, showing = own_showing(session, learner_id, showing_id)
    check_key(submission_key)
    response = () if unknown else _parse(raw, parts, showing)
    earlier = response_with(session, submission_key)
    if earlier is not None:
        if (earlier.showing, earlier.response) != (showing.row, response):
            raise SubmissionConflict(
                "This page was sent before with another answer, and that one is stored. "
                "Reload the page to see it."
            )
        return _answered(attempt, showing, progress_of(session, attempt), counted=True)
    require_open(attempt)
    require_time(session, attempt, now=now)
    progress = progress_of(session, attempt)
    is_answered = showing.row in progress.latest
    if is_closed(attempt, answered=is_answered):
        if not (again and is_answered and may_be_undone(attempt, showing, progress)):
            return _answered(attempt, showing, progress, counted=False)
        forget_answer(session, attempt, showing)
    if progress.latest.get(showing.row, 0) >= MOST_RESPONSES:
        raise InvalidResponse(
            f"This answer was changed {MOST_RESPONSES} times, so the last one stays: go on."
        )
    taken = append_response(
        session,
        showing,
        after=progress,
        submission_key=submission_key,
        response=response,
        score=grade(showing.item, response),
        received_at=now,
    )
    if attempt.feedback_each:
        since = progress.last_at or attempt.started_at
        remember_answer(session, attempt, showing, taken, since=since)
    return _answered(attempt, showing, progress, counted=True)


def may_be_undone(attempt: Attempt, showing: Showing, progress: Progress) -> bool:
    """Return whether an answer may be taken back: in practice, the last one."""
    return attempt.practice and not attempt.is_finished and progress.last == showing.position


def _parse(raw: Sequence[str], parts: Sequence[str], showing: Showing) -> Response:
    item = showing.item
    form = FORMATS[item.format]
    left_out = form.fields(item) - len(parts)
    if left_out < 0:
        raise InvalidResponse("This question has no such parts: reload the page and try again.")
    if item.options:
        indexes = {option.token: str(option.index) for option in showing.options}
        if not indexes.keys() >= set(raw):
            raise InvalidResponse("There is no such option here: choose one that is shown.")
        raw = [indexes[token] for token in raw]
    return form.parse([*raw, *parts, *("" for _field in range(left_out))], item)


def _answered(attempt: Attempt, showing: Showing, progress: Progress, *, counted: bool) -> Answered:
    return Answered(
        attempt_id=attempt.public_id,
        position=showing.position,
        counted=counted,
        feedback_each=attempt.feedback_each,
        next_position=next_position(progress.answered, after=showing.position),
    )
