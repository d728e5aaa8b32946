"""The floor of an answer: bare Flask and the driver, no sessions, no checks, one commit each.

It stores what ours stores, in the same table with the same indexes, as durably: BEGIN IMMEDIATE,
one INSERT, COMMIT with ``synchronous=FULL``. Writers wait for each other as SQLite makes them.
"""

import hashlib
import os
import sqlite3
import threading

from flask import Flask, redirect, request
from werkzeug import Response

DATABASE = "FLOOR_DATABASE"

_ITS_OWN = threading.local()
_SHOWING = "SELECT id FROM showings WHERE public_id = ?"
_NEXT = "SELECT coalesce(max(seq), 0) + 1 FROM responses WHERE showing_id = ?"
_STORE = """
INSERT INTO responses
    (showing_id, seq, submission_key, response, fraction, outcome, received_at, link)
VALUES (?, ?, ?, ?, '0/1', 'wrong', '2026-01-01 00:00:00.000000', ?)
"""


def make_floor(database: str) -> Flask:
    """Return the app on a database that has the schema and the showings."""
    app = Flask("floor")

    @app.post("/quiz/<attempt>/<int:position>")
    def answer(attempt: str, position: int) -> Response:
        showing_id, key = request.form["showing_id"], request.form["submission_key"]
        connection = _connection(database)
        connection.execute("BEGIN IMMEDIATE")
        (row,) = connection.execute(_SHOWING, [showing_id]).fetchone()
        (seq,) = connection.execute(_NEXT, [row]).fetchone()
        link = hashlib.sha256(key.encode()).hexdigest()
        stored = f'["{request.form["response"]}"]'
        connection.execute(_STORE, [row, seq, key, stored, link])
        connection.execute("COMMIT")
        return redirect(f"/quiz/{attempt}/{position + 1}", 303)

    @app.get("/healthz")
    def healthz() -> str:
        return "ok"

    return app


def _connection(database: str) -> sqlite3.Connection:
    if not hasattr(_ITS_OWN, "connection"):
        connection = sqlite3.connect(database, isolation_level=None, timeout=30)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _ITS_OWN.connection = connection
    return _ITS_OWN.connection


def app() -> Flask:
    """Return the app for a server; the environment names the database."""
    return make_floor(os.environ[DATABASE])
