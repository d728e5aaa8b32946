"""A learner is known by a cookie, and by nothing else."""

import pytest

from quizapp.store.learners import add_session
from tests.people import holder


def test_a_cookie_finds_its_learner(session, ana, ben, now):
    assert holder(session, ana.cookie, now) == ana.id
    assert holder(session, ben.cookie, now) == ben.id


def test_no_cookie_and_an_unknown_one_find_nobody(session, ana, now):
    assert [holder(session, one, now) for one in (None, "", "x", ana.cookie[:-1])] == [None] * 4


def test_a_learner_may_be_known_in_several_browsers(session, ana, now):
    add_session(session, ana.id, "another-cookie-of-hers", now=now)

    assert holder(session, "another-cookie-of-hers", now) == ana.id
    assert holder(session, ana.cookie, now) == ana.id


@pytest.mark.parametrize(
    "cookie", ["short", "x" * 65, "nul\x00nul\x00nul\x00nul\x00", "\udc80" * 20]
)
def test_what_cannot_be_a_cookie_of_ours_is_nobodys(session, cookie, now):
    assert holder(session, cookie, now) is None
