"""How long somebody stays signed in, unless they sign out.

Whoever sits at a quiz is not thrown out of it: what they answer would find nobody.
"""

from datetime import datetime, timedelta
from typing import Final

#: Without having done anything; since signing in; in the middle of a quiz, without an answer.
IDLE: Final = timedelta(hours=8)
ABSOLUTE: Final = timedelta(days=14)
MID_ATTEMPT: Final = timedelta(hours=24)
#: When somebody was last here is written down so often at most.
NOTED_EVERY: Final = timedelta(minutes=5)


def is_fresh(*, signed_in: datetime, seen: datetime, now: datetime) -> bool:
    """Return whether somebody is still signed in, whatever they are at."""
    return now - seen <= IDLE and now - signed_in <= ABSOLUTE


def may_go_on(*, seen: datetime, now: datetime) -> bool:
    """Return whether somebody with a quiz that is under way is still signed in."""
    return now - seen <= MID_ATTEMPT


def is_worth_noting(*, seen: datetime, now: datetime) -> bool:
    """Return whether it shall be written down that somebody is here."""
    return now - seen >= NOTED_EVERY
