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
    bare = [(option, _without_not(option.text)) for option in options]
    pairs = [
        (a, b) for (a, one), (b, other) in combinations(bare, 2) if one == other or excludes(a, b)
    ]
    if len(pairs) == 1:
        (a, b) = pairs[0]
        return f'"{a.text}" and "{b.text}" are the only opposites: one of them must be right'
    return None


def excludes(a: Option, b: Option) -> bool:
    """Return whether one option denies the other, or says the reverse order."""
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
