"""Multiple choice: all right options are wanted, a part of them earns a part."""

from fractions import Fraction

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response
from quizapp.core.responses.options import OptionFormat


class Choices(OptionFormat):
    """Any number of options; wrong ones take away what right ones earn, never more."""

    name = "choices"
    several = True

    def missing(self, question: WrittenQuestion) -> str | None:
        """Ask for at least one wrong option."""
        return None if question.wrong else "a choice needs wrong options: write wrong: [a, b]"

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return ``max(min(right, K - wrong), 0) / K``, with K right options in the item.

        Each option chosen beyond K costs one right one, so choosing everything pays as little as
        chance does.

        Source: the Open University's "multiple response" question type for Moodle.
        """
        key = frozenset(self.key_response(item))
        right = len(key.intersection(response))
        wrong = len(response) - right
        return Fraction(max(min(right, len(key) - wrong), 0), len(key))
