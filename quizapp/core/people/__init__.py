"""People: their roles, names, passwords and how long they stay signed in. Pure."""
