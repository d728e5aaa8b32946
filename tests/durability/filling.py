"""Some answer to a question of any format: what is sent for it, and what is stored then."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filled:
    """One answer.

    Attributes:
        chosen: tokens of options, or the one typed text.
        parts: what the fields of the parts hold.
        stored: the response in normal form, with tokens for options.
    """

    chosen: tuple[str, ...]
    parts: tuple[str, ...]
    stored: tuple[str, ...]


def filled(format_: str, tokens: list[str], parts: int, targets: int, rng: random.Random) -> Filled:
    """Return an answer at random.

    Args:
        tokens: of the options.
        parts, targets: how many fields of parts there are, and entries of the second list.
    """
    if tokens:
        one = rng.choice(tokens)
        return Filled((one,), ("",) * parts, (one, *("",) * parts))
    match format_:
        case "date":
            day = (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1900, 1999))[-parts:]
            iso = "-".join(f"{figures:02}" for figures in reversed(day))
            return Filled((), tuple(map(str, day)), (iso,))
        case "ordering":
            places = rng.sample(range(parts), parts)
            stored = sorted(range(parts), key=places.__getitem__)
            return Filled((), tuple(str(p + 1) for p in places), tuple(map(str, stored)))
        case "matching":
            row = tuple(map(str, rng.sample(range(targets), parts)))
            return Filled((), row, row)
        case "card":
            rating = rng.choice(("again", "hard", "good", "easy"))
            return Filled((rating,), (), (rating,))
        case _:
            text = str(rng.randrange(10**6))
            return Filled((text,), (), (text,))
