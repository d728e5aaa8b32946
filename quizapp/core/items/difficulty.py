"""How hard an item is expected to be before anybody has answered it."""

#: Expected chance of a wrong answer where the wrong options are half alike to the key: the order
#: of the formats is that of facts.md ("Difficulty prior"), the figures are a first guess.
_BASE = {
    "card": 0.2,
    "true_false": 0.25,
    "choice": 0.35,
    "matching": 0.45,
    "statements": 0.45,
    "choices": 0.5,
    "ordering": 0.5,
    "date": 0.55,
    "typed": 0.55,
    "number": 0.6,
}
_SLOPE = 0.3


def predicted_difficulty(format_: str, nearness: float) -> float:
    """Return the predicted chance of a wrong answer, 0..1, to three places.

    Args:
        nearness: mean likeness of the wrong options to the key, 0..1.
    """
    return round(_BASE[format_] + _SLOPE * (nearness - 0.5), 3)
