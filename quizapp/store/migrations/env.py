"""Run by Alembic: hands it the open connection and the tables. The caller commits."""

from alembic import context

from quizapp.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
