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
#: Harder than their format: to count what is correct, each statement has to be known.
_BASE_OF_KIND = {"how_many": 0.5}
_SLOPE = 0.3


def predicted_difficulty(format_: str, nearness: float, kind: str = "") -> float:
    """Return the predicted chance of a wrong answer, 0..1, to three places.

    What was answered replaces it bit by bit: ``stats.difficulty``.

    Args:
        nearness: mean likeness of the wrong options to the key, 0..1.
    """
    base = _BASE_OF_KIND.get(kind, _BASE[format_])
    return round(base + _SLOPE * (nearness - 0.5), 3)
