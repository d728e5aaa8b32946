"""Items made by hand of the bodies with parts: codes, lists, orders, counts, numbers, cards."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import factorial, perm

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.items.item import Amount, Item, Option, Part, Target
from tests.core.items.handmade import ENTITIES, item

#: The codes of two statements, with their patterns.
CODES = (("1 only", "tf"), ("2 only", "ft"), ("Both 1 and 2", "tt"), ("Neither 1 nor 2", "ff"))
_NAMES = {one.id: one.printed() for one in ENTITIES}


def part(text: str, *claims: Claim, holds: bool = True, **fields: object) -> Part:
    """Return a part."""
    return Part(text, claims, holds, "So it is.", (), "stated", **fields)  # type: ignore[arg-type]


def stated(
    *statements: tuple[str, Claim, bool],
    codes: Sequence[tuple[str, ...]] = CODES,
    stem: str = "Consider the following statements:\nWhich of them are correct?",
    **fields: object,
) -> Item:
    """Return an item of statements (text, claim, whether it holds) and codes (text, patterns)."""
    parts = tuple(
        part(text, claim, holds=holds, label=f"{place}.")
        for place, (text, claim, holds) in enumerate(statements, start=1)
    )
    truths = "".join("t" if one.holds else "f" for one in parts)
    return item(
        stem,
        *coded(codes, truths),
        parts=parts,
        **{"format": "statements", "guess": Fraction(1, len(codes)), **fields},
    )


def coded(codes: Sequence[tuple[str, ...]], truths: str) -> tuple[Option, ...]:
    """Return codes (text, patterns) as options; right is the one that fits the truths."""
    return tuple(
        Option(text, (), None, truths in patterns, "", (), "code", tuple(patterns))
        for text, *patterns in codes
    )


def matched(
    relation: str,
    *pairs: tuple[str, str],
    spare: Sequence[str] = (),
    codes: Sequence[str] = (),
    stem: str = "Match the two lists.",
    **fields: object,
) -> Item:
    """Return an item of rows and targets, given by ids.

    Args:
        codes: arrangements ``2143``: the place of a target for each row; the first is right, and
            the targets stand in the order of the rows.
    """
    texts = [_NAMES[target] for _, target in pairs] + [_NAMES[target] for target in spare]
    targets = tuple(Target(f"{place}.", text) for place, text in enumerate(texts, start=1))
    parts = tuple(
        part(
            _NAMES[row],
            Claim(relation, row, target),
            label=f"{'ABCDE'[place]}.",
            against=tuple(
                "So it is." if at == place else f"Not {text}." for at, text in enumerate(texts)
            ),
        )
        for place, (row, target) in enumerate(pairs)
    )
    options = tuple(_arrangement(code, place == 0) for place, code in enumerate(codes))
    guess = Fraction(1, len(codes)) if codes else Fraction(1, perm(len(targets), len(parts)))
    return item(
        stem,
        *options,
        parts=parts,
        targets=targets,
        **{
            "format": "choice" if codes else "matching",
            "key": (0,) if codes else tuple((at, at) for at in range(len(parts))),
            "guess": guess,
            **fields,
        },
    )


def _arrangement(code: str, right: bool) -> Option:
    text = ", ".join(f"{'ABCDE'[row]}-{target}" for row, target in enumerate(code))
    truths = "".join("t" if int(target) == row else "f" for row, target in enumerate(code, start=1))
    return Option(text, (), None, right, "", (), "code", (truths,))


def ordered(*events: str, **fields: object) -> Item:
    """Return an item of events, given by ids in their right order."""
    claims = [[Claim("before", one, then)] for one, then in pairwise(events)]
    parts = tuple(
        part(_NAMES[event], *said) for event, said in zip(events, [*claims, []], strict=True)
    )
    return item(
        "Put them in order.",
        parts=parts,
        **{
            "format": "ordering",
            "key": tuple(range(len(parts))),
            "guess": Fraction(1, factorial(len(parts))),
            **fields,
        },
    )


def counted(stem: str, *claims: Claim, **fields: object) -> Item:
    """Return an item that asks how many things there are; one claim for each of them."""
    parts = tuple(part(str(claim.object), claim) for claim in claims)
    options = tuple(
        Option(str(count), (), None, count == len(parts), "", (), "code")
        for count in range(len(parts) - 1, len(parts) + 3)
    )
    return item(stem, *options, parts=parts, **fields)


def measured(stem: str, quantity: str, value: str, **fields: object) -> Item:
    """Return an item that asks for a number."""
    claim = Claim("value", quantity, Value("number", value))
    key = Amount(value, None, "0")
    fields = {"format": "number", "key": key, "guess": Fraction(0), **fields}
    return item(stem, parts=(part(value, claim),), **fields)


def card(front: str, back: str, *claims: Claim, **fields: object) -> Item:
    """Return a card with what its back tells."""
    parts = tuple(part(back, claim) for claim in claims)
    fields = {"format": "card", "key": (back,), "guess": Fraction(0), **fields}
    return item(front, parts=parts, **fields)
