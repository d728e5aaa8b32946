"""How many are correct: of three or four independent statements (R15)."""

from collections.abc import Iterable, Iterator
from functools import partial
from random import Random

from quizapp.core.items.bodies.coded import TRUE
from quizapp.core.items.codes import counts_of, how_many
from quizapp.core.items.context import Context
from quizapp.core.items.groups import Pool, draft_of
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import askable
from quizapp.core.items.twins import told_relations

_SIZES = (3, 4)


class HowMany(ItemKind):
    """Numbered statements; an option says how many of them are correct."""

    name = "how_many"
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
        counts = counts_of(context.profile.counts, size, context.profile)
        codes = how_many(context.wording.codes.statements, counts, size)
        right = rng.choice(rng.choice(codes).patterns)
        group = pool.group([sign == TRUE for sign in right])
        yield draft_of(self, context, group, codes)
