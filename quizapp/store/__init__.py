"""The database: models, queries, the write queue, migrations."""
