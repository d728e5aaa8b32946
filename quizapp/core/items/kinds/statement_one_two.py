"""Statement-I and Statement-II, as UPSC asks: the same as assertion and reason in other words."""

from quizapp.core.items.explanations import Explaining


class StatementOneTwo(Explaining):
    """Statement I and Statement II, each true or false."""

    name = "statement_one_two"
