"""Another password by a code: good once, for a day, from a teacher or an admin."""

from datetime import timedelta

import pytest

from quizapp.core.people.roles import Role
from quizapp.errors import NotAllowed, NotFound, NotSignedIn
from quizapp.services import accounts, administering, classes, resetting
from quizapp.services.notices import notices
from tests.people import account, guest, holder
from tests.services.signing import NEW
from tests.services.teaching import code_of, come, school_class

NAME = "Asha Rao"


@pytest.fixture
def asha(session, now):
    return account(session, now, name=NAME)


def given(session, person, now):
    return resetting.give_code(session, learner_id=None, person=person.id, now=now)


def use(session, code, now, name=NAME):
    return resetting.reset(session, name=name, code=code, password=NEW, label="Firefox", now=now)


def test_a_code_sets_another_password_and_ends_all_other_sessions(session, asha, now):
    name, code = given(session, asha, now)

    signed_in = use(session, f" {code.lower().replace('-', ' ')}", now, "asha RAO")

    assert name == NAME
    assert accounts.account_to_check(session, name=NAME).password == NEW
    assert holder(session, asha.cookie, now) is None
    assert holder(session, signed_in.cookie, now) == asha.id


def test_it_is_good_once(session, asha, now):
    _, code = given(session, asha, now)
    use(session, code, now)

    with pytest.raises(NotSignedIn):
        use(session, code, now)


def test_it_is_good_for_a_day(session, asha, now):
    _, code = given(session, asha, now)

    with pytest.raises(NotSignedIn):
        use(session, code, now + resetting.HOLDS)
    use(session, code, now + resetting.HOLDS - timedelta(seconds=1))


def test_a_newer_one_takes_its_place(session, asha, now):
    _, first = given(session, asha, now)
    _, second = given(session, asha, now)

    with pytest.raises(NotSignedIn):
        use(session, first, now)
    use(session, second, now)


def test_it_is_nobody_elses_and_a_wrong_name_is_answered_as_a_wrong_code(session, asha, now):
    account(session, now, name="Ben Lal")
    _, code = given(session, asha, now)

    said = set()
    for name, tried in (("Ben Lal", code), ("Nobody", code), (NAME, "ABC-DEF-GHJ"), (NAME, "")):
        with pytest.raises(NotSignedIn) as refused:
            use(session, tried, now, name)
        said.add(str(refused.value))

    assert len(said) == 1
    use(session, code, now)


def test_who_cannot_sign_in_cannot_by_a_code(session, asha, now):
    _, code = given(session, asha, now)
    administering.set_disabled(session, name=NAME, disabled=True, now=now)

    with pytest.raises(NotSignedIn):
        use(session, code, now)


# --- from a teacher ---


def member_of(session, tara, its, now):
    (member,) = classes.class_view(session, learner_id=tara.id, class_id=its, now=now).members
    return member.id


def in_class(session, tara, its, member, now):
    return resetting.give_code_in_class(
        session, learner_id=tara.id, class_id=its, member_id=member, now=now
    )


@pytest.fixture
def tara(session, now):
    return account(session, now, role=Role.TEACHER)


def joined(session, tara, person, now):
    its = school_class(session, tara, now)
    come(session, person, code_of(session, tara, its, now), now)
    return its, member_of(session, tara, its, now)


def test_a_teacher_gives_one_to_a_learner_of_a_class(session, tara, asha, now):
    its, member = joined(session, tara, asha, now)

    name, code = in_class(session, tara, its, member, now)

    assert name == NAME
    told, *_ = notices(session, learner_id=asha.id)
    assert (told.kind, told.about) == ("code", {"class_name": "10 B"})
    use(session, code, now)


def test_not_to_somebody_of_another_class(session, tara, asha, now):
    thea = account(session, now, role=Role.TEACHER)
    its, member = joined(session, tara, asha, now)
    other = school_class(session, thea, now)

    for teacher, place in ((thea, its), (thea, other)):
        with pytest.raises(NotFound):
            in_class(session, teacher, place, member, now)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ADMIN])
def test_not_to_somebody_who_teaches(session, tara, now, role):
    its, member = joined(session, tara, account(session, now, role=role), now)

    with pytest.raises(NotAllowed, match="Only an admin"):
        in_class(session, tara, its, member, now)


def test_not_to_a_guest(session, tara, now):
    its, member = joined(session, tara, guest(session, now), now)

    with pytest.raises(NotAllowed, match="no password"):
        in_class(session, tara, its, member, now)
