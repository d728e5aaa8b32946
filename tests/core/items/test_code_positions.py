"""Fixed codes: each is right equally often, and each way that makes one right: chi-square.

By kind, profile, number of parts and of options, in a set in which everything can be true or false.
Assertion and reason, and Statement I and II, are left out: which of their codes can be right
depends on the explanations that a set declares.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import count, islice

import pytest

from quizapp import paths
from quizapp.core.facts.bank import Bank
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.profiles.profile import Profile
from quizapp.library.files import load_set
from quizapp.library.profiles import load_profiles
from quizapp.library.wording import load_wording
from tests.core.items.posing import kind

SHORT, LONG = 160, 10_000
KINDS = ("statements", "how_many", "pairs", "lists")
#: The chi-square that is passed once in ten thousand times, by degrees of freedom: so small that in
#: the short size an option that is never right is seen.
_CRITICAL = {1: 15.14, 2: 18.42, 3: 21.11, 4: 23.51, 5: 25.74}
#: A cell in which fewer are expected says nothing.
_EXPECTED = 8
#: Of one draw so many slots are asked, so that items of many draws are looked at.
_OF_A_DRAW = 500


def parameters(profiles: Iterable[Profile]) -> pytest.MarkDecorator:
    """Run a test for every kind with codes that a profile has."""
    return pytest.mark.parametrize(
        ("profile", "name"),
        [
            pytest.param(
                profile,
                name,
                id=f"{profile.id}-{name}",
            )
            for profile in profiles
            for name in KINDS
            if profile.has_kind(name)
        ],
    )


def unlike(profiles: Iterable[Profile]) -> Iterator[Profile]:
    """Yield one profile of those that have the same codes."""
    seen: list[object] = []
    for one in profiles:
        said = (one.options, one.codes, one.counts, one.pairs)
        if said not in seen:
            seen.append(said)
            yield one


@cache
def bank() -> Bank:
    return load_set(paths.QUESTIONS / "countries-of-the-world.yaml")


def drawn(profile: Profile, name: str, wanted: int) -> Iterator[Item]:
    """Yield items of a kind, over as many draws as it takes."""
    context = Context(bank(), load_wording(), profile=profile)
    found = (
        item
        for seed in count()
        for item in islice(items(context, seed=seed, kinds=[kind(name)]), _OF_A_DRAW)
    )
    return islice(found, wanted)


def is_even(counts: Sequence[int]) -> bool:
    """Return whether counts are as equal as chance makes them, or too few to tell."""
    expected = sum(counts) / len(counts)
    if expected < _EXPECTED or len(counts) == 1:
        return True
    found = sum((one - expected) ** 2 for one in counts) / expected
    return found < _CRITICAL[len(counts) - 1]


def check(profile: Profile, name: str, wanted: int) -> None:
    places: dict[Hashable, Counter[int]] = defaultdict(Counter)
    ways: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for item in drawn(profile, name, wanted):
        (place,) = item.chosen
        places[len(item.parts), len(item.options)][place] += 1
        if not item.targets:
            truths = "".join("t" if part.holds else "f" for part in item.parts)
            ways[item.options[place].patterns][truths] += 1
    assert places
    for (_, options), found in places.items():  # type: ignore[misc]
        assert is_even([found[place] for place in range(options)]), found
    for patterns, truths in ways.items():
        assert set(truths) <= set(patterns)
        assert is_even([truths[pattern] for pattern in patterns]), truths


@parameters(unlike(load_profiles().values()))
def test_every_code_is_right_equally_often(profile: Profile, name: str) -> None:
    check(profile, name, SHORT)


@pytest.mark.long
@parameters(load_profiles().values())
def test_every_code_of_ten_thousand_items_is_right_equally_often(
    profile: Profile, name: str
) -> None:
    check(profile, name, LONG)


def test_a_code_that_is_preferred_is_seen() -> None:
    assert is_even([40, 40, 40, 40])
    assert not is_even([80, 27, 27, 26])
