"""Hashes of passwords: argon2id. They take time on purpose, so this never runs inside the queue.

Memory, passes and lanes are those that OWASP names for argon2id: 19 MiB, 2 and 1. More memory
would let a class that signs in at once take the machine down. One thread of each process makes
them, one at a time and after all else: answers need the processor too.
"""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
#: As far back as a thread can step.
_NICE: Final = 19
#: Of a password that nobody has: an unknown name takes as long as a known one.
_NOBODYS: Final = _HASHER.hash("a password that nobody has, and nobody ever will")


def hash_password(password: str) -> str:
    """Return the hash of a password, with salt and how it was made."""
    return _worker().submit(_HASHER.hash, password).result()


def is_right(password: str, stored: str | None) -> bool:
    """Return whether a password has a hash; without one it takes as long, and it has not."""
    return _worker().submit(_verify, password, stored).result()


def _verify(password: str, stored: str | None) -> bool:
    try:
        _HASHER.verify(stored or _NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


@cache
def _worker() -> ThreadPoolExecutor:
    """Return the thread that makes them; begun at the first, since a fork takes no thread along."""
    return ThreadPoolExecutor(1, thread_name_prefix="hashing", initializer=_step_back)


def _step_back() -> None:
    """Let other threads go first, where a thread has a priority of its own, as on Linux."""
    if sys.platform != "linux":
        return  # elsewhere the whole process would step back
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def is_outdated(stored: str) -> bool:
    """Return whether a hash was made in another way than now."""
    return _HASHER.check_needs_rehash(stored)
