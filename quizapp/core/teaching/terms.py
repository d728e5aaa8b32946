"""How a learner stands to a class, and when one sees what is right."""

from enum import Enum


class MemberState(Enum):
    """How a learner stands to a class: waits to be let in, is in it, was removed."""

    ASKED = "asked"
    IN = "in"
    REMOVED = "removed"


class Policy(Enum):
    """When a learner sees what is right: after each question, at the end, when all is over."""

    EACH = "each"
    END = "end"
    CLOSED = "closed"
