"""What weights of a learner's own are worth: simulated learners, and one real log (docs/memory.md).

The log is read where it lies beside the project, or from the path that is given. Without
``--long`` a few learners and one size; with it the table, in a quarter hour.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Final

from bench.memory.personal import LEARNERS, Trial, real, simulated, trial
from bench.memory.simulate import Size
from quizapp.core.memory.fitting import Fit, fit
from quizapp.core.memory.weights import USUAL
from tests.shared_fixtures import FOLDER

#: Each learner is asked of 300 facts on 240 days.
_SIZE: Final = Size(1, 240, 300, 3, (0.9,))
#: So many learners of each kind, and when weights are fitted: when so many reviews were scored.
_FEW: Final = (2, (800,))
_MANY: Final = (16, (400, 800, 1_600))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", nargs="?", type=Path, default=FOLDER / "memory" / "review-log.csv")
    parser.add_argument("--long", action="store_true", help="the table, about a quarter hour")
    parser.add_argument("--only-log", action="store_true", help="no simulated learners")
    given = parser.parse_args()
    learners = () if given.only_log else of_learners(*(_MANY if given.long else _FEW))
    for line in chain(of_log(given.log), learners):
        print(line, flush=True)


def of_log(path: Path) -> Iterator[str]:
    """Yield what a fit to the real log comes to, all of it and its beginnings."""
    if not path.is_file():
        yield f"Nothing is measured: the log of reviews is not at {path}"
        return
    reviews = real(path)
    for length in (2_000, 4_000, 8_000, len(reviews)):
        found = fit({}, reviews[:length], USUAL)
        yield f"{length:>6} reviews: " + ("too few" if found is None else _said(found))


def of_learners(seeds: int, sizes: Sequence[int]) -> Iterator[str]:
    """Yield a line for each kind of learner and each size of the log that weights are fitted to."""
    yield f"\n{'':12}{'scored':>7}{'kept':>9}{'if kept':>10}{'if always':>11}{'worse':>8}"
    for kind in LEARNERS:
        logs = [simulated(kind, seed, _SIZE) for seed in range(seeds)]
        for scored in sizes:
            yield f"{kind:12}{scored:>7}" + _row([trial(one, scored) for one in logs])


def _row(trials: list[Trial]) -> str:
    kept = [one for one in trials if one.fit.is_better]
    gain = f"{mean(one.gain for one in kept):+.4f}" if kept else "-"
    worse = min((one.gain for one in kept), default=0.0)
    always = mean(one.gain for one in trials)
    return f"{len(kept):>5}/{len(trials):<3}{gain:>10}{always:>+11.4f}{min(worse, 0):>+8.4f}"


def _said(found: Fit) -> str:
    weights = found.weights
    return (
        f"{found.scored} scored, {found.held} held back, log loss {found.before:.4f} -> "
        f"{found.after:.4f} (+-{found.error:.4f}), {'kept' if found.is_better else 'not better'}; "
        f"w0 {weights.again:.3f}, w2 {weights.good:.3f}, w8 {weights.growth:.3f}, "
        f"w11 {weights.lapse:.3f}"
    )


if __name__ == "__main__":
    main()
