"""A search for the least value of a function of a few numbers, without its derivatives.

Deterministic: the same function gives the same place, in the same number of looks.
"""

from collections.abc import Callable, Sequence

#: A place, one number for each direction.
Place = tuple[float, ...]

#: How far a step goes: reflected, drawn out, drawn in, shrunk (Nelder and Mead, 1965).
_REFLECT, _EXPAND, _CONTRACT, _SHRINK = 1.0, 2.0, 0.5, 0.5


def least(
    value: Callable[[Place], float],
    start: Place,
    steps: Sequence[float],
    *,
    most_looks: int,
    near: float,
) -> Place:
    """Return where a function is least, as far as one looked.

    Args:
        value: of the function; infinity where one may not go.
        start: where to begin.
        steps: how far to go from there at first, for each direction.
        most_looks: how often the function is asked, about.
        near: to stop where the values at all corners differ by less than this.

    Source: the simplex method of Nelder and Mead (1965).
    """
    corners = [start]
    for at, step in enumerate(steps):
        corners.append((*start[:at], start[at] + step, *start[at + 1 :]))
    known = sorted((value(corner), corner) for corner in corners)
    looks = len(known)
    while looks < most_looks and known[-1][0] - known[0][0] > near:
        *better, (worst_value, worst) = known
        middle = tuple(sum(one) / len(better) for one in zip(*(c for _, c in better), strict=True))

        def towards(
            share: float, middle: Place = middle, worst: Place = worst
        ) -> tuple[float, Place]:
            place = tuple(m + share * (m - w) for m, w in zip(middle, worst, strict=True))
            return value(place), place

        tried = towards(_REFLECT)
        looks += 1
        if tried[0] < known[0][0]:
            tried = min(tried, towards(_EXPAND))
            looks += 1
        elif tried[0] >= better[-1][0]:
            is_outside = tried[0] < worst_value
            tried = min(tried, towards(_CONTRACT if is_outside else -_CONTRACT))
            looks += 1
        if tried[0] < worst_value:
            known = sorted((*better, tried))
            continue
        (best, *others) = known
        shrunk = []
        for _, corner in others:
            place = tuple(b + _SHRINK * (c - b) for b, c in zip(best[1], corner, strict=True))
            shrunk.append((value(place), place))
        looks += len(shrunk)
        known = sorted((best, *shrunk))
    return known[0][1]
