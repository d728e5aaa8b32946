"""Sets of facts on disk: found, read, compiled once per content hash."""
