"""Assigning: what a teacher gives to a class, and how it comes in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy.orm import Session

from quizapp.core.teaching.terms import MemberState, Policy
from quizapp.core.teaching.windows import Window
from quizapp.errors import InvalidResponse, NotFound
from quizapp.library.profiles import Profiles
from quizapp.services.class_access import own_taught
from quizapp.services.deadlines import deadline_at
from quizapp.services.learners import LearnerId
from quizapp.services.notices import Told, tell
from quizapp.services.papers import Entry, Paper
from quizapp.services.tasks import card_of, exam_name
from quizapp.services.tokens import is_token, new_token
from quizapp.services.views.classes import WatchRow, WatchView
from quizapp.store.assignments import (
    Assigned,
    Assignment,
    add_assignment,
    assignment_with,
    attempts_at,
    change_assignment,
)
from quizapp.store.bundles import load_bundle, save_bundle
from quizapp.store.classes import Class, class_at
from quizapp.store.items import StoredItem, load_item, save_item
from quizapp.store.members import Member, members_of
from quizapp.store.responses import latest_responses

#: The longest limit of an attempt, in minutes; the most attempts that are counted.
MOST_MINUTES: Final = 600
MOST_ATTEMPTS: Final = 20


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a class shall do; the fields are those of ``store.assignments.Assignment``."""

    set_id: str
    title: str
    size: int | None
    profile: str
    sort: str
    level: str
    policy: Policy
    window: Window
    minutes: int | None
    most: int | None


def assign(
    session: Session,
    *,
    learner_id: LearnerId | None,
    class_id: str,
    task: NewTask,
    paper: Paper | None,
    now: datetime,
) -> str:
    """Give a class something to do (a write), tell its learners, and return its public id.

    Args:
        paper: the items of everybody; None where each attempt draws its own.

    Raises:
        NotFound: this teacher runs no such class.
        NotAllowed: the class is archived.
        InvalidResponse: the window ends before it begins, or has ended.
    """
    found = own_taught(session, learner_id, class_id)
    _require_window(task.window, now)
    public_id = new_token()
    add_assignment(
        session,
        public_id=public_id,
        class_id=found.row,
        set_id=task.set_id,
        title=task.title,
        size=task.size,
        profile=task.profile,
        sort=task.sort,
        level=task.level,
        policy=task.policy,
        window=task.window,
        minutes=task.minutes,
        most=task.most,
        paper=None if paper is None else _store_paper(session, paper, now),
        created_at=now,
    )
    _tell(session, found, public_id, task.title, Told.ASSIGNED, now)
    return public_id


def _require_window(window: Window, now: datetime) -> None:
    if window.closes is None:
        return
    if window.closes <= now:
        raise InvalidResponse("The end lies in the past: choose a later one.")
    if window.opens is not None and window.closes <= window.opens:
        raise InvalidResponse("The end must come after the beginning.")


def own_assignment(
    session: Session, learner_id: LearnerId | None, assignment_id: str
) -> tuple[Assignment, Class]:
    """Return an assignment of a class that this teacher runs.

    Raises:
        NotFound: there is none; the same for somebody else's.
    """
    found = assignment_with(session, assignment_id) if is_token(assignment_id) else None
    its_class = None if found is None else class_at(session, found.class_row)
    if found is None or its_class is None or its_class.owner != learner_id:
        raise NotFound("There is no such task. Look into your classes.")
    return found, its_class


def move_end(
    session: Session,
    *,
    learner_id: LearnerId | None,
    assignment_id: str,
    closes: datetime,
    now: datetime,
) -> None:
    """Let an assignment end at another time (a write), and tell the class.

    Raises:
        NotFound: this teacher has no such assignment.
        InvalidResponse: it would have ended already.
    """
    found, its_class = own_assignment(session, learner_id, assignment_id)
    _require_window(Window(found.window.opens, closes), now)
    change_assignment(session, found.row, closes_at=closes)
    _tell(session, its_class, found.public_id, found.title, Told.CHANGED, now)


def withdraw(
    session: Session, *, learner_id: LearnerId | None, assignment_id: str, now: datetime
) -> None:
    """Take an assignment back (a write): nobody starts it any more; what was made stays.

    Raises:
        NotFound: this teacher has no such assignment.
    """
    found, its_class = own_assignment(session, learner_id, assignment_id)
    if found.withdrawn_at is None:
        change_assignment(session, found.row, withdrawn_at=now)
        _tell(session, its_class, found.public_id, found.title, Told.WITHDRAWN, now)


def _tell(
    session: Session, its_class: Class, task_id: str, title: str, told: Told, now: datetime
) -> None:
    members = members_of(session, its_class.row)
    there = [one.learner for one in members if one.state is MemberState.IN]
    about = {"task_id": task_id, "title": title, "class_name": its_class.name}
    tell(session, there, told, now=now, **about)


# --- the paper of everybody ---


def _store_paper(session: Session, paper: Paper, now: datetime) -> dict[str, Any]:
    save_bundle(session, paper.bundle, now=now)
    return {
        "bundle": paper.bundle.digest,
        "size": paper.size,
        "feedback_each": paper.feedback_each,
        "seed": paper.seed,
        "settings": dict(paper.settings),
        "entries": [
            {
                "item": save_item(session, entry.stored),
                "order": list(entry.stored.order),
                "themes": list(entry.themes),
                "kind_label": entry.kind_label,
                "how": entry.how,
            }
            for entry in paper.entries
        ],
    }


def stored_paper(session: Session, *, paper: Mapping[str, Any]) -> Paper:
    """Return the paper of an assignment that has one for everybody."""
    return Paper(
        bundle=load_bundle(session, paper["bundle"]),
        size=paper["size"],
        feedback_each=paper["feedback_each"],
        seed=paper["seed"],
        entries=tuple(_entry(session, **entry) for entry in paper["entries"]),
        settings=paper["settings"],
    )


def _entry(
    session: Session,
    *,
    item: str,
    order: list[int],
    themes: list[str],
    kind_label: str,
    how: str,
) -> Entry:
    found = load_item(session, item)
    stored = replace(StoredItem.of(found), order=tuple(order))
    return Entry(found, tuple(themes), kind_label, how, stored)


# --- how it comes in ---


def watch(
    session: Session,
    *,
    learner_id: LearnerId | None,
    assignment_id: str,
    profiles: Profiles,
    now: datetime,
) -> WatchView:
    """Return how far each learner of the class is.

    Raises:
        NotFound: this teacher has no such assignment.
    """
    found, its_class = own_assignment(session, learner_id, assignment_id)
    made: dict[LearnerId, list[Assigned]] = {}
    for one in attempts_at(session, found.row):
        made.setdefault(one.learner, []).append(one)
    rows = tuple(
        _row(session, found, member, made.get(member.learner, []), now)
        for member in members_of(session, its_class.row)
        # Whoever was removed is shown with what they had made before.
        if member.state is MemberState.IN or member.learner in made
    )
    return WatchView(
        card=card_of(found, its_class, now=now),
        exam=exam_name(found, profiles),
        rows=rows,
        started=sum(row.state != "none" for row in rows),
        finished=sum(row.state in {"finished", "over"} for row in rows),
    )


def _row(
    session: Session,
    assignment: Assignment,
    member: Member,
    made: list[Assigned],
    now: datetime,
) -> WatchRow:
    if not made:
        return WatchRow(member.called, "none")
    latest = made[-1]
    end = deadline_at(assignment, latest.started_at, member.time)
    state, earned = "finished", latest.earned
    if latest.finished_at is None:
        is_over = end is not None and now >= end
        state = "over" if is_over else "working"
        earned = _so_far(session, latest.row) if is_over else None
    finished = [one.earned for one in made if one.earned is not None]
    return WatchRow(
        called=member.called,
        state=state,
        number=latest.number,
        answered=latest.answered,
        count=latest.count,
        earned=earned,
        best=max([*finished, *([] if earned is None else [earned])], default=None),
        deadline=end,
    )


def _so_far(session: Session, attempt: int) -> Fraction:
    taken = latest_responses(session, attempt).values()
    return sum((one.score.fraction for one in taken), Fraction(0))
