"""Anti-cue rule 8: no two options that are the only opposites of each other."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.items.item import Item, Option
from quizapp.core.items.lints.reading import worded


def opposites(item: Item, bank: Bank) -> str | None:
    """Of three or more options, not just one pair excludes each other by negation or order."""
    options = worded(item)
    if len(options) < 3:
        return None
    pairs = [(a, b) for a, b in combinations(options, 2) if _opposite(a, b)]
    if len(pairs) == 1:
        (a, b) = pairs[0]
        return f'"{a.text}" and "{b.text}" are the only opposites: one of them must be right'
    return None


def _opposite(a: Option, b: Option) -> bool:
    if _without_not(a.text) == _without_not(b.text):
        return True
    if len(a.claims) != 1 or len(b.claims) != 1:
        return False
    return b.claims[0] in (a.claims[0].negated(), _reversed(a.claims[0]))


def _reversed(claim: Claim) -> Claim | None:
    """Return the reverse of an order, None of any other claim."""
    if claim.relation != "before" or not isinstance(claim.object, str):
        return None
    return Claim("before", claim.object, claim.subject, holds=claim.holds)


def _without_not(text: str) -> str:
    return " ".join(word for word in text.casefold().split() if word != "not")
