"""A database that can be read and not written, whichever it is."""

from sqlalchemy import event

from quizapp.services.run import Store


def seal(store: Store) -> None:
    """Let every connection refuse to write from now on."""

    def refuse_on_sqlite(connection, _record, _proxy):
        connection.execute("PRAGMA query_only = ON")

    def refuse_on_postgresql(connection, _record, _proxy):
        connection.read_only = True

    refuse = {"sqlite": refuse_on_sqlite, "postgresql": refuse_on_postgresql}
    event.listen(store.engine, "checkout", refuse[store.engine.dialect.name])
