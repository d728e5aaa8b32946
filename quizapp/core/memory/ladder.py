"""The ladder of forms: from recognising to recalling, as a memory grows more stable.

Recalling is the better practice once it succeeds (Rowland, 2014; Adesope et al., 2017); before
that, a choice succeeds more often. The days are ours: a prior, not fitted (docs/memory.md).
"""

from collections.abc import Callable, Iterable
from random import Random
from typing import Final, TypeVar

from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.state import Memory

T = TypeVar("T")

#: Below so many days of stability a slot is to be recognised, above the second to be recalled.
RECOGNISED_BELOW: Final = 2.0
RECALLED_ABOVE: Final = 10.0


def recalls(format_: str) -> bool:
    """Return whether a response format asks for recall: nothing is there to choose from."""
    return not FORMS[format_].guesses


def climbing(
    forms: Iterable[T], memory: Memory | None, format_of: Callable[[T], str], rng: Random
) -> list[T]:
    """Return forms of one slot, those first that suit its memory; chance decides the rest.

    Args:
        memory: None where it was never reviewed.
        format_of: the response format of a form.
    """
    stability = 0.0 if memory is None else memory.stability
    drawn = list(forms)
    rng.shuffle(drawn)
    if RECOGNISED_BELOW <= stability <= RECALLED_ABOVE:
        return drawn
    wants_recall = stability > RECALLED_ABOVE
    return sorted(drawn, key=lambda form: recalls(format_of(form)) is not wants_recall)
