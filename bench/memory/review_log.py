"""One learner's real log of card reviews: how well the core, and simpler rules, forecast it.

The log is data of others (py-fsrs, MIT) and no part of the project. Reviews of one day update a
memory and are not scored; the first fifth of the others is not scored either.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Final, TypeVar

from bench.memory.rules import Core, Leitner, Rule, Sm2
from quizapp.core.memory.days import study_day

S = TypeVar("S")

#: So many reviews are scored in the whole log.
SCORED: Final = 5_098
#: The learner's days were cut at 08:00 UTC: at 04:00 here.
_ZONE: Final = timezone(timedelta(hours=-4))
_AGAIN: Final = 1
_FIRST_DAY: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One review of the log: a card, the study day counted from some first, and whether right."""

    card: str
    day: int
    right: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """A predicted chance of success, in (0, 1], and what came."""

    chance: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about one chance.

    Attributes:
        predicted: their mean.
        observed: the share of them that were right.
        count: how many there are.
    """

    predicted: float
    observed: float
    count: int


def read(path: Path) -> list[Answer]:
    """Return the log in the order of time over all cards."""
    with path.open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["review_time"])
    return [
        Answer(row["card_id"], _day(row["review_time"]), int(row["review_rating"]) != _AGAIN)
        for row in rows
    ]


def forecasts(rule: Rule[S], log_of_answers: Iterable[Answer]) -> list[Forecast]:
    """Return what a rule forecast of each review that is scored, before it knew the outcome."""
    found = list(forecasts_of_all(rule, log_of_answers))
    return found[len(found) // 5 :]


def forecasts_of_all(rule: Rule[S], log_of_answers: Iterable[Answer]) -> Iterator[Forecast]:
    """Yield what a rule forecast of each review on a later day than the one before."""
    states: dict[str, S] = {}
    last: dict[str, int] = {}
    for one in log_of_answers:
        if last.get(one.card, one.day) < one.day:
            yield Forecast(rule.forecast(states[one.card], one.day), one.right)
        states[one.card] = rule.after(states.get(one.card), "card", one.right, one.day)
        last[one.card] = one.day


def share_so_far(log_of_answers: Iterable[Answer]) -> list[Forecast]:
    """Return the forecast that is one number for all cards: the share of success up to then."""
    right, count, found = 1, 2, []  # as if one success and one failure had been (Laplace, 1814)
    for one in forecasts_of_all(Core(), log_of_answers):
        found.append(Forecast(right / count, one.right))
        right, count = right + one.right, count + 1
    return found[len(found) // 5 :]


def share_in_hindsight(found: Sequence[Forecast]) -> list[Forecast]:
    """Return the forecast that knows the share of success of these very reviews beforehand."""
    share = sum(one.right for one in found) / len(found)
    return [Forecast(share, one.right) for one in found]


def log_loss(found: Sequence[Forecast]) -> float:
    """Return the mean of -ln(chance of what came), in nats."""
    return -sum(log(one.chance if one.right else 1 - one.chance) for one in found) / len(found)


def area_under_the_curve(found: Sequence[Forecast]) -> float:
    """Return the chance that a success was predicted higher than a failure; ties count half.

    Source: Mann and Whitney (1947), U over the number of pairs.
    """
    ordered = sorted(one.chance for one in found)
    starts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(ordered)) if a != b), len(ordered)]
    ranks = {ordered[start]: (start + 1 + end) / 2 for start, end in pairwise(starts)}
    right = [ranks[one.chance] for one in found if one.right]
    wrong = len(found) - len(right)
    return (sum(right) - len(right) * (len(right) + 1) / 2) / (len(right) * wrong)


def calibration(found: Sequence[Forecast], bins: int = 10) -> list[Bin]:
    """Return bins of equally many forecasts, from the lowest to the highest."""
    ordered = sorted(found, key=lambda one: one.chance)
    cuts = [len(ordered) * place // bins for place in range(bins + 1)]
    return [_bin(ordered[start:end]) for start, end in pairwise(cuts)]


def said(path: Path) -> Iterator[str]:
    """Yield the figures of the log as lines."""
    answers = read(path)
    core = forecasts(Core(), answers)
    sides = {
        "core (FSRS-6, default weights)": core,
        "share of success so far": share_so_far(answers),
        "that share in hindsight": share_in_hindsight(core),
        "SM-2": forecasts(Sm2(), answers),
        "Leitner": forecasts(Leitner(), answers),
    }
    yield f"{len(core):,} reviews of {len(answers):,} are scored\n"
    yield f"{'':32}{'log loss':>9}{'AUC':>8}"
    for name, found in sides.items():
        yield f"{name:32}{log_loss(found):>9.4f}{area_under_the_curve(found):>8.3f}"
    yield f"\n{'predicted':>9}{'observed':>10}{'n':>6}"
    for one in calibration(core):
        yield f"{one.predicted:>9.3f}{one.observed:>10.3f}{one.count:>6}"


def _day(moment: str) -> int:
    return (study_day(datetime.fromisoformat(moment), _ZONE) - _FIRST_DAY).days


def _bin(alike: Sequence[Forecast]) -> Bin:
    return Bin(
        predicted=sum(one.chance for one in alike) / len(alike),
        observed=sum(one.right for one in alike) / len(alike),
        count=len(alike),
    )
