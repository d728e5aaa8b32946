"""What is assigned: what is shown of it, and how it comes in."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.core.teaching.terms import MemberState, Policy
from quizapp.core.teaching.windows import Window
from quizapp.errors import NotAllowed, NotFound, NotYetShown
from quizapp.library.profiles import read_profiles
from quizapp.services import tasks
from quizapp.services.assigning import stored_paper, watch
from quizapp.services.classes import change_state, give_time
from quizapp.services.history import attempts, results
from quizapp.services.memory import rebuild
from quizapp.services.notices import notices, seen, unread
from quizapp.services.quizzes import finish
from quizapp.store.assignments import assignment_with
from quizapp.store.memories import all_memories_of
from tests import make
from tests.people import Person, guest
from tests.services.acting import finished, see, send
from tests.services.teaching import begun, code_of, come, given, school_class
from tests.services.teaching import seen as class_seen

HOUR = timedelta(hours=1)
PROFILES, _ = read_profiles(Path("nowhere"))


@pytest.fixture
def teacher(session, now) -> Person:
    return guest(session, now)


@pytest.fixture
def class_id(session, teacher, ana, now) -> str:
    """A class that Ana is in."""
    found = school_class(session, teacher, now)
    come(session, ana, code_of(session, teacher, found, now), now)
    return found


def watched(session, teacher, assignment_id, now):
    return watch(
        session, learner_id=teacher.id, assignment_id=assignment_id, profiles=PROFILES, now=now
    )


def looked(session, person, assignment_id, now):
    return tasks.task_view(
        session, learner_id=person.id, assignment_id=assignment_id, profiles=PROFILES, now=now
    )


# --- what is shown, and when ---


@pytest.fixture
def closed_task(session, teacher, class_id, now) -> str:
    window = Window(None, now + HOUR)
    return given(session, teacher, class_id, now, policy=Policy.CLOSED, window=window)


def test_until_all_is_over_nobody_sees_what_is_right(session, closed_task, ana, now):
    attempt = begun(session, ana, closed_task, now).attempt_id
    send(session, ana, see(session, ana, attempt), "Ana", now=now)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    with pytest.raises(NotYetShown) as refused:
        results(session, learner_id=ana.id, attempt_id=attempt)
    with pytest.raises(NotAllowed):
        tasks.show(session, learner_id=ana.id, attempt_id=attempt, now=now)

    assert refused.value.since == now + HOUR
    (row,) = attempts(session, learner_id=ana.id)
    assert row.earned is None
    assert [one.earned for one in looked(session, ana, closed_task, now).made] == [None]
    assert list(all_memories_of(session, ana.id)) == []


def test_when_it_is_shown_memory_is_told_then(session, closed_task, ana, now):
    attempt = begun(session, ana, closed_task, now).attempt_id
    send(session, ana, see(session, ana, attempt), "Ana", now=now + timedelta(seconds=20))
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now + HOUR / 2)
    rebuilt = rebuild(session, ana.id)
    assert (rebuilt.memories, rebuilt.changed) == (0, 0)

    later = now + timedelta(days=2)
    for _ in range(2):  # a second time changes nothing
        tasks.show(session, learner_id=ana.id, attempt_id=attempt, now=later)

    assert results(session, learner_id=ana.id, attempt_id=attempt).earned == 1
    assert len(list(all_memories_of(session, ana.id))) == 1
    assert rebuild(session, ana.id).changed == 0


def test_it_waits_for_whoever_has_most_time(session, teacher, class_id, ana, ben, now):
    come(session, ben, code_of(session, teacher, class_id, now), now, name="Ben")
    window = Window(None, now + HOUR)
    task = given(session, teacher, class_id, now, policy=Policy.CLOSED, window=window, minutes=30)
    (_, slow) = class_seen(session, teacher, class_id, now).members
    give_time(
        session,
        learner_id=teacher.id,
        class_id=class_id,
        member_id=slow.id,
        time=Fraction(2),
        now=now,
    )
    attempt = begun(session, ana, task, now).attempt_id
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    with pytest.raises(NotAllowed):
        tasks.show(session, learner_id=ana.id, attempt_id=attempt, now=now + HOUR)
    tasks.show(
        session, learner_id=ana.id, attempt_id=attempt, now=now + HOUR + timedelta(minutes=30)
    )


def test_nobody_shows_the_answers_of_another(session, closed_task, ana, ben, now):
    attempt = begun(session, ana, closed_task, now).attempt_id
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    with pytest.raises(NotFound):
        tasks.show(session, learner_id=ben.id, attempt_id=attempt, now=now + 2 * HOUR)


# --- the same questions for everybody ---


def test_a_paper_for_everybody_is_stored_and_comes_back(session, teacher, class_id, ana, now):
    paper = make.paper(*make.items(2), feedback_each=False)

    task = given(session, teacher, class_id, now, paper=paper)

    found = assignment_with(session, task)
    again = stored_paper(session, paper=found.paper)
    assert [one.stored.digest for one in again.entries] == [
        one.stored.digest for one in paper.entries
    ]
    assert [one.stored.order for one in again.entries] == [
        one.stored.order for one in paper.entries
    ]
    assert (again.bundle, dict(again.settings)) == (paper.bundle, dict(paper.settings))


# --- how it comes in ---


def test_the_teacher_sees_who_began_who_answered_and_who_handed_in(
    session, teacher, class_id, ana, ben, now
):
    come(session, ben, code_of(session, teacher, class_id, now), now, name="Ben")
    cleo = guest(session, now)
    come(session, cleo, code_of(session, teacher, class_id, now), now, name="Cleo")
    task = given(session, teacher, class_id, now, minutes=10)
    mine = begun(session, ana, task, now).attempt_id
    send(session, ana, see(session, ana, mine), "Ana", now=now)
    finish(session, learner_id=ana.id, attempt_id=mine, now=now)
    bens = begun(session, ben, task, now).attempt_id
    send(session, ben, see(session, ben, bens), "Ana", now=now)

    view = watched(session, teacher, task, now)

    rows = {row.called: (row.state, row.answered, row.count, row.earned) for row in view.rows}
    assert rows == {
        "Asha": ("finished", 1, 2, 1),
        "Ben": ("working", 1, 2, None),
        "Cleo": ("none", 0, 0, None),
    }
    assert (view.started, view.finished) == (2, 1)
    late = watched(session, teacher, task, now + HOUR)
    assert [row.state for row in late.rows] == ["finished", "over", "none"]
    assert late.rows[1].earned == 1


def test_the_best_of_several_attempts_is_told(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, most=2)
    first = begun(session, ana, task, now).attempt_id
    send(session, ana, see(session, ana, first), "Ana", now=now)
    finish(session, learner_id=ana.id, attempt_id=first, now=now)
    finished(session, ana, begun(session, ana, task, now).attempt_id, now)

    (row,) = watched(session, teacher, task, now).rows

    assert (row.number, row.earned, row.best) == (2, 0, 1)


def test_who_was_removed_is_shown_with_what_they_made(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now)
    begun(session, ana, task, now)
    (member,) = class_seen(session, teacher, class_id, now).members

    remove(session, teacher, class_id, member.id, now)

    assert [row.called for row in watched(session, teacher, task, now).rows] == ["Asha"]


def remove(session, teacher, class_id, member_id, now):
    change_state(
        session,
        learner_id=teacher.id,
        class_id=class_id,
        member_id=member_id,
        state=MemberState.REMOVED,
        now=now,
    )


# --- notices ---


def test_who_is_in_the_class_is_told_once_and_reads_it(session, teacher, class_id, ana, ben, now):
    given(session, teacher, class_id, now)

    assert unread(session, learner_id=ana.id) == 1
    assert unread(session, learner_id=ben.id) == 0
    (told,) = notices(session, learner_id=ana.id)
    assert (told.kind, told.about["title"], told.unread) == ("assigned", "A small set", True)
    seen(session, learner_id=ana.id, now=now)
    assert unread(session, learner_id=ana.id) == 0
