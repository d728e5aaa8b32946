"""What is claimed of one memory for each fact, and of weighing evidence, as goals and figures."""

from dataclasses import dataclass
from statistics import mean
from typing import Final

from bench.common.goals import Goal
from bench.memory.compare import CORE, PER_FORM, PLAIN, Difference, Readings, difference

ONE_MEMORY: Final = Goal("M1", "plain FSRS - FSRS per form, mean recall", 0.05, least=True)
WEIGHED: Final = Goal("M2", "RMSE of the forecast, core / plain FSRS", 0.85)
COSTS_NOTHING: Final = Goal("M3", "core - plain FSRS, mean recall", -0.01, least=True)


@dataclass(frozen=True, slots=True)
class Claim:
    """A goal and what came.

    Attributes:
        figure: to hold against the goal.
        detail: both sides in words.
    """

    goal: Goal
    figure: float
    detail: str

    @property
    def holds(self) -> bool:
        """Return whether the figure meets the goal."""
        return self.goal.is_met_by(self.figure)


def claims(found: Readings, forecasts: Readings | None = None) -> tuple[Claim, Claim, Claim]:
    """Return the claims for one setting.

    Args:
        forecasts: those whose errors are compared, if they are not those of the same learners.

    The recalls are those at the minutes of plain FSRS. Where a card for each form takes more even
    at its lowest target, it is read there: it has then had more time and not less. The errors are
    those of the default target.
    """
    apart = recall_apart(found, PLAIN, PER_FORM)
    gained = recall_apart(found, CORE, PLAIN)
    ours, theirs = (
        [one.at_default.rmse for one in (forecasts or found)[name]] for name in (CORE, PLAIN)
    )
    off = difference(ours, theirs)
    return (
        Claim(ONE_MEMORY, apart.mean, f"+-{apart.error:.3f}"),
        Claim(
            WEIGHED,
            mean(ours) / mean(theirs),
            f"{mean(ours):.3f} / {mean(theirs):.3f}, apart {off.mean:+.3f}+-{off.error:.3f}",
        ),
        Claim(COSTS_NOTHING, gained.mean, f"+-{gained.error:.3f}"),
    )


def recall_apart(found: Readings, ours: str, theirs: str) -> Difference:
    """Return by how much mean recall at equal minutes differs, of the same learners."""
    return difference(*([one.recall for one in found[name]] for name in (ours, theirs)))
