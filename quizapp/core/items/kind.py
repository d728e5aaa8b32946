"""The base of the item kinds: what is asked, in which format, with which options.

A kind proposes; whether the proposal is true, fair and sayable is decided in ``build``. Kinds
never decide truth: each option is a claim for the kernel.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.authored import Authored
from quizapp.core.items.bodies.body import Body
from quizapp.core.items.context import Context
from quizapp.core.items.item import Item
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.printer import Filling, Fillings, claim_of, filled
from quizapp.core.text.frame import Frame, capitalised, first_fitting

#: How many items a kind makes of one slot in one format, unless it says otherwise.
VARIANTS = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A frame with its holes filled: the stem and the claims in it."""

    frame: Frame
    fillings: Fillings

    @property
    def stem(self) -> str:
        """The text, as a sentence."""
        return capitalised(filled(self.frame, self.fillings))

    @property
    def states(self) -> tuple[Claim, ...]:
        """What a reader learns from the frame."""
        return tuple(claim_of(pattern, self.fillings) for pattern in self.frame.states)

    def claim(self, asked: Filling | None = None, others: Filling | None = None) -> Claim:
        """Return what the frame says, with ``?`` and ``others`` put in."""
        if self.frame.asks is None:
            raise ValueError(f'the frame "{self.frame.id}" asks nothing')
        return claim_of(self.frame.asks, self.fillings, asked, others)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed item.

    Attributes:
        format: a name in the register of response formats.
        frame: the id of the stem's frame; variants are counted for each format and frame.
        body: what is printed beside the stem, and what of it is right.
        states: claims that the stem gives away.
        quotes: slugs of the statements whose words or gist are printed, with the printed text.
        nearness: mean likeness of the wrong options to the right ones, 0..1.
    """

    format: str
    frame: str
    stem: str
    body: Body | Authored
    states: tuple[Claim, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    nearness: float = 0.0


class ItemKind(ABC):
    """One sort of question. One file in ``kinds``; registered in ``kinds.KINDS``.

    Attributes:
        name: its id, also the file of its wording.
        holes: what its stems' holes can be filled with.
        options: the sorts of options it prints; its wording has a frame for each.
        parts: the sorts of other texts it prints, with what their holes can be filled with.
        formats: the response formats of its items.
        variants: at most so many items of one slot in one format and frame.
    """

    name: str
    holes: frozenset[str]
    options: frozenset[str]
    parts: Mapping[str, frozenset[str]] = MappingProxyType({})
    formats: frozenset[str] = frozenset(("choice",))
    variants: int = VARIANTS

    @abstractmethod
    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots ``slug/part`` that the kind may ask for, in order of the facts."""

    @abstractmethod
    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield proposals for a slot, the best first; there may be many more than are wanted.

        Raises:
            Unaskable: the kind cannot ask for the slot at all.
        """

    def ask(
        self, context: Context, fillings: Fillings, *, needed: Collection[str] = ()
    ) -> Question:
        """Return the first stem that can be worded with all that is needed in it.

        Raises:
            Unaskable: there is none.
        """
        frame = first_fitting(context.words(self.name).stems, fillings, needed=needed)
        if frame is None:
            raise Unaskable(f"no stem can be worded of {', '.join(sorted(fillings)) or 'nothing'}")
        return Question(frame, fillings)

    def keep(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return those of one slot's items that may be asked; by default all of them.

        Raises:
            Unaskable: none may.
        """
        return items
