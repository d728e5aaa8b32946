"""Tokens: names that nobody can guess. Chance that must be repeatable is not made here."""

import re
import secrets
from typing import Final

from quizapp.errors import InvalidResponse

#: What we make and our forms send; a script may make its own keys, if they cannot be guessed.
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{16,64}", re.ASCII)


def new_token() -> str:
    """Return 128 random bits, fit for a URL: public ids, option tokens, form keys."""
    return secrets.token_urlsafe(16)


def new_secret() -> str:
    """Return 256 random bits, fit for a cookie."""
    return secrets.token_urlsafe(32)


def is_token(text: str) -> bool:
    """Return whether a text can be a token; what cannot is in no database, and may harm one."""
    return _TOKEN.fullmatch(text) is not None


def check_key(key: str) -> None:
    """Make sure that a form's key can be one.

    Raises:
        InvalidResponse: it is too short to be unguessable, too long, or has other signs.
    """
    if not is_token(key):
        raise InvalidResponse("The page's hidden key is damaged: reload the page and send again.")
