"""What is claimed of one memory for each fact, and of weighing evidence, shows in both worlds.

The worlds share no laws, and the policies see no truth: see ``bench/memory``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bench.memory.claims import Claim, claims
from bench.memory.compare import (
    CLAIMED,
    CORE,
    PER_FORM,
    PLAIN,
    POLICIES,
    WORLDS,
    Maker,
    Setting,
    readings,
)
from bench.memory.forms import MIXED, believed
from bench.memory.policies import PerFact
from bench.memory.rules import Fsrs, guess_corrected
from bench.memory.simulate import CI, CI_FORECASTS, LONG, Size
from bench.memory.table import lines
from quizapp.core.memory.evidence import Evidence
from quizapp.core.memory.state import Memory

SEED = 1
#: Enough to see a planted flaw.
HALF = Size(2, 60, 80, 5, (0.8, 0.9, 0.96))


@cache
def claimed(world: str) -> tuple[Claim, Claim, Claim]:
    setting = Setting(world, MIXED, believed, CI, SEED)
    forecasts = readings(
        replace(setting, size=CI_FORECASTS), {name: CLAIMED[name] for name in (PLAIN, CORE)}
    )
    return claims(readings(setting, CLAIMED), forecasts)


@pytest.mark.parametrize("world", WORLDS)
def test_one_memory_for_each_fact_beats_a_card_for_each_form(world: str) -> None:
    one_memory, *_others = claimed(world)

    assert one_memory.holds, one_memory


@pytest.mark.parametrize("world", WORLDS)
def test_weighing_evidence_makes_the_forecast_truer(world: str) -> None:
    _one_memory, weighed, _costs_nothing = claimed(world)

    assert weighed.holds, weighed


@pytest.mark.parametrize("world", WORLDS)
def test_weighing_evidence_costs_no_recall(world: str) -> None:
    *_others, costs_nothing = claimed(world)

    assert costs_nothing.holds, costs_nothing


def upside_down(state: Memory | None, form: str, right: bool, day: date) -> Evidence:
    """Return what a response says, but of the opposite outcome."""
    return guess_corrected(state, form, not right, day)


PLANTED: list[tuple[int, Mapping[str, Maker]]] = [
    (0, {PER_FORM: POLICIES[PLAIN]}),
    (1, {CORE: POLICIES[PLAIN]}),
    (1, {CORE: lambda plan: PerFact(Fsrs(upside_down), plan)}),
    (2, {CORE: lambda plan: PerFact(Fsrs(upside_down), plan)}),
]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(("claim", "flaw"), PLANTED)
def test_a_planted_flaw_is_seen(world: str, claim: int, flaw: Mapping[str, Maker]) -> None:
    flawed = readings(Setting(world, MIXED, believed, HALF, SEED), {**CLAIMED, **flaw})

    assert not claims(flawed)[claim].holds


def test_the_same_seed_gives_the_same_table() -> None:
    small = Size(2, 20, 20, 5, (0.8, 0.9, 0.96))
    tables = [
        list(lines(readings(Setting("B", MIXED, believed, small, seed), CLAIMED)))
        for seed in (1, 1, 2)
    ]

    assert tables[0] == tables[1] != tables[2]


@pytest.mark.long
@pytest.mark.parametrize("world", WORLDS)
def test_at_the_long_size_the_claims_hold_too(world: str) -> None:
    long = claims(readings(Setting(world, MIXED, believed, LONG, SEED), CLAIMED))

    assert all(claim.holds for claim in long), long
