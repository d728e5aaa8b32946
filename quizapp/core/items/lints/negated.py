"""Refused item 15: a statement to be judged true or false is never a denial."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import own_words

_DENIAL = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)


def negated(item: Item, bank: Bank) -> str | None:
    """What choosing "True", or marking a statement true, says is a claim and no denial of one.

    Of a statement written by hand nobody knows the claim: there the words tell.
    """
    claims: tuple[Claim, ...] = ()
    if item.format == "true_false":
        claims = item.options[0].claims
        if not claims and _DENIAL.search(own_words(item.stem)):
            return "the statement is a denial: write what is so, and let its falsehood be judged"
    elif item.format == "statements":
        claims = tuple(claim for part in item.parts for claim in part.claims)
    if any(not claim.holds for claim in claims):
        return "the statement is a denial: its falsehood would be a double negation"
    return None
