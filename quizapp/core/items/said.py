"""Which statements' words stand in a text, or in the words of other statements.

Every text is found by its rarest word, so that a search takes as long as the text is, however
many statements there are.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.names import folded_words, words_within
from quizapp.core.items.once import once_a_bank

_Words = tuple[str, ...]


class Texts:
    """Texts of statements, by their words.

    Args:
        texts: slug and text; a statement may have several, a text without words is not found.
    """

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._slugs: dict[_Words, list[str]] = {}
        for slug, text in texts:
            if words := folded_words(text):
                self._slugs.setdefault(words, []).append(slug)
        common = Counter(word for words in self._slugs for word in set(words))
        self._by_rarest: dict[str, list[_Words]] = {}
        for words in self._slugs:
            rarest = min(words, key=lambda word: (common[word], word))
            self._by_rarest.setdefault(rarest, []).append(words)

    def __contains__(self, text: str) -> bool:
        """Return whether a text has the very words of one of them."""
        return folded_words(text) in self._slugs

    def inside(self, text: str) -> Iterator[str]:
        """Yield the slugs of those whose words stand in the text, one after the other."""
        for words in self._within(folded_words(text)):
            yield from self._slugs[words]

    def _within(self, whole: _Words) -> Iterator[_Words]:
        for word in dict.fromkeys(whole):
            for words in self._by_rarest.get(word, ()):
                if words_within(words, whole):
                    yield words

    def repeating(self, text: str) -> Iterator[str]:
        """Yield the slugs of those that hold the words of one of the texts, or stand in it."""
        words = folded_words(text)
        yield from self._slugs.get(words, ())
        for other in self._repeats.get(words, ()):
            yield from self._slugs[other]

    @cached_property
    def _repeats(self) -> dict[_Words, dict[_Words, None]]:
        """The other texts that hold the words of a text or stand in it, where there are any."""
        found: dict[_Words, dict[_Words, None]] = {}
        for whole in self._slugs:
            for part in self._within(whole):
                if part != whole:
                    found.setdefault(whole, {})[part] = None
                    found.setdefault(part, {})[whole] = None
        return found

    @cached_property
    def _in_order(self) -> list[_Words]:
        return sorted(self._slugs)

    def beginning(self, text: str) -> Iterator[str]:
        """Yield the slugs of those that begin with the words of the text."""
        begins = folded_words(text)
        for place in range(bisect_left(self._in_order, begins), len(self._in_order)):
            words = self._in_order[place]
            if words[: len(begins)] != begins:
                return
            yield from self._slugs[words]


def _statements(bank: Bank) -> Iterator[StatementFact]:
    return (fact for fact in bank.facts.values() if isinstance(fact, StatementFact))


@once_a_bank
def quotes_of(bank: Bank) -> Texts:
    """Return the quotations of a bank."""
    return Texts((one.slug, one.quote) for one in _statements(bank) if one.quote is not None)


@once_a_bank
def gists_of(bank: Bank) -> Texts:
    """Return what the statements of a bank are said to say."""
    return Texts((one.slug, one.gist) for one in _statements(bank) if one.gist is not None)


@once_a_bank
def printed_of(bank: Bank) -> Texts:
    """Return the texts by which statements are printed: quotations, and gists after "that"."""
    return Texts(
        (one.slug, text.removeprefix("that ") if text is one.gist else text)
        for one in _statements(bank)
        for text in (one.quote, one.gist)
        if text is not None
    )
