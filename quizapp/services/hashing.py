"""Hashes of passwords: argon2id. They take time on purpose, so this never runs inside the queue.

Memory, passes and lanes are those that OWASP names for argon2id: 19 MiB, 2 and 1. More memory
would let a class that signs in at once take the machine down.
"""

import threading
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
#: One at a time in a process: answers need the processor too.
_TURN: Final = threading.Semaphore()
#: Of a password that nobody has: an unknown name takes as long as a known one.
_NOBODYS: Final = _HASHER.hash("a password that nobody has, and nobody ever will")


def hash_password(password: str) -> str:
    """Return the hash of a password, with salt and how it was made."""
    with _TURN:
        return _HASHER.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Return whether a password has a hash; without one it takes as long, and it has not."""
    with _TURN:
        try:
            _HASHER.verify(stored or _NOBODYS, password)
        except (VerificationError, InvalidHashError):
            return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Return whether a hash was made in another way than now."""
    return _HASHER.check_needs_rehash(stored)
