"""Assembly: which items of a pool make one quiz, and in what order.

Who may stand with whom is decided in ``enemies``, where keys stand in ``positions``. Here a quiz
is grown item by item, each time with what it has least of.
"""

import random
from collections import Counter
from collections.abc import Hashable, Sequence
from functools import cached_property
from itertools import chain

from quizapp.core.facts.bank import Bank
from quizapp.core.items.enemies import Enemies, mask_of
from quizapp.core.items.item import Item
from quizapp.core.items.positions import balanced
from quizapp.core.items.themes import themes_of

#: True/false items are easy to make and half guessed: about every third item, at most.
ONE_JUDGED_IN = 3
_TRIES = 6


def assemble(
    pool: Sequence[Item],
    bank: Bank,
    *,
    size: int | None,
    feedback_each: bool,
    rng: random.Random,
) -> tuple[Item, ...]:
    """Return a quiz of items of one bank, whose order does not matter; see ``Table``."""
    return Table(pool, bank, feedback_each=feedback_each).quiz(size=size, rng=rng)


def most(pool: Sequence[Item], bank: Bank, *, feedback_each: bool = False) -> int:
    """Return how many items of the pool ``assemble`` seats together when asked for all."""
    return Table(pool, bank, feedback_each=feedback_each).most


class Table:
    """The seats of a quiz, and who may sit with whom; made once for many quizzes of a pool.

    Items go by their index, sets by mask.

    Args:
        feedback_each: whether each item is followed by its key and reasons.
    """

    def __init__(self, pool: Sequence[Item], bank: Bank, *, feedback_each: bool) -> None:
        self.items = sorted(pool, key=lambda item: item.id)
        self._enemies = Enemies(self.items, bank, feedback_each=feedback_each)
        self._traits = [_traits(item, bank) for item in self.items]
        judged = [index for index, item in enumerate(self.items) if item.format == "true_false"]
        # A pool of nothing else has nothing to mix them with.
        self._rationed = mask_of(judged) if len(judged) < len(self.items) else 0

    @property
    def most(self) -> int:
        """How many items it seats together when asked for all."""
        return len(self.largest)

    def quiz(self, *, size: int | None, rng: random.Random) -> tuple[Item, ...]:
        """Return a quiz: no slot twice, no enemies, kinds and themes mixed, keys in every position.

        Args:
            size: how many items; fewer come where no more can stand together. None for ``most``.
            rng: decides which of the possible quizzes it is.
        """
        goal = self.most if size is None else min(size, len(self.items))
        chosen = self.mixed(goal, rng)
        for _ in range(_TRIES):
            if len(chosen) >= goal:
                break
            chosen = max(chosen, self.crowded(goal, rng), key=len)
        if len(chosen) < goal:
            chosen = max(chosen, self.largest[:goal], key=len)
        return balanced(self.arranged(chosen, rng), rng)

    def in_turn(
        self, choices: Sequence[Sequence[Sequence[Item]]], *, size: int, rng: random.Random
    ) -> tuple[Item, ...]:
        """Return a quiz of one item of each choice, as far as they may stand together.

        Args:
            choices: the most wanted first. Each is items of this table in groups, the most wanted
                group first; of a group that item is taken of whose kind there is least.
            size: so many items at most.
        """
        places = {item.id: index for index, item in enumerate(self.items)}
        wanted = [[[places[item.id] for item in group] for group in choice] for choice in choices]
        chosen = self._in_turn(wanted, size, rng, thrifty=False)
        if len(chosen) < min(size, len(choices)):
            chosen = max(chosen, self._in_turn(wanted, size, rng, thrifty=True), key=len)
        return balanced(self.arranged(chosen, rng), rng)

    def _in_turn(
        self,
        choices: Sequence[Sequence[Sequence[int]]],
        size: int,
        rng: random.Random,
        *,
        thrifty: bool,
    ) -> list[int]:
        free = (1 << len(self.items)) - 1
        chosen: list[int] = []
        used: Counter[Hashable] = Counter()

        def cost(index: int) -> tuple[int, ...]:
            barred = (self._enemies.barred_by(index) & free).bit_count() if thrifty else 0
            return (barred, *self._worn(index, used))

        for choice in choices:
            if len(chosen) >= size:
                break
            unrationed = free & ~self._rationed if self._is_enough(chosen) else free
            waiting = _first_seated(choice, unrationed) or _first_seated(choice, free)
            if waiting:
                rng.shuffle(waiting)
                index = min(waiting, key=cost)
                chosen.append(index)
                used.update(chain.from_iterable(self._traits[index]))
                free &= ~self._enemies.barred_by(index)
        return chosen

    def _worn(self, index: int, used: Counter[Hashable]) -> tuple[int, ...]:
        """Return how much of each group of an item's traits there is already."""
        return tuple(
            [
                max([used.get(trait, 0) for trait in group], default=0)
                for group in self._traits[index]
            ]
        )

    @cached_property
    def largest(self) -> list[int]:
        """The largest quiz found; the same one each time."""
        tries = (self.crowded(len(self.items), random.Random(seed)) for seed in range(_TRIES))
        return max(tries, key=len)

    def mixed(self, size: int, rng: random.Random) -> list[int]:
        """Return a quiz of at most that size, its kinds and themes spread first of all."""
        return self._grown(size, rng, thrifty=False)

    def crowded(self, size: int, rng: random.Random) -> list[int]:
        """Return a quiz of at most that size, grown by those who bar the fewest others."""
        return self._grown(size, rng, thrifty=True)

    def _grown(self, size: int, rng: random.Random, *, thrifty: bool) -> list[int]:
        chosen: list[int] = []
        used: Counter[Hashable] = Counter()
        free = (1 << len(self.items)) - 1
        order = list(range(len(self.items)))
        rng.shuffle(order)

        while len(chosen) < size:
            seats = free & ~self._rationed if self._is_enough(chosen) else free
            waiting = [index for index in order if seats >> index & 1]
            if not waiting:
                break
            if thrifty:
                barred = [(self._enemies.barred_by(index) & free).bit_count() for index in waiting]
                fewest = min(barred)
                waiting = [index for index, n in zip(waiting, barred, strict=True) if n == fewest]
            best = min(waiting, key=lambda index: self._worn(index, used))
            chosen.append(best)
            used.update(chain.from_iterable(self._traits[best]))
            free &= ~self._enemies.barred_by(best)
        return chosen

    def _is_enough(self, chosen: Sequence[int]) -> bool:
        """Return whether one more rationed item would be more than the share."""
        rationed = sum(self._rationed >> index & 1 for index in chosen)
        return rationed * ONE_JUDGED_IN >= len(chosen)

    def arranged(self, chosen: Sequence[int], rng: random.Random) -> list[Item]:
        """Return the chosen items in an order that mixes kinds and lets none bar a later one."""
        waiting = list(chosen)
        rng.shuffle(waiting)
        left = Counter(self.items[index].kind for index in waiting)
        order: list[Item] = []
        while waiting:

            def cost(index: int) -> tuple[bool, int]:
                kind = self.items[index].kind
                return bool(order) and order[-1].kind == kind, -left[kind]

            rest = mask_of(waiting)
            ready = [i for i in waiting if self._enemies.barred_by(i) & rest == 1 << i]
            best = min(ready, key=cost)
            waiting.remove(best)
            left[self.items[best].kind] -= 1
            order.append(self.items[best])
        return order


def _first_seated(groups: Sequence[Sequence[int]], seats: int) -> list[int]:
    """Return those of the first group that has any on these seats; else nothing."""
    seated = ([index for index in group if seats >> index & 1] for group in groups)
    return next(filter(None, seated), [])


def _traits(item: Item, bank: Bank) -> tuple[tuple[Hashable, ...], ...]:
    """Return what a quiz should not have too much of, in groups, the weightiest first.

    Which of "True" and "False" is right counts as a trait of the kind.
    """
    judgement = item.key if item.format == "true_false" else ()
    facts = {key.split("/")[1] for key in item.tests}
    return (
        (item.kind,),
        ((item.kind, judgement),),
        tuple(themes_of(item, bank)),
        tuple(("fact", slug) for slug in facts),
        (("format", item.format),),
    )
