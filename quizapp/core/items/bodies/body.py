"""The base of the bodies that are proved, and what proving one gives."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.claim import Claim
from quizapp.core.items.context import Context
from quizapp.core.items.item import Key, Option, Part, Target
from quizapp.core.proof.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Made:
    """A body that the kernel bears out.

    The fields that an item has too are the item's.

    Attributes:
        rests_on: what the key rests on, in an order that no shuffling changes: what is tested.
        beside: what refutes the wrong options, in such an order.
        right: the claims that the key says.
    """

    key: Key
    rests_on: tuple[Verdict, ...]
    guess: Fraction
    beside: tuple[Verdict, ...] = ()
    right: frozenset[Claim] = frozenset()
    options: tuple[Option, ...] = ()
    parts: tuple[Part, ...] = ()
    targets: tuple[Target, ...] = ()
    ambiguous: tuple[str, ...] = ()
    key_is_person: bool = False


class Body(ABC):
    """What a kind proposes to print beside the stem, and what it takes to be right."""

    @property
    @abstractmethod
    def printed(self) -> tuple[str, ...]:
        """All texts that a learner reads before answering, the stem left out."""

    @abstractmethod
    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the body with its proof, in an order drawn by the texts and the seed.

        Raises:
            Unaskable: a claim is not decided as proposed.
        """
