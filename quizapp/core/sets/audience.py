"""Who may see a set that somebody made here."""

from enum import Enum


class Audience(Enum):
    """Its authors alone, some classes of theirs, all teachers, or everybody.

    Each includes those before it.
    """

    OWN = "own"
    CLASSES = "classes"
    TEACHERS = "teachers"
    PUBLIC = "public"
