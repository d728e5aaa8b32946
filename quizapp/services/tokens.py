"""Tokens: names that nobody can guess. Chance that must be repeatable is not made here."""

import secrets


def new_token() -> str:
    """Return 128 random bits, fit for a URL: public ids, option tokens, form keys."""
    return secrets.token_urlsafe(16)


def new_secret() -> str:
    """Return 256 random bits, fit for a cookie."""
    return secrets.token_urlsafe(32)
