"""M1 to M3: simulated learners under policies of study, at equal minutes (docs/memory.md).

Without an argument the size that takes seconds, with the policies that claims are about. With
``--long`` all of them, twice the days, more learners and targets, and the former again with forms
that differ from what is believed of them.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace

from bench.common.goals import say
from bench.memory.claims import claims
from bench.memory.compare import CLAIMED, CORE, PLAIN, POLICIES, WORLDS, Maker, Setting, readings
from bench.memory.forms import CHOICE_HEAVY, MIXED, Mix, Truth, believed, varied
from bench.memory.simulate import CI, CI_FORECASTS, LONG, Size
from bench.memory.table import lines

_SEED = 1
#: The policies whose forecasts are compared.
_FORECAST = {name: POLICIES[name] for name in (PLAIN, CORE)}


def main() -> None:
    """Print the tables and the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="all policies, about a quarter hour")
    if not parser.parse_args().long:
        _print(MIXED, believed, CI, CLAIMED, forecasts=CI_FORECASTS)
        return
    for mix in (MIXED, CHOICE_HEAVY):
        _print(mix, believed, LONG, POLICIES)
        _print(mix, varied, LONG, CLAIMED)


def _print(
    mix: Mix,
    truth: Truth,
    size: Size,
    policies: Mapping[str, Maker],
    *,
    forecasts: Size | None = None,
) -> None:
    shares = ", ".join(f"{share:.0%} {form}" for form, share in mix.items())
    for world in WORLDS:
        setting = Setting(world, mix, truth, size, _SEED)
        found = readings(setting, policies)
        more = readings(replace(setting, size=forecasts), _FORECAST) if forecasts else None
        print(f"\nWorld {world}, forms as {truth.__name__}, {size.learners} learners: {shares}")
        print("\n".join(lines(found)))
        for claim in claims(found, more):
            say(claim.goal, claim.figure, f"{claim.detail}, world {world}")


if __name__ == "__main__":
    main()
