"""Statements with codes: which of two to four independent statements are correct (R15)."""

from collections.abc import Iterable, Iterator
from functools import partial
from random import Random

from quizapp.core.items.bodies.coded import TRUE
from quizapp.core.items.codes import drawn, which
from quizapp.core.items.context import Context
from quizapp.core.items.groups import Pool, draft_of
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import askable
from quizapp.core.items.twins import told_relations

_SIZES = (3, 2, 4)


class Statements(ItemKind):
    """Numbered statements; an option says which of them are correct."""

    name = "statements"
    formats = frozenset(("statements",))
    holes = frozenset(("theme",))
    options = frozenset[str]()

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's statement among others, true or false."""
        pool = Pool(context, slot, rng)
        return askable(partial(self._drafts, context, pool, size, rng) for size in _SIZES)

    def _drafts(self, context: Context, pool: Pool, size: int, rng: Random) -> Iterator[Draft]:
        codes, right = drawn(context.profile, size, rng)
        group = pool.group([sign == TRUE for sign in right])
        words, numerals = context.wording.codes, context.profile.numerals
        said = tuple(which(words, numerals, code) for code in codes)
        yield draft_of(self, context, group, said)
