"""Measuring two or more sides in turn, A, B, A, B, so that a drift of the machine meets all."""

import time
from collections.abc import Callable, Mapping


def best_cpu(
    sides: Mapping[str, Callable[[], object]], *, calls: int, rounds: int = 5
) -> dict[str, float]:
    """Return for each side the CPU seconds of one call, in its best round.

    The CPU time of this process counts, all threads together. Every side is called once before
    anything is measured.
    """
    for side in sides.values():
        side()
    best = dict.fromkeys(sides, float("inf"))
    for _ in range(rounds):
        for name, side in sides.items():
            begun = time.process_time()
            for _ in range(calls):
                side()
            best[name] = min(best[name], (time.process_time() - begun) / calls)
    return best
