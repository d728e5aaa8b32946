"""Roles: who may do what stands in the access table of the pages."""

from enum import Enum


class Role(Enum):
    """What somebody is here.

    An outsider has no cookie; a guest has one, and no account; the others have an account.
    """

    OUTSIDER = "outsider"
    GUEST = "guest"
    LEARNER = "learner"
    TEACHER = "teacher"
    ADMIN = "admin"

    @property
    def has_account(self) -> bool:
        """Whether one signs in to it."""
        return self not in (Role.OUTSIDER, Role.GUEST)
