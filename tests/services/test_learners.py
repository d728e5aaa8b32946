"""A learner is known by a cookie, and by nothing else."""

import pytest

from quizapp.services.learners import find_learner
from quizapp.store.learners import add_session


def test_a_cookie_finds_its_learner(session, ana, ben):
    assert find_learner(session, cookie=ana.cookie) == ana.id
    assert find_learner(session, cookie=ben.cookie) == ben.id


def test_no_cookie_and_an_unknown_one_find_nobody(session, ana):
    assert [find_learner(session, cookie=one) for one in (None, "", "x", ana.cookie[:-1])] == [
        None
    ] * 4


def test_a_learner_may_be_known_in_several_browsers(session, ana, now):
    add_session(session, ana.id, "another-cookie-of-hers", now=now)

    assert find_learner(session, cookie="another-cookie-of-hers") == ana.id
    assert find_learner(session, cookie=ana.cookie) == ana.id


@pytest.mark.parametrize(
    "cookie", ["short", "x" * 65, "nul\x00nul\x00nul\x00nul\x00", "\udc80" * 20]
)
def test_what_cannot_be_a_cookie_of_ours_is_nobodys(session, cookie):
    assert find_learner(session, cookie=cookie) is None
