"""Quizzes: start one, see a question, finish. Taking an answer stands in ``answering``.

Everybody but the learner whose quiz it is gets ``NotFound``.
"""

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from sqlalchemy.orm import Session

from quizapp.errors import SubmissionConflict
from quizapp.services.access import own_attempt, own_open_attempt, own_showing, require_open, shown
from quizapp.services.deadlines import deadline_of, withheld
from quizapp.services.learners import LearnerId, give_cookie, known_or_guest
from quizapp.services.memory import remember_attempt
from quizapp.services.papers import Entry, Paper
from quizapp.services.questions import next_position, question_view
from quizapp.services.tokens import check_key, new_token
from quizapp.services.views import FinishView, QuestionView, Started
from quizapp.store.attempts import Attempt, attempt_started_with, close_attempt
from quizapp.store.audit import seal
from quizapp.store.bundles import save_bundle
from quizapp.store.items import save_item
from quizapp.store.opening import NewAttempt, NewShowing, open_attempt
from quizapp.store.responses import latest_responses, progress_of
from quizapp.store.showings import ShownOption

#: How long the form that started a quiz may still bring its cookie.
FRESH: Final = timedelta(minutes=10)


def start_quiz(
    session: Session,
    *,
    learner_id: LearnerId | None,
    paper: Paper,
    start_key: str,
    now: datetime,
) -> Started:
    """Store a new attempt, and for a newcomer a guest learner (a write).

    The same ``start_key`` again, as after a double click, gives the same attempt; where it comes
    without the cookie, a new cookie of the same learner, as long as the attempt is fresh.

    Args:
        start_key: made by ``tokens.new_token`` when the form was printed.

    Raises:
        InvalidResponse: the key was not made so.
        SubmissionConflict: the key was used for a quiz that this request may not have.
    """
    check_key(start_key)
    earlier = attempt_started_with(session, start_key)
    if earlier is not None:
        return _started_again(session, earlier, learner_id, now)
    learner = known_or_guest(session, learner_id, now=now)
    save_bundle(session, paper.bundle, now=now)
    attempt = NewAttempt(
        public_id=new_token(),
        learner_id=learner.id,
        bundle=paper.bundle.digest,
        size=paper.size,
        feedback_each=paper.feedback_each,
        seed=paper.seed,
        settings=paper.settings,
        start_key=start_key,
        started_at=now,
    )
    entries = enumerate(paper.entries, start=1)
    open_attempt(session, attempt, [_showing(session, entry, place) for place, entry in entries])
    return Started(attempt.public_id, learner.cookie)


def _started_again(
    session: Session, attempt: Attempt, learner_id: LearnerId | None, now: datetime
) -> Started:
    if learner_id == attempt.learner_id:
        return Started(attempt.public_id, None)
    is_fresh = now - attempt.started_at < FRESH and not attempt.is_finished
    if learner_id is None and is_fresh and not latest_responses(session, attempt.row):
        # The answer to the first click, and its cookie, never reached the browser.
        return Started(attempt.public_id, give_cookie(session, attempt.learner_id, now=now))
    raise SubmissionConflict("This page was used already. Open the set again to start a quiz.")


def _showing(session: Session, entry: Entry, position: int) -> NewShowing:
    order = entry.stored.order
    return NewShowing(
        public_id=new_token(),
        position=position,
        item_digest=save_item(session, entry.stored),
        options=tuple(
            ShownOption(token=new_token(), index=order.index(place))
            for place in range(len(entry.item.options))
        ),
        themes=entry.themes,
        kind_label=entry.kind_label,
        how=entry.how,
    )


def resume_at(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> int:
    """Return the position of the first question without an answer, else of the last question.

    Raises:
        NotFound: there is no such attempt of this learner.
        AlreadyFinished: it has a result instead.
    """
    attempt = own_open_attempt(session, learner_id, attempt_id)
    answered = progress_of(session, attempt).answered
    return next_position(answered, after=0) or max(answered)


def question(
    session: Session,
    *,
    learner_id: LearnerId | None,
    attempt_id: str,
    position: int,
    turned: bool = False,
    again: bool = False,
) -> QuestionView:
    """Return the page of a question; with feedback only once the item is closed.

    Args:
        turned: whether the back of a card is to be shown; nothing else has one.
        again: whether the last answer of practice is to be given once more.

    Raises:
        NotFound: there is no such attempt of this learner, or no such position in it.
        AlreadyFinished: the attempt has a result instead.
    """
    attempt = own_open_attempt(session, learner_id, attempt_id)
    showing = shown(session, attempt, position)
    return question_view(session, attempt, showing, turned=turned, again=again)


def question_of(
    session: Session, *, learner_id: LearnerId | None, showing_id: str, again: bool = False
) -> QuestionView:
    """Return the page of the question that a form was posted for, to show it again with an error.

    Raises:
        NotFound, AlreadyFinished: as ``question``.
    """
    attempt, showing = own_showing(session, learner_id, showing_id)
    require_open(attempt)
    return question_view(session, attempt, showing, again=again)


def finish_view(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> FinishView:
    """Return the page before the end: which questions have no answer yet.

    Raises:
        NotFound: there is no such attempt of this learner.
        AlreadyFinished: it has a result instead.
    """
    attempt = own_open_attempt(session, learner_id, attempt_id)
    answered = progress_of(session, attempt).answered
    unanswered = tuple(place for place, is_answered in answered.items() if not is_answered)
    return FinishView(
        attempt_id=attempt.public_id,
        set_title=attempt.set_title,
        count=len(answered),
        answered=len(answered) - len(unanswered),
        unanswered=unanswered,
        deadline=deadline_of(session, attempt),
    )


def finish(
    session: Session,
    *,
    learner_id: LearnerId | None,
    attempt_id: str,
    now: datetime,
) -> None:
    """Finish an attempt and store its score (a write); a second time changes nothing.

    One whose time was over before ended then. What was answered is told to memory once the
    learner sees what is right.

    Raises:
        NotFound: there is no such attempt of this learner.
    """
    attempt = own_attempt(session, learner_id, attempt_id)
    if attempt.is_finished:
        return
    counting = latest_responses(session, attempt.row).values()
    earned = sum((response.score.fraction for response in counting), Fraction(0))
    progress = progress_of(session, attempt)
    ended = _ended(deadline_of(session, attempt), progress.last_at, now)
    end = seal(progress.link, finished_at=ended, earned=earned)
    close_attempt(session, attempt.row, finished_at=ended, earned=earned, seal=end)
    if not attempt.feedback_each and withheld(session, attempt) is None:
        remember_attempt(session, attempt, finished_at=ended)


def _ended(deadline: datetime | None, last_at: datetime | None, now: datetime) -> datetime:
    """Return when an attempt ended that is finished now: never before its last response."""
    if deadline is None or now <= deadline:
        return now
    return deadline if last_at is None else max(deadline, last_at)
