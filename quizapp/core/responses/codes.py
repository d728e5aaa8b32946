"""What codes say of the parts that they speak of, and which of them agree with some marks."""

from quizapp.core.items.bodies.coded import EITHER, FALSE, TRUE
from quizapp.core.items.item import Item, Option


def implied(option: Option, item: Item) -> tuple[str, ...]:
    """Return what choosing a code says of each part: true, false, or nothing that is certain."""
    return tuple(
        _common([pattern[place] for pattern in option.patterns]) for place in range(len(item.parts))
    )


def agrees(option: Option, said: str) -> bool:
    """Return whether a code stands for some truths that are as said of the parts.

    Args:
        said: a letter for each part; ``?`` where nothing was said.
    """
    return any(
        all(
            EITHER in (want, mark) or want == mark for want, mark in zip(pattern, said, strict=True)
        )
        for pattern in option.patterns
    )


def _common(letters: list[str]) -> str:
    return letters[0] if set(letters) in ({TRUE}, {FALSE}) else ""
