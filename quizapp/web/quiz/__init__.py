"""A quiz that is being taken."""
