"""R9 and refused item 8: a scrap of a quotation does not stand alone.

A scrap begins with a small letter, has fewer than six words, or comes without an occasion.
"""

from functools import lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import quotations, worded
from quizapp.core.items.printed import printed_parts
from quizapp.core.items.said import quotes_of
from quizapp.core.text.citing import fold

_FEW_WORDS = 6


def fragment(item: Item, bank: Bank) -> str | None:
    """No option quotes words that begin with a small letter; a scrap in the stem has its gist."""
    for option in worded(item):
        for quoted in quotations(option.text):
            if _begins_small(quoted):
                return f"the option “{quoted}” is a fragment of a sentence"
    told = "\n".join((item.stem, *(part.text for part in printed_parts(item))))
    stem = _plain(told)
    for slug in quotes_of(bank).inside(told):
        fact = bank.facts[slug]
        if (
            isinstance(fact, StatementFact)
            and fact.quote is not None
            and _plain(fact.quote) in stem
            and _is_scrap(fact, fact.quote)
            and (fact.gist is None or _plain(fact.gist) not in stem)
        ):
            return f"the stem quotes “{fact.quote}” without its gist"
    return None


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return fold(text).text


def _is_scrap(fact: StatementFact, quote: str) -> bool:
    placed = fact.occasion is not None or fact.medium is not None
    return _begins_small(quote) or len(quote.split()) < _FEW_WORDS or not placed


def _begins_small(quoted: str) -> bool:
    return quoted.lstrip("…. ")[:1].islower()
