"""M1 to M3: simulated learners under policies of study, at equal minutes (docs/memory.md).

Without an argument the size that takes seconds, with the policies that claims are about. With
``--long`` all of them, twice the days, more learners and targets, and the former again with forms
that differ from what is believed of them.
"""

import argparse
from collections.abc import Mapping

from bench.common.goals import say
from bench.memory.claims import claims
from bench.memory.compare import CLAIMED, POLICIES, WORLDS, Maker, Setting, readings
from bench.memory.forms import CHOICE_HEAVY, MIXED, Mix, Truth, believed, varied
from bench.memory.simulate import CI, LONG, Size
from bench.memory.table import lines

_SEED = 1


def main() -> None:
    """Print the tables and the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="all policies, about a quarter hour")
    if not parser.parse_args().long:
        _print(MIXED, believed, CI, CLAIMED)
        return
    for mix in (MIXED, CHOICE_HEAVY):
        _print(mix, believed, LONG, POLICIES)
        _print(mix, varied, LONG, CLAIMED)


def _print(mix: Mix, truth: Truth, size: Size, policies: Mapping[str, Maker]) -> None:
    shares = ", ".join(f"{share:.0%} {form}" for form, share in mix.items())
    for world in WORLDS:
        found = readings(Setting(world, mix, truth, size, _SEED), policies)
        print(f"\nWorld {world}, forms as {truth.__name__}, {size.learners} learners: {shares}")
        print("\n".join(lines(found)))
        for claim in claims(found):
            say(claim.goal, claim.figure, f"{claim.detail}, world {world}")


if __name__ == "__main__":
    main()
