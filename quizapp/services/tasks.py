"""What is assigned, as the learners of a class meet it: what is open, an attempt, its answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from quizapp.core.teaching.terms import MemberState, Policy
from quizapp.core.teaching.windows import Stage
from quizapp.errors import NotAllowed, NotFound
from quizapp.library.profiles import Profiles
from quizapp.services.access import own_attempt
from quizapp.services.deadlines import deadline_at, shown_since, withheld
from quizapp.services.learners import LearnerId
from quizapp.services.memory import remember_attempt
from quizapp.services.papers import Paper
from quizapp.services.quizzes import start_quiz
from quizapp.services.tokens import is_token
from quizapp.services.views import Started
from quizapp.services.views.classes import AssignmentCard, ClassCard, MadeView, TaskView
from quizapp.store.assignments import (
    Assigned,
    Assignment,
    add_assigned,
    assignment_with,
    assignments_of,
    attempts_at,
    show_answers,
)
from quizapp.store.attempts import attempt_started_with
from quizapp.store.classes import Class, class_at
from quizapp.store.members import Member, member_of, memberships_of


@dataclass(frozen=True, slots=True)
class Begin:
    """What is needed to begin an attempt.

    Attributes:
        open_attempt: the attempt that goes on instead; None where a new one may begin.
    """

    assignment: Assignment
    open_attempt: str | None


def card_of(
    assignment: Assignment,
    its_class: Class,
    *,
    now: datetime,
    made: Sequence[Assigned] = (),
    time: Fraction = Fraction(1),
) -> AssignmentCard:
    """Return an assignment as it stands in a list.

    Args:
        made: the attempts at it of the learner who looks.
        time: how much longer this learner may take.
    """
    goes_on = _goes_on(assignment, made, time, now)
    return AssignmentCard(
        id=assignment.public_id,
        class_id=its_class.public_id,
        class_name=its_class.name,
        set_id=assignment.set_id,
        title=assignment.title,
        questions=assignment.size,
        opens=assignment.window.opens,
        closes=assignment.window.closes,
        stage=assignment.window.stage(now),
        minutes=assignment.minutes,
        most=assignment.most,
        policy=assignment.policy.value,
        withdrawn=assignment.withdrawn_at is not None,
        same_for_all=assignment.paper is not None,
        made=len(made),
        open_attempt=None if goes_on is None else goes_on.attempt_id,
    )


def tasks(
    session: Session, *, learner_id: LearnerId | None, now: datetime
) -> tuple[tuple[ClassCard, ...], tuple[AssignmentCard, ...]]:
    """Return the classes of a learner, and what they are assigned, the latest first."""
    members = [] if learner_id is None else memberships_of(session, learner_id)
    classes = {one.class_row: class_at(session, one.class_row) for one in members}
    taught = {
        one.class_row: one
        for one in members
        if one.state is MemberState.IN and classes[one.class_row].archived_at is None
    }
    cards = tuple(
        card_of(
            one,
            classes[one.class_row],
            now=now,
            made=attempts_at(session, one.row, taught[one.class_row].learner),
            time=taught[one.class_row].time,
        )
        for one in assignments_of(session, list(taught))
        if one.withdrawn_at is None
    )
    return tuple(_class_card(classes[one.class_row], one) for one in members), cards


def task_view(
    session: Session,
    *,
    learner_id: LearnerId | None,
    assignment_id: str,
    profiles: Profiles,
    now: datetime,
) -> TaskView:
    """Return an assignment for a learner of its class.

    Raises:
        NotFound: there is none for this learner.
    """
    assignment, member = own_task(session, learner_id, assignment_id)
    made = attempts_at(session, assignment.row, member.learner)
    its_class = class_at(session, assignment.class_row)
    return TaskView(
        card=card_of(assignment, its_class, now=now, made=made, time=member.time),
        exam=exam_name(assignment, profiles),
        time=member.time,
        until=deadline_at(assignment, now, member.time),
        shown_since=shown_since(session, assignment),
        made=tuple(_made(one, assignment, member.time, now) for one in made),
    )


def own_task(
    session: Session, learner_id: LearnerId | None, assignment_id: str
) -> tuple[Assignment, Member]:
    """Return an assignment of a class that this learner is in, and how.

    Raises:
        NotFound: there is none; the same for one of another class.
    """
    found = assignment_with(session, assignment_id) if is_token(assignment_id) else None
    member = None
    if found is not None and learner_id is not None:
        member = member_of(session, found.class_row, learner_id)
    if found is None or member is None or member.state is not MemberState.IN:
        raise NotFound("There is no such task. Look into the list of your classes.")
    return found, member


def exam_name(assignment: Assignment, profiles: Profiles) -> str:
    """Return the name of the exam by which an assignment is asked and marked."""
    known = profiles.get(assignment.profile)
    return assignment.profile if known is None else known.name


def begin(
    session: Session, *, learner_id: LearnerId | None, assignment_id: str, now: datetime
) -> Begin:
    """Return what an attempt at an assignment begins with.

    Raises:
        NotFound: there is none for this learner.
        NotAllowed: it may not be begun now; says why.
    """
    assignment, member = own_task(session, learner_id, assignment_id)
    made = attempts_at(session, assignment.row, member.learner)
    goes_on = _goes_on(assignment, made, member.time, now)
    if goes_on is None:
        _require_allowed(assignment, class_at(session, assignment.class_row), made, now)
    return Begin(assignment, None if goes_on is None else goes_on.attempt_id)


def start_task(
    session: Session,
    *,
    learner_id: LearnerId | None,
    assignment_id: str,
    paper: Paper,
    start_key: str,
    now: datetime,
) -> Started:
    """Store a new attempt at an assignment (a write); see ``start_quiz``.

    Where one of this learner's goes on, that one is returned.

    Raises:
        NotFound, NotAllowed: as ``begin``.
        InvalidResponse, SubmissionConflict: as ``start_quiz``.
    """
    found = begin(session, learner_id=learner_id, assignment_id=assignment_id, now=now)
    if found.open_attempt is not None:
        return Started(found.open_attempt, None)
    assignment, member = own_task(session, learner_id, assignment_id)
    number = len(attempts_at(session, assignment.row, member.learner)) + 1
    is_known = attempt_started_with(session, start_key) is not None
    settings = {**paper.settings, "assigned": True, "assignment": assignment.public_id}
    started = start_quiz(
        session,
        learner_id=member.learner,
        paper=replace(paper, settings=settings),
        start_key=start_key,
        now=now,
    )
    if not is_known:
        add_assigned(session, assignment.row, started.attempt_id, member.learner, number=number)
    return started


def show(session: Session, *, learner_id: LearnerId | None, attempt_id: str, now: datetime) -> None:
    """Show the answers that were kept back until the assignment was over (a write).

    From now on they count in the learner's memory. A second time changes nothing.

    Raises:
        NotFound: there is no such attempt of this learner.
        NotAllowed: somebody may still be writing, or the attempt is not finished.
    """
    attempt = own_attempt(session, learner_id, attempt_id)
    held = withheld(session, attempt)
    if held is None:
        return
    since = shown_since(session, held[0])
    if not attempt.is_finished or since is None or now < since:
        raise NotAllowed("The answers are shown once the time of everybody is over.")
    show_answers(session, attempt.row, now=now)
    remember_attempt(session, attempt, finished_at=now)


def _goes_on(
    assignment: Assignment, made: Sequence[Assigned], time: Fraction, now: datetime
) -> Assigned | None:
    """Return the attempt that takes answers still."""
    for one in made:
        end = deadline_at(assignment, one.started_at, time)
        if one.finished_at is None and (end is None or now < end):
            return one
    return None


def _require_allowed(
    assignment: Assignment, its_class: Class, made: Sequence[Assigned], now: datetime
) -> None:
    stage = assignment.window.stage(now)
    if assignment.withdrawn_at is not None or its_class.archived_at is not None:
        raise NotAllowed("Your teacher has taken this back.")
    if stage is Stage.BEFORE:
        raise NotAllowed("This has not begun yet.")
    if stage is Stage.OVER:
        raise NotAllowed("This is over: its time has passed.")
    if assignment.most is not None and len(made) >= assignment.most:
        raise NotAllowed("You have made all the attempts that there are.")


def _made(one: Assigned, assignment: Assignment, time: Fraction, now: datetime) -> MadeView:
    end = deadline_at(assignment, one.started_at, time)
    is_held = assignment.policy is Policy.CLOSED and one.shown_at is None
    return MadeView(
        attempt_id=one.attempt_id,
        number=one.number,
        started_at=one.started_at,
        finished=one.finished_at is not None or (end is not None and now >= end),
        earned=None if is_held else one.earned,
        count=one.count,
        deadline=end,
    )


def _class_card(its_class: Class, member: Member) -> ClassCard:
    return ClassCard(
        its_class.public_id,
        its_class.name,
        archived=its_class.archived_at is not None,
        asking=member.state is MemberState.ASKED,
    )
