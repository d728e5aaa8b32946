"""What the formats that take one typed text share: which texts can be read at all.

What a text is worth is left to each format.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

from quizapp.errors import InvalidResponse

#: The most code points a typed answer may have.
LONGEST: Final = 200
NOTHING_TYPED: Final = "Nothing is typed: type your answer."

#: Controls and lone halves of signs: no keyboard types them, and not every database takes them.
_UNSEEN: Final = frozenset({"Cc", "Cs"})


def one_text(raw: Sequence[str]) -> str:
    """Return the text as typed, without the spaces around it; it may be empty.

    Raises:
        InvalidResponse: more than one text, too long, or with signs that nobody can see.
    """
    if len(raw) > 1:
        raise InvalidResponse("More than one answer was sent: type one.")
    text = "".join(raw).strip()
    if len(text) > LONGEST:
        raise InvalidResponse(f"The answer is too long: type at most {LONGEST} characters.")
    if any(unicodedata.category(sign) in _UNSEEN and not sign.isspace() for sign in text):
        raise InvalidResponse("The answer has a sign that nobody can see: type it again.")
    return text


def plain_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
