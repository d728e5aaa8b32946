"""A sound set on its shelf, ready for quizzes under one exam profile; it leads to the others.

A quiz is drawn from the items of a sample of the set's asks. Of a small set the sample is all of
them, the same for every quiz, and is kept; of a larger one each quiz has its own, and nothing
holds all items. How many there are is counted in the background.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from random import Random
from typing import Final

from quizapp.core.facts.bank import Bank
from quizapp.core.items.assemble import Table
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import items, sample
from quizapp.core.items.item import Item
from quizapp.core.items.sitting import forms_of
from quizapp.core.items.wanted import MIXED, Difficulty, Level, Wanted, prior
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.core.text.wording import Wording
from quizapp.errors import SetReplaced
from quizapp.library.kept import KeptPools, Pool
from quizapp.library.sweeping import unswept

_LOG = logging.getLogger(__name__)

#: A set with at most so many asks is small: all its items are made at once, in about a second.
SMALL: Final = 1_000
#: For each item of a quiz so many slots are drawn, to choose from; at least for so many items.
_SLOTS_AN_ITEM: Final = 4
_FEWEST_ITEMS: Final = 5
#: With and without feedback after each item, before and after a fact grew stale; and of what else
#: is wanted the last few.
_TABLES: Final = 8
#: Of a large set no quiz has more items than this.
LONGEST: Final = 50
#: The counting of a large set rests as long as each item took, and a little: requests come first.
_REST_SECONDS: Final = 0.001


class Shelf:
    """One sound set under one profile; a shelf is equal to itself only.

    Args:
        wording: the language in which its items are worded.
        kept: where what it yields may be kept on disk.
        soon: is told when somebody needs what nobody has counted yet.
        profile: of the exam that its items are for.
    """

    def __init__(
        self,
        bank: Bank,
        wording: Wording,
        kept: KeptPools | None = None,
        soon: Callable[["Shelf"], None] | None = None,
        profile: Profile = CLASSROOM,
    ) -> None:
        self.bank = bank
        self.wording = wording
        self.profile = profile
        self._kept = kept
        self._soon = soon
        self._pool: Pool | None = None
        self._counting = threading.Lock()
        self._others: dict[str, Shelf] = {}
        self._finding = threading.Lock()
        self._replaced = threading.Event()

    def under(self, profile: Profile) -> "Shelf":
        """Return the shelf of the same set under a profile; the same one while that is the same."""
        if profile == self.profile:
            return self
        with self._finding:
            known = self._others.get(profile.id)
            if known is None or known.profile != profile:
                known = Shelf(self.bank, self.wording, self._kept, self._soon, profile)
                # One set under several profiles is replaced as one.
                known._replaced = self._replaced
                self._others[profile.id] = known
        return known

    @cached_property
    def context(self) -> Context:
        """What its items are made from."""
        return Context(self.bank, self.wording, profile=self.profile)

    @cached_property
    def asks(self) -> Asks:
        """Everything it may be asked."""
        return Asks(self.context)

    # --- what it yields ---

    @property
    def pool(self) -> Pool | None:
        """What it yields; None where it is not counted yet, which is then done soon."""
        if self._pool is None:
            self._pool = self._found
        if self._pool is None:
            self.count_soon()
        return self._pool

    @property
    def counted(self) -> Pool | None:
        """What it yields, at no cost: None where this process does not know it, but soon will."""
        self.count_soon()
        return self._pool

    def count_soon(self) -> None:
        """Have it counted in the background, where nobody counted it yet."""
        if self._pool is None and self._soon is not None:
            self._soon(self)

    @cached_property
    def _found(self) -> Pool | None:
        return self._find()

    def _find(self) -> Pool | None:
        if self._kept is None:
            return None
        with unswept():
            return self._kept.find(*self._kept_as)

    @property
    def _kept_as(self) -> tuple[str, str]:
        """The name under which its pool is kept, and the hash of what that was made of."""
        set_id, digest = self.bank.set_id, self.bank.digest
        if self.profile == CLASSROOM:
            return set_id, digest
        return f"{set_id}.{self.profile.id}", f"{digest} {self.profile.digest}"

    def replaced(self) -> None:
        """Be told that another has its place, under every profile: counting it stops."""
        self._replaced.set()

    def count(self) -> Pool:
        """Return what it yields; count it now, and keep it, where nobody did.

        Raises:
            SetReplaced: it is large, and another has its place.
        """
        with self._counting:
            if self._pool is None:
                kept = self._kept
                self._pool = self._count() if kept is None else self._count_alone(kept)
        return self._pool

    def _count_alone(self, kept: KeptPools) -> Pool:
        """Count, unless another process does: then take what that one found."""
        name, digest = self._kept_as
        pool = None
        try:
            with kept.sole(name):
                pool = self._find()
                if pool is None:
                    pool = self._count()
                    kept.keep(name, digest, pool)
        except OSError as error:
            _LOG.warning("the items of %s are not kept: %s", name, error)
        return self._count() if pool is None else pool

    def _count(self) -> Pool:
        if self.is_small:
            kinds = Counter(item.kind for item in self.items)
            return Pool(kinds, self.items, self._tables(frozenset(), False, MIXED, prior).most)
        kinds = Counter()
        begun = time.perf_counter()
        for item in items(self.context):
            if self._replaced.is_set():
                raise SetReplaced(f"another revision of {self.bank.set_id} has its place")
            kinds[item.kind] += 1
            time.sleep(_REST_SECONDS + time.perf_counter() - begun)
            begun = time.perf_counter()
        return Pool(kinds, None, None)

    # --- what a quiz is drawn from ---

    @property
    def is_small(self) -> bool:
        """Whether all its items are made at once."""
        known = self._pool or self._found
        return len(self.asks) <= SMALL if known is None else known.items is not None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of a small set, in a fixed order."""
        known = self._pool or self._found
        if known is not None and known.items is not None:
            return known.items
        with unswept():
            return tuple(items(self.context))

    @cached_property
    def _testing(self) -> Mapping[str, Sequence[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for key in item.tests:
                found.setdefault(key, []).append(item)
        return found

    @property
    def slots(self) -> Mapping[str, str]:
        """The slots that may be asked for, in the order of the set, by their slot keys.

        Of a small set that was counted only those that have an item.
        """
        known = self._pool or self._found
        return self.asks.slots if known is None or known.items is None else self._asked

    @cached_property
    def _asked(self) -> Mapping[str, str]:
        return {key: slot for key, slot in self.asks.slots.items() if key in self._testing}

    def forms_of(self, key: str, *, suits: Callable[[str], bool], rng: Random) -> Sequence[Item]:
        """Return items that test a slot: of a small set all, of a larger one some.

        Args:
            key: its slot key.
            suits: of a response format, whether it is wanted first.
        """
        if self.is_small:
            return self._testing.get(key, ())
        slot = self.asks.slots[key]
        return forms_of(self.context, self.asks, slot, suits=suits, rng=rng)

    def quiz(
        self,
        *,
        size: int | None,
        feedback_each: bool,
        rng: Random,
        stale: frozenset[str] = frozenset(),
        wanted: Wanted = MIXED,
        difficulty: Difficulty = prior,
    ) -> tuple[Item, ...]:
        """Return a quiz.

        Args:
            size: how many items; fewer come where no more can stand together. None for as many
                as can, of a large set at most ``LONGEST``.
            feedback_each: whether each item is followed by its key and reasons.
            rng: decides which of the possible quizzes it is.
            stale: slugs of facts that nothing is to rest on.
            wanted: which sort of items, and how hard.
            difficulty: how hard each item is, by what is known of it.
        """
        if wanted.level is Level.MIXED:
            difficulty = prior  # nobody asks for it: any will do, and this one has its table
        if self.is_small:
            table = self._tables(stale, feedback_each, wanted, difficulty)
            return table.quiz(size=size, rng=rng)
        size = min(size or LONGEST, LONGEST)
        slots = max(size, _FEWEST_ITEMS) * _SLOTS_AN_ITEM
        with unswept():
            drawn = sample(
                self.context, self.asks, slots=slots, draw=rng.getrandbits(32), wanted=wanted
            )
            table = self._made(drawn, stale, feedback_each, wanted, difficulty)
            return table.quiz(size=size, rng=rng)

    def _made(
        self,
        drawn: Iterable[Item],
        stale: frozenset[str],
        feedback_each: bool,
        wanted: Wanted,
        difficulty: Difficulty,
    ) -> Table:
        fresh = [item for item in wanted.of(drawn, difficulty) if not item.rests_on(stale)]
        return Table(fresh, self.bank, feedback_each=feedback_each)

    @cached_property
    def _tables(self) -> Callable[[frozenset[str], bool, Wanted, Difficulty], Table]:
        """The tables of a small set; facts grow stale once in a while, and all on one day."""
        return lru_cache(maxsize=_TABLES)(
            lambda stale, feedback_each, wanted, difficulty: self._made(
                self.items, stale, feedback_each, wanted, difficulty
            )
        )

    def warm(self) -> None:
        """Compute now what the first quizzes will need."""
        with unswept():
            for feedback_each in (False, True):
                if self.is_small:
                    self._tables(frozenset(), feedback_each, MIXED, prior)
                else:
                    any_quiz = Random(0)  # noqa: S311 - what it looks up is all that matters
                    self.quiz(size=_FEWEST_ITEMS, feedback_each=feedback_each, rng=any_quiz)
