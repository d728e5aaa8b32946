"""Practice: sittings of what is due."""
