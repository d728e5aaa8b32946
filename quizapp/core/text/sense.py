"""What a short text says when articles, auxiliaries, endings and signs are left out.

Two texts of one sense say the same in almost the same words. It finds duplicates; that texts of
different sense say different things is not to be taken from it.
"""

import re
from fractions import Fraction
from functools import lru_cache

from quizapp.core.text.answers import fold_answer
from quizapp.core.text.words import stem

_NUMERAL = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_FORM = (
    "a an the of is are was were be been being has have had do does did it its this that these "
    "those"
)
_FORM_WORDS = frozenset(_FORM.split())


@lru_cache(maxsize=4096)
def sense_of(text: str) -> tuple[str, ...]:
    """Return the stems of the words that count, in order; numerals by their value.

    Words of form are left out unless there are no others. "Not" is none of them.
    """
    words = fold_answer(text).split()
    telling = [word for word in words if word not in _FORM_WORDS]
    return tuple(_value(word) or stem(word) for word in telling or words)


def _value(word: str) -> str | None:
    if _NUMERAL.fullmatch(word) is None:
        return None
    return str(Fraction(word.replace(",", "")))
