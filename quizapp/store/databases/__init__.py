"""Which database it is: the one place that knows SQLite from PostgreSQL."""
