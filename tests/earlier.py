"""Databases as earlier releases left them."""

from sqlalchemy import Connection, text

from quizapp.store.tables import METADATA

#: The tables of the first release.
_FIRST = {
    "learners",
    "sessions",
    "bundles",
    "items",
    "attempts",
    "showings",
    "responses",
    "rate_buckets",
}
#: What later ones added to these, by the revision before.
_INDEXES = ("ix_sessions_public_id",)
_FUNCTIONS = (
    "fn_weights_append_only",
    "fn_set_texts_append_only",
    "fn_set_revisions_append_only",
    "fn_set_publications_append_only",
    "fn_audit_entries_append_only",
)
_COLUMNS = {
    "0002": ("sessions.public_id", "sessions.label", "sessions.seen_at"),
    "0001": ("attempts.settings",),
}


def as_before(connection: Connection, revision: str) -> None:
    """Make a database one of the first releases, ``0001`` or ``0002``; its rows stay."""
    for table in reversed(METADATA.sorted_tables):
        if table.name not in _FIRST:
            table.drop(connection)
    if connection.dialect.name == "postgresql":
        for function in _FUNCTIONS:
            connection.execute(text(f"DROP FUNCTION {function}"))
    for index in _INDEXES:
        connection.execute(text(f"DROP INDEX {index}"))
    for since, columns in _COLUMNS.items():
        if since >= revision:
            for table, column in (one.split(".") for one in columns):
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
    stamp = text("UPDATE alembic_version SET version_num = :revision")
    connection.execute(stamp, {"revision": revision})
