"""The ladder of forms: from recognising to recalling, as a memory grows more stable.

Recalling is the better practice once it succeeds (Rowland, 2014; Adesope et al., 2017); before
that, a choice succeeds more often. Among the forms of one rung those come first that are answered
right most of the time, but not always. The days and the shares are ours: priors, not fitted
(docs/memory.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from quizapp.core.memory.evidence import expected_success, recall
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.state import Memory

T = TypeVar("T")

#: Below so many days of stability a slot is to be recognised, above the second to be recalled.
RECOGNISED_BELOW: Final = 2.0
RECALLED_ABOVE: Final = 10.0
#: What is practised shall be answered right about so often.
WANTED_SUCCESS: Final = (0.75, 0.9)
#: Chances of success are compared in steps of this; what differs by less suits equally well.
_STEP: Final = 0.15


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """One way to ask for a slot.

    Attributes:
        what: the item.
        format: its response format.
        guess: the chance to be right without knowing, 0..1.
        beside: how many slots it asks for besides that are not to be asked.
    """

    what: T
    format: str
    guess: float
    beside: int = 0


def recalls(format_: str) -> bool:
    """Return whether a response format asks for recall: nothing is there to choose from."""
    return not FORMS[format_].guesses


def suits(format_: str, memory: Memory | None) -> bool:
    """Return whether a response format is on the rung of a memory.

    Args:
        memory: None where the slot was never reviewed.
    """
    stability = 0.0 if memory is None else memory.stability
    if RECOGNISED_BELOW <= stability <= RECALLED_ABOVE:
        return True
    return recalls(format_) is (stability > RECALLED_ABOVE)


def rungs(forms: Iterable[Form[T]], memory: Memory | None, day: date) -> list[list[T]]:
    """Return ways to ask for one slot in groups, those first that suit its memory.

    Within a group they suit equally well.

    Args:
        memory: None where it was never reviewed: then success is not to be expected anyhow.
        day: the study day.
    """
    chance = recall(memory, day)
    found: dict[tuple[bool, bool, int], list[T]] = {}
    for form in forms:
        success = expected_success(chance, FORMS[form.format], form.guess)
        missed = 0 if memory is None else round(_missed(success) / _STEP)
        rung = (not suits(form.format, memory), form.beside > 0, missed)
        found.setdefault(rung, []).append(form.what)
    return [found[rung] for rung in sorted(found)]


def _missed(success: float) -> float:
    """Return by how much a chance of success lies outside of what is wanted."""
    least, most = WANTED_SUCCESS
    return max(least - success, success - most, 0.0)
