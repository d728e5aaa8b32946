"""Numbers near one, as mix-ups: a tenth or a fifth more or less, two digits swapped.

Which of them are wrong the kernel says; they are printed as exactly as the number itself.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from quizapp.core.facts.numbers import parse_number

_SHARES = (Fraction(11, 10), Fraction(9, 10), Fraction(6, 5), Fraction(4, 5), Fraction(3, 2))


def near_numbers(text: str) -> Iterator[str]:
    """Yield numbers near the one that a text writes, each once, never that one itself.

    Args:
        text: an integer or a decimal; nothing is near a ratio such as ``1/3``.
    """
    if "/" in text:
        return
    number = parse_number(text)
    places = len(text.partition(".")[2])
    seen = {number.value}
    for candidate in (*_swapped(text), *_shifted(number.value, places)):
        value = parse_number(candidate).value
        if value not in seen:
            seen.add(value)
            yield candidate


def _swapped(text: str) -> Iterator[str]:
    """Yield the text with two digits of its front swapped; a zero never comes to the front."""
    digits = [index for index, sign in enumerate(text) if sign.isdigit()][:3]
    for one, other in pairwise(digits):
        if other == one + 1 and text[other] != "0":
            yield text[:one] + text[other] + text[one] + text[other + 1 :]


def _shifted(value: Fraction, places: int) -> Iterator[str]:
    scale = 10**places
    step = _step(value * scale)
    for share in _SHARES:
        whole = round(value * share * scale / step) * step
        if whole * value > 0 or value == 0:
            sign, digits = "-" if whole < 0 else "", str(abs(whole)).zfill(places + 1)
            yield f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _step(whole: Fraction) -> int:
    """Return the power of ten at which a whole number ends in zeros, so that others end so too."""
    step, left = 1, int(whole)
    while left and left % 10 == 0:
        left //= 10
        step *= 10
    return max(1, step // 10 if left < 10 else step)
