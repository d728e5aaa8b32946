"""Limits on how often somebody may do something: token buckets, shared by all workers."""

import hmac
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

from sqlalchemy.orm import Session

from quizapp.errors import TooMany
from quizapp.store.buckets import load_bucket, save_bucket


@dataclass(frozen=True, slots=True)
class Limit:
    """A bucket that holds ``burst`` and gets ``per_hour`` back, evenly.

    Attributes:
        name: what is limited, as stored.
    """

    name: str
    burst: int
    per_hour: int

    @property
    def per_second(self) -> float:
        """How much comes back in a second."""
        return self.per_hour / 3600

    @property
    def refill(self) -> timedelta:
        """How long an empty bucket takes to be full."""
        return timedelta(seconds=self.burst / self.per_second)


#: Starting quizzes, by address: a class behind one address may all begin at once.
START = Limit("start", burst=120, per_hour=600)

#: What is kept for a newcomer but a quiz, by address.
NEWCOMER = Limit("newcomer", burst=60, per_hour=300)

#: Signing in, by address: a class behind one address may come at once.
SIGN_IN = Limit("sign-in", burst=60, per_hour=240)

#: Signing in, by name: whoever guesses at one account, from wherever.
SIGN_IN_NAME = Limit("sign-in-name", burst=10, per_hour=20)

#: New accounts, by address.
SIGN_UP = Limit("sign-up", burst=60, per_hour=240)

#: Of IPv6 a household gets at least a network of this many bits, with more addresses than a limit
#: could count.
_ONE_LINE = 64


def line_of(address: str) -> str:
    """Return whom an address is counted as: itself, or of IPv6 the network of one household."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), _ONE_LINE), strict=False))


def spend(session: Session, *, limit: Limit, who: str, secret: bytes, now: datetime) -> None:
    """Take one from somebody's bucket (a write).

    Args:
        who: an address or an id; only its hash is stored, until the bucket is full again.
        secret: of the installation; without it nobody finds the address of a hash by trying all.

    Raises:
        TooMany: the bucket is empty; says when to come again.
    """
    digest, level = _left(session, limit, who, secret, now)
    left = level - 1
    full_at = now + timedelta(seconds=(limit.burst - left) / limit.per_second)
    save_bucket(session, digest, level=left, counted_at=now, full_at=full_at)


def require_left(session: Session, *, limit: Limit, who: str, secret: bytes, now: datetime) -> None:
    """Make sure that somebody's bucket is not empty, and take nothing from it.

    Raises:
        TooMany: as ``spend``.
    """
    _left(session, limit, who, secret, now)


def _left(
    session: Session, limit: Limit, who: str, secret: bytes, now: datetime
) -> tuple[str, float]:
    """Return the name of a bucket and what is in it, at least 1."""
    digest = hmac.digest(secret, f"{limit.name}\n{who}".encode(), "sha256").hex()
    level = _level(load_bucket(session, digest), limit, now)
    if level < 1:
        seconds = math.ceil((1 - level) / limit.per_second)
        raise TooMany(f"That was too often. Try again in {seconds} seconds.", seconds)
    return digest, level


def _level(stored: tuple[float, datetime] | None, limit: Limit, now: datetime) -> float:
    if stored is None:
        return limit.burst
    level, counted_at = stored
    if counted_at - now > limit.refill:
        # The clock was wrong then; to wait for that moment could take for ever.
        return limit.burst
    passed = max(0.0, (now - counted_at).total_seconds())  # it may have been set back a little
    return min(limit.burst, level + passed * limit.per_second)
