"""Folding of typed answers: two texts that fold alike are one answer.

In this order: NFKC and case; dashes; punctuation; articles, or for people their honorifics;
spaces; diacritics. Signs of a numeral stay, so "2+2" is not "22" and "-1/3" is not "1/3".
Not here: other names (the item lists them), numbers and dates by value, slips of the keyboard.
"""

import re
import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys([*map(ord, "‐‑‒–—―−⁃﹘﹣－")], "-") | {ord("⁄"): "/"}
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_SIGNS = "+-/.,%"
_EXCELLENCY = re.compile(r"(?<!\w)h\. ?e\.")
_HONORIFICS = frozenset(("dr", "mr", "mrs", "ms", "mx", "prof", "shri", "smt", "sir", "hon"))
_INDEFINITE = frozenset(("a", "an"))
_DIACRITICS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def fold_answer(text: str, *, person: bool = False) -> str:
    """Return the text as answers are compared; empty if nothing of it counts.

    Args:
        text: as typed, or as an item accepts it.
        person: whether it is to name a person: then "Dr" and its like are no part of it, and an
            initial "A." is no article.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = text.translate(_DASHES | _APOSTROPHES)
    if person:
        text = _EXCELLENCY.sub(" ", text)
    words = _join_initials(_without_the(_strip_punctuation(text).split()))
    words = _strip_leading(words, _HONORIFICS if person else _INDEFINITE)
    return _strip_diacritics(" ".join(words))


def _strip_punctuation(text: str) -> str:
    return "".join(
        " " if _is_punctuation(char) and not _is_sign(text, place) else char
        for place, char in enumerate(text)
    )


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PZC"


def _is_sign(text: str, place: int) -> bool:
    """Return whether the character belongs to a numeral.

    It does before a digit, unless a letter comes first: the hyphen of "Chandrayaan-3" is one of
    a word. A per cent sign does after a digit too.
    """
    if text[place] not in _SIGNS:
        return False
    before, after = text[:place][-1:], text[place + 1 :][:1]
    return (after.isdigit() and not before.isalpha()) or (text[place] == "%" and before.isdigit())


def _without_the(words: list[str]) -> list[str]:
    return [word for word in words if word != "the"] or words


def _join_initials(words: list[str]) -> list[str]:
    """Return the words with runs of single letters as one: "U.S." is "US", "A. P. J." is "APJ"."""
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


def _strip_leading(words: list[str], dropped: frozenset[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and words[start] in dropped:
        start += 1
    return words[start:]


def _strip_diacritics(text: str) -> str:
    """Return the text without accents; the vowel signs of Indic scripts are letters and stay."""
    bare = _DIACRITICS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)
