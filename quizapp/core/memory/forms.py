"""Form constants: how much a response tells of memory, by the way it is given.

None of these numbers is fitted: guessing follows from the number of options, the others are priors
from the direction of the literature (docs/memory.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class FormConstants:
    """What answering in one form is like.

    The defaults are those of plain FSRS: what is right was remembered, what is wrong was not.

    Attributes:
        guesses: whether one who does not know may choose, and be right once in as many times as
            there are things to choose from.
        slip: the chance to be wrong although it was remembered, 0 to 1.
        advantage: by how much it is easier than free recall, in logits.
        gain: what remembering it here does for stability, as a share of what free recall does,
            0 to 1.
        rapid_seconds: a right response that took less was a guess; 0 where nobody guesses so fast.
    """

    guesses: bool = False
    slip: float = 0.0
    advantage: float = 0.0
    gain: float = 1.0
    rapid_seconds: float = 0.0

    def guess(self, options: int) -> float:
        """Return the chance to be right without knowing.

        Args:
            options: from how many things was chosen; of a form without guessing, whatever.

        Raises:
            ValueError: nothing to choose from in a form that chooses.
        """
        if not self.guesses:
            return 0.0
        if options < 1:
            raise ValueError("whoever chooses, chooses among something: say among how many")
        return 1 / options


#: A response on a choice that comes sooner was not read (after Wise and Kong, 2005, who find
#: thresholds of a few seconds for longer questions).
RAPID_SECONDS: Final = 1.5

_RECALL: Final = FormConstants(slip=0.05)

#: The constants of every response format, by its name. Where an item has parts that are judged one
#: by one, they are those of a part: a statement, an option, a row, a place.
FORMS: Final[Mapping[str, FormConstants]] = MappingProxyType(
    {
        "card": FormConstants(),
        "choice": FormConstants(
            guesses=True, slip=0.02, advantage=0.8, gain=0.85, rapid_seconds=RAPID_SECONDS
        ),
        "choices": FormConstants(
            guesses=True, slip=0.02, advantage=0.8, gain=0.7, rapid_seconds=RAPID_SECONDS
        ),
        "date": _RECALL,
        "matching": FormConstants(guesses=True, slip=0.02, advantage=0.8, gain=0.85),
        "number": _RECALL,
        "ordering": FormConstants(guesses=True, slip=0.05, advantage=0.8, gain=0.85),
        "statements": FormConstants(
            guesses=True, slip=0.02, advantage=0.8, gain=0.7, rapid_seconds=RAPID_SECONDS
        ),
        "true_false": FormConstants(
            guesses=True, slip=0.02, advantage=0.8, gain=0.7, rapid_seconds=RAPID_SECONDS
        ),
        "typed": _RECALL,
    }
)
