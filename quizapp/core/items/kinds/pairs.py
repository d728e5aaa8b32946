"""Pairs correctly matched: how many of three or four pairs of one relation are right (R14, R15)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from random import Random

from quizapp.core.items.bodies.coded import TRUE, Code, Coded
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.codes import counts_of, how_many
from quizapp.core.items.context import Context
from quizapp.core.items.independence import independent
from quizapp.core.items.judging import asks
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.pairings import Pair, chance_of, nearness, rows_of
from quizapp.core.items.refusal import Unaskable, askable
from quizapp.core.items.twins import told_relations
from quizapp.core.profiles.labels import label
from quizapp.core.proof.printer import Filling

_VARIANTS = 2


class Pairs(ItemKind):
    """Three or four pairs; an option says how many of them are correctly matched."""

    name = "pairs"
    formats = frozenset(("statements",))
    holes = frozenset(("told",))
    options = frozenset[str]()
    parts = {"pair": frozenset(("row", "target"))}  # noqa: RUF012 - a mapping nobody changes

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's row with others like it, the number of right pairs drawn first."""
        sizes = tuple(context.profile.pairs) * _VARIANTS
        return askable(partial(self._drafts, context, slot, size, rng) for size in sizes)

    def _drafts(self, context: Context, slot: str, size: int, rng: Random) -> Iterator[Draft]:
        counts = counts_of(context.profile.pairs, size, context.profile)
        codes = how_many(context.wording.codes.pairs, counts, size)
        # Others have the wrong targets: with those alone that are shown there are never all but one
        # right.
        rows, _spare = rows_of(context, slot, rng, most=2 * size, fewest=size + 1)
        wrong = [one for one in rows[size:] if _asked_for(context, slot, rows[0], one)]
        if not (wrong and _asked_for(context, slot, rows[0], rows[0])):
            raise Unaskable("it cannot be asked both truly and falsely")
        right = rng.choice(rng.choice(codes).patterns)
        truths = [sign == TRUE for sign in right]
        beside = _targets(rows[:size], rows[size:], truths, wrong, rng)
        yield self._draft(context, rows, beside, truths, codes)

    def _draft(
        self,
        context: Context,
        rows: Sequence[Pair],
        beside: Sequence[Pair],
        truths: Sequence[bool],
        codes: tuple[Code, ...],
    ) -> Draft:
        size = len(truths)
        couples = _by_text(list(zip(rows[:size], beside, truths, strict=True)))
        shown, targets, truths = zip(*couples, strict=True)
        claims = [row.claim(target.end) for row, target in zip(shown, targets, strict=True)]
        if not independent(context.kernel, claims):
            raise Unaskable("one of the pairs follows from others, or refutes one (R15)")
        frame = context.words(self.name).parts["pair"]
        question = self.ask(context, {"told": Filling.words(shown[0].told)})
        return Draft(
            format="statements",
            frame=question.frame.id,
            stem=question.stem,
            body=Coded(
                tuple(
                    Told(
                        frame.fill(
                            {
                                "row": Filling.words(row.row).phrase,
                                "target": Filling.words(target.target).phrase,
                            }
                        ),
                        claim,
                        holds,
                        label(context.profile.numerals, place),
                    )
                    for place, (row, target, claim, holds) in enumerate(
                        zip(shown, targets, claims, truths, strict=True)
                    )
                ),
                codes,
            ),
            quotes=tuple(quote for one in shown for quote in one.quotes),
            nearness=nearness(context, rows),
        )


def _by_text(couples: list[tuple[Pair, Pair, bool]]) -> list[tuple[Pair, Pair, bool]]:
    """Return pairs in an order by chance that does not depend on which of them was asked for."""
    found = sorted(couples, key=lambda one: (one[0].row, one[1].target))
    chance_of([row for row, _, _ in found]).shuffle(found)
    return found


def _asked_for(context: Context, slot: str, row: Pair, target: Pair) -> bool:
    """Return whether a row with that target beside it asks for a slot."""
    return asks(context, row.claim(target.end), f"{row.row} {target.target}", slot)


def _targets(
    shown: Sequence[Pair],
    others: Sequence[Pair],
    truths: Sequence[bool],
    wrong: Sequence[Pair],
    rng: Random,
) -> list[Pair]:
    """Return whose target stands beside each row: its own, or one that no row has as its own.

    Where there are too few others, wrong rows have the targets of each other.

    Args:
        wrong: those of the others that may stand beside the first row.
    """
    first = rng.choice(wrong)
    outside = iter(
        (first, *rng.sample([one for one in others if one is not first], len(others) - 1))
    )
    found: list[Pair] = []
    before = first
    for row, holds in zip(shown, truths, strict=True):
        found.append(row if holds else next(outside, before))
        before = before if holds else row
    return found
