"""R15, refused items 22 and 26: nothing but knowledge joins the statements of one item."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items.item import Item
from quizapp.core.items.once import kernel_of


def independence(item: Item, bank: Bank) -> str | None:
    """Where some of the statements are true, the structure leaves the others open.

    Where some are false it does so too: no constraint says that one of several things is so.
    An explanation, which has no label, speaks of the two others and is none of them.
    """
    if item.format != "statements":
        return None
    claims = [claim for part in item.parts if part.label for claim in part.claims]
    kernel = kernel_of(bank)
    for known in range(len(claims)):
        for some in combinations(claims, known):
            rest = [claim for claim in claims if claim not in some]
            judge = kernel.assuming(some)
            decided = [one for one in rest if judge.status(one) is not Status.UNKNOWN]
            if decided:
                return _complaint(decided[0], some)
    return None


def _complaint(decided: Claim, known: tuple[Claim, ...]) -> str:
    what = f"{decided.relation} of {decided.subject}"
    if not known:
        return f"nobody has to know anything to judge the {what}"
    return f"the {what} follows from the other statements, or is refuted by them"
