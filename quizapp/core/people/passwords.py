"""Passwords: long enough, not what everybody takes; no other rule, for rules make them worse.

The limits are those of NIST SP 800-63B and of ASVS 5.0 (6.2.1, 6.2.4, 6.2.5): a length, and a
list of what is common; nothing about digits or signs.
"""

from typing import Final

from quizapp.core.people.names import name_key
from quizapp.core.people.tried_first import is_common

SHORTEST: Final = 8
LONGEST: Final = 128
#: What is asked of those who see what others answered.
ADVISED: Final = 15

#: What somebody tries first who knows where they are.
_OURS: Final = ("quizapp", "quiz", "school", "teacher", "student", "learner", "admin")


def fault_of_password(password: str, *, name: str) -> str | None:
    """Return what is wrong with a new password, and what to do; None for one that can be used.

    Args:
        password: exactly as it was typed; nothing is taken away.
        name: of the account that it is for.
    """
    if len(password) < SHORTEST:
        return f"Type at least {SHORTEST} signs; several words are easy to remember."
    if len(password) > LONGEST:
        return f"Type at most {LONGEST} signs."
    if is_common(password) or _is_made_of(password, (*_OURS, name)):
        return "That is among what everybody tries first. Take another, as four words of your own."
    return None


def _is_made_of(password: str, words: tuple[str, ...]) -> bool:
    """Return whether hardly anything is left of a password without these words."""
    rest = name_key(password)
    for word in sorted((name_key(one) for one in words), key=len, reverse=True):
        if word:
            rest = rest.replace(word, "")
    return len("".join(sign for sign in rest if not sign.isdigit())) < 3
