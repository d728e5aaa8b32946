"""Join codes: short enough to be read out in a classroom, too many to be guessed.

No sign looks like another in any common font: neither 0 nor O, neither 1 nor I nor L.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
#: 31 signs in 9 places are 44 bits.
LENGTH: Final = 9
#: It is printed in groups of so many signs.
_GROUP: Final = 3
_BETWEEN: Final = frozenset(" -‐‑‒–—_.")


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Return a code.

    Args:
        choose: takes one of some signs, each as likely as any other.
    """
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """Return a code as it is printed: ``ABC-DEF-GHJ``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed, however it was spaced and in small letters; else None.

    A sign that no code has is not guessed at: 0 could be meant for nothing else.
    """
    # Nothing longer can be one, and what is typed may be anything.
    plain = unicodedata.normalize("NFKC", typed[: 8 * LENGTH]).upper()
    signs = "".join(sign for sign in plain if sign not in _BETWEEN and not sign.isspace())
    is_code = len(signs) == LENGTH and all(sign in ALPHABET for sign in signs)
    return signs if is_code else None
