"""Matching: rows of one relation and the entries that belong to them, one spare at most (R14)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.bodies.paired import Paired, Row
from quizapp.core.items.context import Context
from quizapp.core.items.item import Target
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.pairings import Pair, arranged, by_text, chance_of, nearness, rows_of
from quizapp.core.items.twins import told_relations
from quizapp.core.profiles.labels import label
from quizapp.core.proof.printer import Filling

_MOST = 4
_VARIANTS = 2


class Matching(ItemKind):
    """Two lists; each row is given an entry of the second."""

    name = "matching"
    formats = frozenset(("matching",))
    holes = frozenset(("told",))
    options = frozenset[str]()

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's row with others like it."""
        for _ in range(_VARIANTS):
            yield self._draft(context, *rows_of(context, slot, rng, most=_MOST))

    def _draft(self, context: Context, pairs: list[Pair], spare: list[Pair]) -> Draft:
        rng = chance_of([*pairs, *spare])
        pairs = by_text(pairs, rng)
        targets = arranged([*pairs, *spare], rng)
        question = self.ask(context, {"told": Filling.words(pairs[0].told)})
        return Draft(
            format="matching",
            frame=question.frame.id,
            stem=question.stem,
            body=Paired(
                tuple(
                    Row(
                        label(context.profile.rows, place),
                        one.row,
                        targets.index(one),
                        tuple(one.claim(other.end) for other in targets),
                    )
                    for place, one in enumerate(pairs)
                ),
                tuple(
                    Target(label(context.profile.targets, place), one.target)
                    for place, one in enumerate(targets)
                ),
            ),
            quotes=tuple(quote for one in pairs for quote in one.quotes),
            nearness=nearness(context, pairs),
        )
