"""The table of a comparison: one line for each policy, differences against plain FSRS."""

from collections.abc import Iterator, Sequence
from statistics import mean

from bench.memory.compare import PLAIN, Reading, Readings, difference

_HEAD = (
    f"{'policy':28}{'mean recall':>17}{'30 days later':>17}"
    f"{'minutes':>9}{'RMSE':>8}{'log loss':>10}"
)


def lines(found: Readings) -> Iterator[str]:
    """Yield the table.

    Recall is read at the minutes of plain FSRS: of that as it is, of the others as the difference
    with twice its standard error; "*" where a policy was never run so short or so long. The last
    three columns are those of the default target, minutes as a ratio to plain FSRS.
    """
    yield _HEAD
    plain = found[PLAIN]
    for name, ours in found.items():
        default = [one.at_default for one in ours]
        minutes = mean(one.minutes for one in default)
        minutes /= mean(one.at_default.minutes for one in plain)
        mark = " " if all(one.reached for one in ours) else "*"
        yield (
            f"{name:28}{_cell(name, _recalls(ours), _recalls(plain)):>16}{mark}"
            f"{_cell(name, _laters(ours), _laters(plain)):>16}{mark}{minutes:>9.2f}"
            f"{mean(one.rmse for one in default):>8.3f}"
            f"{mean(one.log_loss for one in default):>10.3f}"
        )


def _recalls(readings: Sequence[Reading]) -> list[float]:
    return [one.recall for one in readings]


def _laters(readings: Sequence[Reading]) -> list[float]:
    return [one.later for one in readings]


def _cell(name: str, ours: list[float], plain: list[float]) -> str:
    if name == PLAIN:
        return f"{mean(plain):.3f}"
    apart = difference(ours, plain)
    return f"{apart.mean:+.3f}+-{apart.error:.3f}"
