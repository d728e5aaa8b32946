"""Content words of a text, stemmed: for asking whether two texts share a word.

The stemmer is a light one for English, harmless elsewhere: it joins "tie" and "ties", "visit" and
"visited". It may join too little or too much; nothing about truth rests on it.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*(?:\.[^\W_]\b)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SUFFIXES = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ings", ""),
    ("ing", ""),
    ("ied", "y"),
    ("ed", ""),
    ("es", ""),
    ("ss", "ss"),
    ("s", ""),
    ("e", ""),
)
_SHORTEST_STEM = 3
_STOPWORDS = (
    "a about according after all also am among an and any are as at be been before being both "
    "but by can could did do does during each for from had has have he her here him his how i "
    "if in into is it its more most no nor not of off on only or other our out over she so "
    "some such than that the their them then there these they this those through to under "
    "until up us was we were what when where which while who whom whose why will with would "
    "you your"
)
_STOPS = frozenset(_STOPWORDS.split())


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning.

    A word in capitals is itself: "US" is neither "us" nor a stop word.
    """
    found: set[str] = set()
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        bare = _POSSESSIVE.sub("", word).replace(".", "")
        if len(bare) > 1 and bare.isupper():
            found.add(bare)
        elif bare.casefold() not in _STOPS and (len(bare) > 1 or bare.isdigit()):
            found.add(stem(bare.casefold()))
    return frozenset(found)


def stem(word: str) -> str:
    """Return a word in small letters without its ending."""
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) + len(instead) >= _SHORTEST_STEM:
            return word.removesuffix(suffix) + instead
    return word
