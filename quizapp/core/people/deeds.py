"""What the audit log tells of: a line for each thing that may be done to people and their work."""

from enum import StrEnum


class Deed(StrEnum):
    """What somebody did; the words are those of the log."""

    SIGNED_IN = "signed in"
    REFUSED = "could not sign in"
    SIGNED_UP = "made an account"
    RENAMED = "changed a name"
    NEW_PASSWORD = "changed a password"  # noqa: S105 - a deed
    GAVE_CODE = "gave a password code"
    RESET = "set a password by a code"
    FACTOR_ON = "turned a second factor on"
    FACTOR_OFF = "turned a second factor off"
    ENDED_SESSIONS = "ended all sessions"
    GAVE_ROLE = "gave a role"
    DISABLED = "let nobody sign in"
    ENABLED = "let somebody sign in again"
    MADE_CLASS = "made a class"
    CHANGED_CLASS = "changed a class"
    NEW_JOIN_CODE = "gave a class a code"
    CHANGED_MEMBER = "changed a member of a class"
    ASSIGNED = "assigned"
    MOVED_END = "moved the end of an assignment"
    WITHDREW = "took an assignment back"
    READ_RESULTS = "read results of a class"
    MADE_SET = "made a set"
    PUBLISHED = "published a set"
    SHOWED = "changed who sees a set"
    LET_CHANGE = "changed who may change a set"
    ARCHIVED = "put away or took back"
    MADE_LINK = "made a link"
    ENDED_LINK = "ended a link"
    READ_PERSON = "read a person"
    READ_LOG = "read the log"
    EXPORTED = "exported a person"
    ERASED = "erased a person"


#: What is looking, and is told once an hour for the same person and thing.
READING = frozenset({Deed.READ_RESULTS, Deed.READ_PERSON, Deed.READ_LOG})
