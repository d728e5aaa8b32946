"""Classes as their teacher runs them, and how one joins them."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select

from quizapp.core.teaching.terms import MemberState
from quizapp.errors import InvalidResponse, NotAllowed, NotFound, TooMany
from quizapp.services import classes
from quizapp.services.class_codes import give_code, withdraw_code
from quizapp.services.joining import WRONG, WRONG_ANYWHERE
from quizapp.services.notices import notices
from quizapp.services.tasks import tasks
from quizapp.store.classes import JoinCodeRecord
from tests.people import Person, guest
from tests.services.teaching import SECRET, code_of, come, given, new_code, school_class, seen


@pytest.fixture
def teacher(session, now) -> Person:
    return guest(session, now)


@pytest.fixture
def cleo(session, now) -> Person:
    return guest(session, now)


def names(members) -> list[str]:
    return [one.called for one in members]


def test_a_new_class_has_nobody_and_stands_in_the_list(session, teacher, now):
    class_id = school_class(session, teacher, now, name="  10  B ")

    (card,) = classes.teacher_classes(session, learner_id=teacher.id)
    view = seen(session, teacher, class_id, now)

    assert (card.id, card.name, card.members, card.archived) == (class_id, "10 B", 0, False)
    assert (view.members, view.asking, view.assignments) == ((), (), ())


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_class_has_a_name_that_fits(session, teacher, now, name):
    with pytest.raises(InvalidResponse):
        school_class(session, teacher, now, name=name)


def test_whoever_has_the_code_is_in_the_class(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)

    joined = come(session, ana, code_of(session, teacher, class_id, now).lower(), now)

    assert (joined.class_id, joined.waits, joined.cookie) == (class_id, False, None)
    assert names(seen(session, teacher, class_id, now).members) == ["Asha"]
    mine, _ = tasks(session, learner_id=ana.id, now=now)
    assert [(one.id, one.asking) for one in mine] == [(class_id, False)]


def test_a_newcomer_joins_as_a_guest(session, teacher, outsider, now):
    class_id = school_class(session, teacher, now)

    joined = come(session, outsider, code_of(session, teacher, class_id, now), now)

    assert joined.cookie
    assert names(seen(session, teacher, class_id, now).members) == ["Asha"]


def test_to_join_twice_is_to_join_once(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now)

    come(session, ana, code, now)
    again = come(session, ana, code, now, name="Somebody else")

    assert again.class_id == class_id
    assert names(seen(session, teacher, class_id, now).members) == ["Asha"]


def test_where_the_teacher_lets_in_one_waits(session, teacher, ana, now):
    class_id = school_class(session, teacher, now, approval=True)
    task = given(session, teacher, class_id, now)

    assert come(session, ana, code_of(session, teacher, class_id, now), now).waits

    (asking,) = seen(session, teacher, class_id, now).asking
    assert tasks(session, learner_id=ana.id, now=now)[1] == ()
    change_to(session, teacher, class_id, asking.id, MemberState.IN, now)
    assert [one.id for one in tasks(session, learner_id=ana.id, now=now)[1]] == [task]
    assert [one.kind for one in notices(session, learner_id=ana.id)] == ["let_in"]


def change_to(session, teacher, class_id, member_id, state, now):
    classes.change_state(
        session,
        learner_id=teacher.id,
        class_id=class_id,
        member_id=member_id,
        state=state,
        now=now,
    )


def test_where_there_are_numbers_no_name_is_kept(session, teacher, ana, ben, now):
    class_id = school_class(session, teacher, now, pseudonyms=True)
    code = code_of(session, teacher, class_id, now)

    come(session, ana, code, now, name="Asha Secret")
    come(session, ben, code, now, name="")

    assert names(seen(session, teacher, class_id, now).members) == ["Learner 01", "Learner 02"]


def test_names_go_for_good_when_numbers_come(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    come(session, ana, code_of(session, teacher, class_id, now), now)

    for pseudonyms in (True, False):
        classes.change_how(
            session,
            learner_id=teacher.id,
            class_id=class_id,
            name="10 B",
            approval=False,
            pseudonyms=pseudonyms,
        )

    assert names(seen(session, teacher, class_id, now).members) == ["Learner 01"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_class_with_names_wants_one(session, teacher, ana, now, name):
    class_id = school_class(session, teacher, now)

    with pytest.raises(InvalidResponse):
        come(session, ana, code_of(session, teacher, class_id, now), now, name=name)


def test_a_teacher_does_not_join_their_own_class(session, teacher, now):
    class_id = school_class(session, teacher, now)

    with pytest.raises(NotAllowed):
        come(session, teacher, code_of(session, teacher, class_id, now), now)


# --- codes ---


def test_a_new_code_takes_the_place_of_the_old_one(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    old = code_of(session, teacher, class_id, now)

    new_code(session, teacher, class_id, now)

    assert code_of(session, teacher, class_id, now) != old
    assert come(session, ana, old, now).class_id is None


def test_by_a_code_that_was_ended_nobody_joins(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now)

    withdraw_code(session, learner_id=teacher.id, class_id=class_id, now=now)

    assert seen(session, teacher, class_id, now).code is None
    assert come(session, ana, code, now).class_id is None


def test_a_code_ends_by_itself(session, teacher, ana, ben, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now)

    assert come(session, ana, code, now + timedelta(days=7, seconds=-1)).class_id == class_id
    assert come(session, ben, code, now + timedelta(days=7)).class_id is None


def test_by_a_code_one_finds_only_its_hash(session, teacher, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now).replace("-", "")

    found = session.scalars(select(JoinCodeRecord.digest)).all()

    assert all(len(one) == 64 and code not in one for one in found)


def test_wrong_codes_are_counted_and_right_ones_are_not(session, teacher, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now)

    for _ in range(3 * WRONG.burst):  # a class behind one address
        assert come(session, guest(session, now), code, now).class_id == class_id
    for _ in range(WRONG.burst):
        assert come(session, guest(session, now), "ABC-DEF-GHJ", now).class_id is None

    with pytest.raises(TooMany):  # now the right one tells nothing either
        come(session, guest(session, now), code, now)
    assert come(session, guest(session, now), code, now, address="198.51.100.7").class_id


def test_codes_cannot_be_guessed_from_many_addresses(session, ana, now):
    for number in range(WRONG_ANYWHERE.burst):
        come(session, ana, "ABC-DEF-GHJ", now, address=f"203.0.113.{number}")

    with pytest.raises(TooMany):
        come(session, ana, "ABC-DEF-GHJ", now, address="198.51.100.7")


# --- members ---


def test_who_was_removed_is_out_and_has_to_be_let_in_again(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    given(session, teacher, class_id, now)
    code = code_of(session, teacher, class_id, now)
    come(session, ana, code, now)
    (member,) = seen(session, teacher, class_id, now).members

    change_to(session, teacher, class_id, member.id, MemberState.REMOVED, now)

    view = seen(session, teacher, class_id, now)
    assert (view.members, names(view.removed)) == ((), ["Asha"])
    assert tasks(session, learner_id=ana.id, now=now) == ((), ())
    assert come(session, ana, code, now).waits
    assert names(seen(session, teacher, class_id, now).asking) == ["Asha"]


def test_more_time_is_from_one_to_three(session, teacher, ana, now):
    class_id = school_class(session, teacher, now)
    come(session, ana, code_of(session, teacher, class_id, now), now)
    (member,) = seen(session, teacher, class_id, now).members

    def give(time: Fraction) -> None:
        classes.give_time(
            session,
            learner_id=teacher.id,
            class_id=class_id,
            member_id=member.id,
            time=time,
            now=now,
        )

    give(Fraction(5, 4))
    (changed,) = seen(session, teacher, class_id, now).members
    assert changed.time == Fraction(5, 4)
    for time in (Fraction(1, 2), Fraction(4)):
        with pytest.raises(InvalidResponse):
            give(time)


def test_a_member_of_another_class_is_nobody_here(session, teacher, ana, now):
    mine, other = (school_class(session, teacher, now) for _ in range(2))
    come(session, ana, code_of(session, teacher, other, now), now)
    (member,) = seen(session, teacher, other, now).members

    with pytest.raises(NotFound):
        change_to(session, teacher, mine, member.id, MemberState.REMOVED, now)


# --- whose class it is ---


def test_for_anybody_else_a_class_is_not_there(session, teacher, cleo, outsider, now):
    class_id = school_class(session, teacher, now)

    for person in (cleo, outsider):
        about = {"learner_id": person.id, "class_id": class_id}
        for act in (
            lambda about=about: classes.class_view(session, now=now, **about),
            lambda about=about: give_code(session, days=7, secret=SECRET, now=now, **about),
            lambda about=about: withdraw_code(session, now=now, **about),
            lambda about=about: classes.archive(session, archived=True, now=now, **about),
            lambda about=about: classes.change_how(
                session, name="Mine", approval=False, pseudonyms=False, **about
            ),
        ):
            with pytest.raises(NotFound):
                act()


def test_an_archived_class_takes_nobody_and_nothing(session, teacher, ana, ben, now):
    class_id = school_class(session, teacher, now)
    code = code_of(session, teacher, class_id, now)
    come(session, ana, code, now)

    classes.archive(session, learner_id=teacher.id, class_id=class_id, archived=True, now=now)

    assert come(session, ben, code, now).class_id is None
    with pytest.raises(NotAllowed):
        new_code(session, teacher, class_id, now)
    with pytest.raises(NotAllowed):
        given(session, teacher, class_id, now)
    classes.archive(session, learner_id=teacher.id, class_id=class_id, archived=False, now=now)
    new_code(session, teacher, class_id, now)
    assert names(seen(session, teacher, class_id, now).members) == ["Asha"]
