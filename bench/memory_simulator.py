"""M1, M2: simulated learners under policies of study, at equal minutes (docs/memory.md).

Without an argument the size that takes seconds, with the policies that claims are about. With
``--long`` all of them, twice the days, more learners and targets, and also forms that differ from
what is believed of them.
"""

import argparse

from bench.common.goals import say
from bench.memory.claims import claims
from bench.memory.compare import CLAIMED, POLICIES, WORLDS, Setting, readings
from bench.memory.forms import CHOICE_HEAVY, MIXED, believed, varied
from bench.memory.simulate import CI, LONG
from bench.memory.table import lines

_SEED = 1


def main() -> None:
    """Print the tables and the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="all policies, some ten minutes")
    is_long = parser.parse_args().long
    size, policies = (LONG, POLICIES) if is_long else (CI, CLAIMED)
    mixes = {"mixed forms": MIXED} | ({"mostly choices": CHOICE_HEAVY} if is_long else {})
    truths = (believed, varied) if is_long else (believed,)
    for truth in truths:
        for what, mix in mixes.items():
            for world in WORLDS:
                found = readings(Setting(world, mix, truth, size, _SEED), policies)
                print(f"\nWorld {world}, {what}, {truth.__name__}; {size.learners} learners")
                print("\n".join(lines(found)), flush=True)
                for claim in claims(found):
                    say(claim.goal, claim.figure, f"{claim.detail}, world {world}")


if __name__ == "__main__":
    main()
