"""What was shown and answered is never changed, whoever asks the database to."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests import make
from tests.conftest import only
from tests.services.acting import see, send

CHANGES = (
    "UPDATE bundles SET title = 'Another'",
    "UPDATE items SET body = '{}'",
    "UPDATE showings SET options = '[]'",
    "UPDATE responses SET outcome = 'right'",
)
DELETIONS = (
    "DELETE FROM bundles",
    "DELETE FROM items",
    "DELETE FROM showings",
    "DELETE FROM responses",
)


@pytest.fixture
def answered(session, ana, now):
    attempt = make.attempt(session, ana, now)
    send(session, ana, see(session, ana, attempt), "Ana", now=now)
    return attempt


@pytest.mark.parametrize("change", CHANGES)
def test_no_row_is_changed(session, answered, change):
    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(change))


@only("postgresql")
@pytest.mark.parametrize("table", ["bundles", "items", "showings", "responses"])
def test_no_table_is_emptied(session, answered, table):
    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize("deletion", DELETIONS)
def test_no_row_is_deleted(session, answered, deletion):
    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(deletion))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attempts SET size = 0",
        "UPDATE attempts SET finished_at = started_at",
        "UPDATE attempts SET earned = '1/1'",
        "UPDATE attempts SET bundle = 'x'",
        "UPDATE rate_buckets SET level = -1",
        "UPDATE learners SET kind = 'emperor'",
        "INSERT INTO showings SELECT 99, 'x', attempt_id, position, item_digest, options, themes,"
        " kind_label, how FROM showings",
        "INSERT INTO responses SELECT 99, showing_id, seq, 'x', response, fraction, outcome,"
        " received_at, 'x' FROM responses",
        "INSERT INTO responses SELECT 99, showing_id, 2, submission_key, response, fraction,"
        " outcome, received_at, 'x' FROM responses",
        "INSERT INTO responses SELECT 99, showing_id, 2, 'x', response, fraction,"
        " 'splendid', received_at, 'x' FROM responses",
    ],
)
def test_the_schema_itself_refuses_what_cannot_be(session, answered, change):
    session.execute(text("INSERT INTO rate_buckets VALUES ('x', 1, '2026-01-01', '2026-01-01')"))

    with pytest.raises(IntegrityError):
        session.execute(text(change))
