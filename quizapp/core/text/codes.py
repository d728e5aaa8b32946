"""What codes say: which of some numbered statements are correct, or how many of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.text.frame import Frame, Phrase
from quizapp.core.text.language import Listing

#: In the truths of statements: correct.
_TRUE = "t"


@dataclass(frozen=True, slots=True)
class CountWords:
    """How many of several things are correct; the hole ``number`` holds a word of ``numbers``.

    Attributes:
        one, some: so many, and no more.
        both, all: all of two, all of more.
        none: not one.
        numbers: the words for one, two and so on.
    """

    one: Frame
    some: Frame
    both: Frame
    all: Frame
    none: Frame
    numbers: tuple[str, ...]

    def text(self, right: int, of: int) -> str:
        """Return in words that so many of all are correct.

        Raises:
            ValueError: that cannot be, or there is no word for the number.
        """
        if not 0 <= right <= of or right > len(self.numbers):
            raise ValueError(f"there are no words for {right} of {of}")
        if right == of:
            frame = self.both if of == 2 else self.all
        else:
            frame = (self.none, self.one)[right] if right < 2 else self.some
        word = self.numbers[right - 1] if right else ""
        return frame.fill({"number": Phrase.verbatim(word)})


@dataclass(frozen=True, slots=True)
class CodeWords:
    """Which of several statements are correct, and how many.

    Attributes:
        listed: how the labels of statements are joined.
        some: those of the hole ``listed``, and no others.
        both, all: all of two, all of more; ``listed``.
        neither: none of two; ``first`` and ``last``.
        none: none of more; ``listed``.
        statements, pairs: how many of them are correct.
    """

    listed: Listing
    some: Frame
    both: Frame
    all: Frame
    neither: Frame
    none: Frame
    statements: CountWords
    pairs: CountWords

    def text(self, labels: Sequence[str], truths: str) -> str:
        """Return in words which statements are correct.

        Args:
            labels: one for each statement, as a sentence speaks of it: ``1``, ``II``.
            truths: ``t`` for each that is correct, ``f`` for each that is not.

        Raises:
            ValueError: there is not one truth for each label, or fewer than two.
        """
        if len(labels) < 2:
            raise ValueError("a code speaks of two statements at least")
        pairs = zip(labels, truths, strict=True)
        right = [label for label, truth in pairs if truth == _TRUE]
        two = len(labels) == 2
        if not right:
            return (self.neither if two else self.none).fill(self._phrases(labels))
        if len(right) < len(labels):
            return self.some.fill(self._phrases(right))
        return (self.both if two else self.all).fill(self._phrases(labels))

    def _phrases(self, labels: Sequence[str]) -> Mapping[str, Phrase]:
        texts = {"listed": self.listed.join(labels), "first": labels[0], "last": labels[-1]}
        return {hole: Phrase.verbatim(text) for hole, text in texts.items()}
