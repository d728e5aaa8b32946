"""List I and List II: four rows, four entries, and codes that arrange them (R14)."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Final

from quizapp.core.items.bodies.paired import Arrangement, Paired, Row
from quizapp.core.items.context import Context
from quizapp.core.items.item import Target
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.pairings import Pair, arranged, by_text, chance_of, nearness, rows_of
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.twins import told_relations
from quizapp.core.profiles.labels import bare, label
from quizapp.core.proof.printer import Filling
from quizapp.core.text.frame import Phrase

_ROWS = 4
_CODES = 4
#: The rows in two couples, in each of the three ways. Every code swaps the entries of some
#: couples: so each entry stands equally often in its column, and none betrays the key.
_COUPLES: Final = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))


class Lists(ItemKind):
    """Two lists; an option says which entry belongs to each row."""

    name = "lists"
    holes = frozenset(("told",))
    options = frozenset[str]()
    parts = {  # noqa: RUF012 - a mapping nobody changes
        "match": frozenset(("row", "target")),
        "more": frozenset(("before", "after")),
    }
    variants = 2

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's row with three others like it."""
        if context.profile.options != _CODES:
            raise Unaskable("four codes of two lists tell nothing; more or fewer of them would")
        for _ in range(self.variants):
            rows, _spare = rows_of(context, slot, rng, most=_ROWS, fewest=_ROWS)
            yield self._draft(context, rows)

    def _draft(self, context: Context, rows: Sequence[Pair]) -> Draft:
        profile, rng = context.profile, chance_of(rows)
        rows = by_text(rows, rng)
        targets = arranged(rows, rng)
        key = tuple(targets.index(one) for one in rows)
        question = self.ask(context, {"told": Filling.words(rows[0].told)})
        return Draft(
            format="choice",
            frame=question.frame.id,
            stem=question.stem,
            body=Paired(
                tuple(
                    Row(
                        label(profile.rows, place),
                        one.row,
                        key[place],
                        tuple(one.claim(other.end) for other in targets),
                    )
                    for place, one in enumerate(rows)
                ),
                tuple(
                    Target(label(profile.targets, place), one.target)
                    for place, one in enumerate(targets)
                ),
                tuple(
                    Arrangement(self._words(context, one), one) for one in arrangements(key, rng)
                ),
            ),
            quotes=tuple(quote for one in rows for quote in one.quotes),
            nearness=nearness(context, rows),
        )

    def _words(self, context: Context, places: Sequence[int]) -> str:
        frames, profile = context.words(self.name).parts, context.profile
        text = ""
        for row, place in enumerate(places):
            ends = {"row": bare(profile.rows, row), "target": bare(profile.targets, place)}
            match = frames["match"].fill(
                {hole: Phrase.verbatim(name) for hole, name in ends.items()}
            )
            both = {"before": Phrase.verbatim(text), "after": Phrase.verbatim(match)}
            text = frames["more"].fill(both) if text else match
        return text


def arrangements(key: Sequence[int], rng: Random) -> list[tuple[int, ...]]:
    """Return four arrangements in an order by chance, the key among them.

    Each has every entry once, and each entry stands in two of them at the same row.
    """
    couples = rng.choice(_COUPLES)
    found = []
    for swapped in ((), couples[:1], couples[1:], couples):
        places = list(key)
        for one, other in swapped:
            places[one], places[other] = places[other], places[one]
        found.append(tuple(places))
    rng.shuffle(found)
    return found
