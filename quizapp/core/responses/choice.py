"""Single choice: one option is right, one is chosen."""

from fractions import Fraction

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.items.item import Item
from quizapp.core.responses.format import Response
from quizapp.core.responses.options import OptionFormat


class Choice(OptionFormat):
    """One of several options; the key earns all, any other nothing."""

    name = "choice"

    def missing(self, question: WrittenQuestion) -> str | None:
        """Ask for one right option and at least one wrong one."""
        if len(question.right) != 1:
            return "a single choice has one right option: write right: the option"
        return None if question.wrong else "a choice needs wrong options: write wrong: [a, b]"

    def fraction(self, response: Response, item: Item) -> Fraction:
        """Return 1 for the key, else 0."""
        return Fraction(response == self.key_response(item))
