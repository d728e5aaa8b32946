"""Which declared things a text names, names inside longer names included.

For cues and for what a text gives away, where finding too much is the safe side. Which spans of a
quotation may be blanked is a matter of the facts: ``facts.mentions``.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from quizapp.core.facts.entity import Entity

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text))


def _abbreviation(name: str) -> str | None:
    """Return a name's one word in capitals, which counts as written: "US" is not the pronoun."""
    words = _words(name)
    return words[0] if name.isupper() and len(words) == 1 else None


def words_within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Return whether one run of words stands in another."""
    if not part:
        return True
    length, start = len(part), 0
    for _ in range(whole.count(part[0])):
        start = whole.index(part[0], start) + 1
        if whole[start - 1 : start - 1 + length] == part:
            return True
    return False


class Names:
    """An index of the names of things by their words."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_words: dict[tuple[str, ...], set[str]] = {}
        self._capitals: dict[str, set[str]] = {}
        self._folded: dict[str, frozenset[tuple[str, ...]]] = {}
        for entity in entities:
            self._folded[entity.id] = frozenset(map(folded_words, entity.names))
            for name in entity.names:
                abbreviation = _abbreviation(name)
                if abbreviation is not None:
                    self._capitals.setdefault(abbreviation, set()).add(entity.id)
                else:
                    self._by_words.setdefault(folded_words(name), set()).add(entity.id)
        lengths: dict[str, set[int]] = {}
        for words in filter(None, self._by_words):
            lengths.setdefault(words[0], set()).add(len(words))
        #: How many words the names have that begin with a word.
        self._lengths = {first: tuple(sorted(found)) for first, found in lengths.items()}
        self.named_in = lru_cache(maxsize=4096)(self._named_in)

    def _named_in(self, text: str) -> frozenset[str]:
        """Return the ids of all things a name of which stands in the text."""
        words = folded_words(text)
        found: set[str] = set()
        for start, first in enumerate(words):
            for length in self._lengths.get(first, ()):
                found |= self._by_words.get(words[start : start + length], set())
        for word in _words(text):
            found |= self._capitals.get(word, set())
        return frozenset(found)

    def called(self, name: str) -> frozenset[str]:
        """Return the ids of all things of that name, case and accents aside."""
        abbreviation = _abbreviation(name)
        if abbreviation in self._capitals:
            return frozenset(self._capitals[abbreviation])
        return frozenset(self._by_words.get(folded_words(name), ()))

    def share_a_name(self, one: str, other: str) -> bool:
        """Return whether two things have a name in common, case and accents aside."""
        return not self._folded[one].isdisjoint(self._folded[other])

    def ambiguous(self, id_: str, name: str, others: Iterable[str]) -> bool:
        """Return whether a name of one thing names one of the others too."""
        words = folded_words(name)
        return any(other != id_ and words in self._folded[other] for other in others)
