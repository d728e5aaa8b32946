"""History: a learner's attempts and their results, as they were. Reads only."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.grading.score import Outcome
from quizapp.errors import NotFinished, NotYetShown
from quizapp.services.access import own_attempt
from quizapp.services.deadlines import shown_since, withheld
from quizapp.services.feedback import Closed, closed, feedback, in_two
from quizapp.services.learners import LearnerId
from quizapp.services.views import AttemptRow, Bar, ResultItem, ResultView
from quizapp.store.assignments import withheld_of
from quizapp.store.bundles import Bundle, load_bundle
from quizapp.store.history import Listed, attempts_of, open_attempts_of
from quizapp.store.responses import latest_responses
from quizapp.store.showings import showings_of

#: Who leaves that many quizzes open does not look for another one on the home page.
MOST_OFFERED: Final = 10


def results(session: Session, *, learner_id: LearnerId | None, attempt_id: str) -> ResultView:
    """Return a finished attempt with the feedback to every question.

    Raises:
        NotFound: there is no such attempt of this learner.
        NotFinished: the attempt is still open.
        NotYetShown: it is of an assignment whose answers are kept back.
    """
    attempt = own_attempt(session, learner_id, attempt_id)
    if attempt.finished_at is None or attempt.earned is None:
        raise NotFinished("This quiz is not finished yet. Go on with it to see its result.")
    if held := withheld(session, attempt):
        since = shown_since(session, held[0])
        raise NotYetShown("The answers are not shown yet.", since)
    bundle = load_bundle(session, attempt.bundle)
    latest = latest_responses(session, attempt.row)
    shown = [
        done
        for showing in showings_of(session, attempt.row)
        if (done := closed(attempt, showing, latest.get(showing.row))) is not None
    ]
    outcomes = Counter(done.score.outcome for done in shown)
    return ResultView(
        attempt_id=attempt.public_id,
        set_id=attempt.set_id,
        set_title=attempt.set_title,
        started_at=attempt.started_at,
        finished_at=attempt.finished_at,
        seconds_taken=_seconds(attempt.started_at, attempt.finished_at),
        earned=attempt.earned,
        count=len(shown),
        right=outcomes[Outcome.RIGHT],
        blank=outcomes[Outcome.BLANK],
        topics=_bars((theme, done) for done in shown for theme in done.showing.themes),
        kinds=_bars((done.showing.kind_label, done) for done in shown),
        items=tuple(_result_item(done, bundle) for done in shown),
        practice=attempt.practice,
    )


def attempts(session: Session, *, learner_id: LearnerId | None) -> tuple[AttemptRow, ...]:
    """Return all attempts of a learner, the latest first; none for a stranger."""
    if learner_id is None:
        return ()
    listed = attempts_of(session, learner_id)
    has_assigned = any(one.attempt.assigned for one in listed)
    return _rows(listed, withheld_of(session, learner_id) if has_assigned else frozenset())


def open_attempts(session: Session, *, learner_id: LearnerId | None) -> tuple[AttemptRow, ...]:
    """Return the latest attempts that may be resumed, the latest first; none for a stranger.

    There are ``MOST_OFFERED`` at most: the home page shows them, and all others are in the history.
    """
    if learner_id is None:
        return ()
    return _rows(open_attempts_of(session, learner_id, most=MOST_OFFERED))


def _rows(
    listed: Sequence[Listed], withheld: Collection[str] = frozenset()
) -> tuple[AttemptRow, ...]:
    return tuple(
        AttemptRow(
            attempt_id=one.attempt.public_id,
            set_id=one.attempt.set_id,
            set_title=one.attempt.set_title,
            started_at=one.attempt.started_at,
            finished_at=one.attempt.finished_at,
            seconds_taken=(
                None
                if one.attempt.finished_at is None
                else _seconds(one.attempt.started_at, one.attempt.finished_at)
            ),
            earned=None if one.attempt.public_id in withheld else one.attempt.earned,
            answered=one.answered,
            count=one.count,
            practice=one.attempt.practice,
        )
        for one in listed
    )


def _seconds(start: datetime, end: datetime) -> int:
    # A clock that was set back in between must not give a negative time.
    return max(0, round((end - start).total_seconds()))


def _bars(labelled: Iterable[tuple[str, Closed]]) -> tuple[Bar, ...]:
    by_label: dict[str, list[Fraction]] = {}
    for label, done in labelled:
        by_label.setdefault(label, []).append(done.score.fraction)
    return tuple(
        Bar(label=label, earned=sum(fractions, Fraction(0)), n=len(fractions))
        for label, fractions in sorted(by_label.items())
    )


def _result_item(done: Closed, bundle: Bundle) -> ResultItem:
    before, after = in_two(done.showing.item)
    return ResultItem(
        position=done.showing.position,
        stem=before,
        kind_label=done.showing.kind_label,
        format=done.showing.item.format,
        feedback=feedback(done, bundle),
        ask=after,
    )
