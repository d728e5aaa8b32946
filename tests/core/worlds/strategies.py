"""Random tellings for hypothesis, and the same by number for runs without it."""

import random
from functools import cache

from hypothesis import strategies as st

from tests.core.worlds.scale import Scale
from tests.core.worlds.telling import Telling, telling_of

_CHANCES = (0.0, 0.3, 0.6, 1.0)


def tellings(*, most_things: int = 6) -> st.SearchStrategy[Telling]:
    """Return any telling; shrinking makes its world smaller, then sparser."""
    scales = st.builds(
        Scale,
        things=st.integers(2, most_things),
        statements=st.integers(1, 5),
        links=st.sampled_from(_CHANCES),
        told=st.sampled_from(_CHANCES[1:]),
        closed=st.sampled_from(_CHANCES),
    )
    return st.builds(telling_of, st.integers(0, 2**32 - 1), scales)


@cache
def telling_number(number: int) -> Telling:
    """Return one of the tellings that all differ in scale."""
    rng = random.Random(number)
    scale = Scale(
        things=rng.randint(3, 6),
        statements=rng.randint(1, 5),
        links=rng.choice(_CHANCES),
        told=rng.choice(_CHANCES[1:]),
        closed=rng.choice(_CHANCES),
    )
    return telling_of(number, scale)
