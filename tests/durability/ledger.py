"""What a database holds, read by plain SQL, against what was acknowledged.

Nothing of quizapp is used here but, for the hash chains, ``store.audit``.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import text

from quizapp.services.run import Store
from quizapp.store.audit import first_fault
from tests.durability.learner import Sent

RESPONSES = """
    SELECT responses.submission_key, showings.public_id,
        CAST(responses.response AS TEXT), CAST(showings.options AS TEXT)
    FROM responses JOIN showings ON showings.id = responses.showing_id
"""
STARTS = "SELECT start_key FROM attempts"


def faults(
    database: Path, *, acknowledged: Sequence[Sent], sent: Sequence[Sent], started: Sequence[str]
) -> list[str]:
    """Return every way in which the file is not what the learners were told."""
    with closing(sqlite3.connect(database)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        responses = connection.execute(RESPONSES).fetchall()
        starts = connection.execute(STARTS).fetchall()
    return [
        *([] if verdict == "ok" else [f"integrity_check: {verdict}"]),
        *differences(responses, starts, acknowledged=acknowledged, sent=sent, started=started),
    ]


def differences(
    responses: Iterable[tuple[Any, ...]],
    begun: Iterable[tuple[Any, ...]],
    *,
    acknowledged: Sequence[Sent],
    sent: Sequence[Sent],
    started: Sequence[str],
) -> list[str]:
    """Return every way in which the rows of ``RESPONSES`` and ``STARTS`` are not what was told."""
    rows = [_as_sent(*row) for row in responses]
    starts = Counter(key for (key,) in begun)
    times = Counter(key for key, _ in rows)
    stored = dict(rows)
    possible = {one.submission_key: (one.showing_id, one.filled.stored) for one in sent}
    return [
        *(f"{key} is stored {count} times" for key, count in times.items() if count > 1),
        *(f"quiz {key} is stored {starts[key]} times" for key in started if starts[key] != 1),
        *(
            f"{one.submission_key} was acknowledged as {one.filled.stored}, "
            f"and stored is {stored.get(one.submission_key)}"
            for one in acknowledged
            if stored.get(one.submission_key) != (one.showing_id, one.filled.stored)
        ),
        *(
            f"{key} is stored as {content} and was never sent so"
            for key, content in stored.items()
            if possible.get(key) != content
        ),
    ]


def _as_sent(
    submission_key: str, showing_id: str, response: str, options: str
) -> tuple[str, tuple[str, tuple[str, ...]]]:
    tokens = {str(option["index"]): option["token"] for option in json.loads(options)}
    raw = tuple(tokens.get(str(one), str(one)) for one in json.loads(response))
    return submission_key, (showing_id, raw)


def broken_chains(store: Store) -> list[str]:
    """Return the attempts whose rows are not what was stored, and where."""

    def look(session) -> list[str]:
        attempts = session.scalars(text("SELECT public_id FROM attempts")).all()
        found = {attempt: first_fault(session, attempt) for attempt in attempts}
        return [f"{attempt}: {fault}" for attempt, fault in found.items() if fault]

    return store.read(look)
