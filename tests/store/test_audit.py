"""The chain of an attempt holds, and shows every row that somebody changed."""

import pytest
from sqlalchemy import select, text

from quizapp.services.quizzes import finish
from quizapp.store.audit import first_fault
from quizapp.store.chain import link
from quizapp.store.responses import ResponseRecord
from tests import make
from tests.services.acting import see, send


@pytest.fixture
def attempt(session, ana, now):
    """A finished attempt of two questions, with a changed answer."""
    attempt = make.attempt(session, ana, now, *make.items(2), feedback_each=False)
    for position, choice in ((1, "Ben"), (1, "Ana"), (2, "Cy")):
        send(session, ana, see(session, ana, attempt, position), choice, now=now)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)
    return attempt


def tamper(session, change: str) -> None:
    """Change a row as one can who has the file."""
    where = " ON {table}" if session.bind.dialect.name == "postgresql" else ""
    for table in ("bundles", "items", "showings", "responses"):
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER tr_{table}_no_{verb}{where.format(table=table)}"))
    ids = session.scalars(select(ResponseRecord.id).order_by(ResponseRecord.id)).all()
    session.execute(text(change.format(None, *ids)))
    session.expire_all()


def test_the_chain_of_an_untouched_attempt_holds(session, attempt):
    assert first_fault(session, attempt) is None


def test_the_chain_of_an_open_attempt_holds(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2))
    faults = [first_fault(session, attempt)]
    send(session, ana, see(session, ana, attempt), "Ana", now=now)

    assert [*faults, first_fault(session, attempt)] == [None, None]


def test_an_attempt_without_an_answer_is_sealed_too(session, ana, now):
    attempt = make.attempt(session, ana, now)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    assert first_fault(session, attempt) is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE responses SET response = '[\"3\"]' WHERE id = {1}", "response 1"),
        (
            "UPDATE responses SET fraction = '1/1' WHERE outcome = 'wrong' AND id > {1}",
            "response 3",
        ),
        ("UPDATE responses SET outcome = 'right' WHERE id = {1}", "response 1"),
        ("UPDATE responses SET received_at = '2026-03-01 10:00' WHERE id = {2}", "response 2"),
        ("UPDATE responses SET submission_key = 'another-key-of-it' WHERE id = {2}", "response 2"),
        ("UPDATE responses SET seq = 9 WHERE id = {2}", "response 2"),
        (
            "UPDATE responses SET showing_id = (SELECT max(id) FROM showings) WHERE id = {2}",
            "response 2",
        ),
        ("DELETE FROM responses WHERE id = {1}", "response 1"),
        ("DELETE FROM responses WHERE id = {3}", "the end or the score"),
        ("UPDATE attempts SET earned = '2/1'", "the end or the score"),
        ("UPDATE attempts SET finished_at = '2026-03-02 09:00:00'", "the end or the score"),
        ("UPDATE attempts SET seed = 2", "the attempt or what it shows"),
        ("UPDATE attempts SET settings = NULL", "the attempt or what it shows"),
        ("UPDATE attempts SET settings = '{{}}'", "the attempt or what it shows"),
        ("UPDATE attempts SET feedback_each = true", "the attempt or what it shows"),
        ("UPDATE showings SET themes = '[]' WHERE position = 2", "the attempt or what it shows"),
        ("UPDATE showings SET position = 3 WHERE position = 2", "the attempt or what it shows"),
    ],
)
def test_a_changed_row_is_found(session, attempt, change, fault):
    tamper(session, change)

    assert first_fault(session, attempt) == fault


def test_a_link_depends_on_all_before_it_and_on_what_it_adds():
    links = {link(previous, {"a": value}) for previous in ("", "x") for value in (1, "1", 2)}

    assert len(links) == 6


def test_what_has_no_one_form_has_no_place_in_a_chain():
    with pytest.raises(TypeError, match="no place in a chain"):
        link("", {"a": {1, 2}})
