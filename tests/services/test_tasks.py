"""What is assigned: who may begin it, when, and until when."""

import threading
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.core.teaching.windows import GRACE, Window
from quizapp.errors import InvalidResponse, NotAllowed, NotFound, TimeIsUp
from quizapp.library.profiles import read_profiles
from quizapp.services import assigning, tasks
from quizapp.services.assigning import watch
from quizapp.services.classes import give_time
from quizapp.services.quizzes import finish
from quizapp.store.audit import first_fault
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


# --- beginning ---


def test_a_learner_of_the_class_begins_an_attempt(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now)

    started = begun(session, ana, task, now)

    assert see(session, ana, started.attempt_id).count == 2
    card = looked(session, ana, task, now).card
    assert (card.open_attempt, card.left) == (started.attempt_id, 0)
    assert first_fault(session, started.attempt_id) is None


def test_begun_again_the_open_attempt_goes_on(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now)

    first, again = (begun(session, ana, task, now) for _ in range(2))

    assert again.attempt_id == first.attempt_id


def test_there_are_so_many_attempts_and_no_more(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, most=2)
    for _ in range(2):
        finished(session, ana, begun(session, ana, task, now).attempt_id, now)

    with pytest.raises(NotAllowed, match="all the attempts"):
        begun(session, ana, task, now)


def test_as_many_as_one_likes_are_many(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, most=None)

    for _ in range(5):
        finished(session, ana, begun(session, ana, task, now).attempt_id, now)

    assert [one.number for one in looked(session, ana, task, now).made] == [1, 2, 3, 4, 5]


def test_it_begins_within_its_window(session, teacher, class_id, ana, now):
    window = Window(now + HOUR, now + 2 * HOUR)
    task = given(session, teacher, class_id, now, window=window)

    for at, said in ((now, "not begun"), (now + 2 * HOUR, "over")):
        with pytest.raises(NotAllowed, match=said):
            begun(session, ana, task, at)
    begun(session, ana, task, now + HOUR)


def test_a_double_click_begins_one_attempt(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, most=3)
    key = "k" * 20

    first = begun(session, ana, task, now, start_key=key)
    finish(session, learner_id=ana.id, attempt_id=first.attempt_id, now=now)
    again = begun(session, ana, task, now, start_key=key)

    assert again.attempt_id == first.attempt_id
    assert len(looked(session, ana, task, now).made) == 1


def test_what_was_taken_back_begins_no_more(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now)

    assigning.withdraw(session, learner_id=teacher.id, assignment_id=task, now=now)

    assert tasks.tasks(session, learner_id=ana.id, now=now)[1] == ()
    with pytest.raises(NotAllowed):
        begun(session, ana, task, now)


def test_for_others_it_is_not_there(session, teacher, class_id, ben, outsider, now):
    task = given(session, teacher, class_id, now)
    other = guest(session, now)

    for person in (ben, outsider):
        with pytest.raises(NotFound):
            looked(session, person, task, now)
        with pytest.raises(NotFound):
            begun(session, person, task, now)
    for person in (ben, outsider, other):
        with pytest.raises(NotFound):
            watched(session, person, task, now)
        with pytest.raises(NotFound):
            assigning.withdraw(session, learner_id=person.id, assignment_id=task, now=now)


@pytest.mark.parametrize(
    "window", [Window(None, -HOUR), Window(2 * HOUR, HOUR)], ids=["past", "backwards"]
)
def test_an_end_that_cannot_be_is_refused(session, teacher, class_id, now, window):
    opens = None if window.opens is None else now + window.opens
    shifted = Window(opens, now + window.closes)

    with pytest.raises(InvalidResponse):
        given(session, teacher, class_id, now, window=shifted)


def test_two_hundred_at_once_get_no_more_than_there_are(store, now):
    teacher, ana = (store.write(lambda session: guest(session, now)) for _ in range(2))
    made = store.write(lambda session: school_class(session, teacher, now))
    code = store.read(lambda session: code_of(session, teacher, made, now))
    store.write(lambda session: come(session, ana, code, now))
    task = store.write(lambda session: given(session, teacher, made, now, most=3))
    outcomes: list[str] = []

    def start() -> None:
        try:
            store.write(
                lambda session: finish(
                    session,
                    learner_id=ana.id,
                    attempt_id=begun(session, ana, task, now).attempt_id,
                    now=now,
                )
            )
        except NotAllowed:
            outcomes.append("no")
        else:
            outcomes.append("yes")

    threads = [threading.Thread(target=start) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (outcomes.count("yes"), outcomes.count("no")) == (3, 197)
    made_by_ana = store.read(lambda session: looked(session, ana, task, now).made)
    assert [one.number for one in made_by_ana] == [1, 2, 3]


# --- deadlines ---


def test_an_answer_after_the_deadline_does_not_count(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, minutes=10)
    attempt = begun(session, ana, task, now).attempt_id
    first, second = (see(session, ana, attempt, place) for place in (1, 2))
    end = now + timedelta(minutes=10)

    send(session, ana, first, "Ana", now=end + GRACE / 2)  # it was under way
    with pytest.raises(TimeIsUp):
        send(session, ana, second, "Ana", now=end + GRACE)

    result = finished(session, ana, attempt, end + HOUR)
    assert (result.earned, result.blank) == (1, 1)
    assert result.finished_at == end + GRACE / 2
    assert first_fault(session, attempt) is None


def test_what_nobody_handed_in_ended_at_its_deadline(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, minutes=10)
    attempt = begun(session, ana, task, now).attempt_id

    result = finished(session, ana, attempt, now + HOUR)

    assert result.finished_at == now + timedelta(minutes=10)


def test_more_time_holds_at_once_and_past_the_end(session, teacher, class_id, ana, now):
    closes = now + timedelta(minutes=5)
    task = given(session, teacher, class_id, now, minutes=10, window=Window(None, closes))
    attempt = begun(session, ana, task, now).attempt_id
    assert see(session, ana, attempt).deadline == closes
    (member,) = class_seen(session, teacher, class_id, now).members

    give_time(
        session,
        learner_id=teacher.id,
        class_id=class_id,
        member_id=member.id,
        time=Fraction(3, 2),
        now=now,
    )

    assert see(session, ana, attempt).deadline == closes + timedelta(minutes=5)
    send(session, ana, see(session, ana, attempt), "Ana", now=closes + timedelta(minutes=4))


def test_another_end_holds_for_what_is_under_way(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, window=Window(None, now + HOUR))
    attempt = begun(session, ana, task, now).attempt_id

    assigning.move_end(
        session, learner_id=teacher.id, assignment_id=task, closes=now + 3 * HOUR, now=now
    )

    assert see(session, ana, attempt).deadline == now + 3 * HOUR


def test_once_its_time_is_over_an_attempt_does_not_go_on(session, teacher, class_id, ana, now):
    task = given(session, teacher, class_id, now, minutes=10, most=2)
    first = begun(session, ana, task, now).attempt_id
    later = now + timedelta(minutes=10)

    assert looked(session, ana, task, later).card.open_attempt is None
    assert begun(session, ana, task, later).attempt_id != first
