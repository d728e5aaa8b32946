"""Which quotations may be considered beside one: from the same source and about as long."""

from bisect import bisect_left
from collections.abc import Sequence

from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.candidates import WHOLE
from quizapp.core.proof.printer import Fillings, Printer


class Quotations:
    """The statements of a bank that quote words, by source and length."""

    def __init__(self, statements: Sequence[StatementFact], printer: Printer) -> None:
        self._printer = printer
        self._of_source: dict[str, list[StatementFact]] = {}
        for fact in sorted(statements, key=_length):
            if fact.quote is not None:
                self._of_source.setdefault(self._source(fact), []).append(fact)

    def beside(self, fact: StatementFact) -> Sequence[StatementFact]:
        """Return quotations from the same source: all, or of very many those as long as it.

        That one itself is among them.
        """
        others = self._of_source[self._source(fact)]
        here = bisect_left(others, _length(fact), key=_length)
        start = max(0, min(here - WHOLE // 2, len(others) - WHOLE))
        return others[start : start + WHOLE]

    def _source(self, fact: StatementFact) -> str:
        """Return under which name a quotation's source is printed."""
        printed: Fillings = self._printer.source(fact.cites)
        return printed["source"].phrase.text if printed else ""


def _length(fact: StatementFact) -> int:
    return len(fact.quote or "")
