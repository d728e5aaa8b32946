"""How many are correct: of three or four independent statements (R15)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.bodies.coded import TRUE, Code, Coded
from quizapp.core.items.codes import how_many
from quizapp.core.items.context import Context
from quizapp.core.items.groups import Pool, numbered, theme_of
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.twins import told_relations
from quizapp.core.proof.printer import Filling

_SIZES = (3, 4)
#: The frame of each count, for three statements and for four.
_NAMES = {3: ("one", "two", "three", "none"), 4: ("one", "two", "only_three", "four")}


class HowMany(ItemKind):
    """Numbered statements; an option says how many of them are correct."""

    name = "how_many"
    holes = frozenset(("theme",))
    options = frozenset(("one", "two", "three", "none", "only_three", "four"))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's statement among others, true or false."""
        pool = Pool(context, slot, rng)
        words = context.words(self.name).options
        for size in _SIZES:
            counts = how_many(size)
            right = rng.choice(rng.choice(counts))
            group = pool.group([sign == TRUE for sign in right])
            theme = theme_of(context, group)
            question = self.ask(context, {"theme": Filling.words(theme)} if theme else {})
            yield Draft(
                format="statements",
                frame=question.frame.id,
                stem=question.stem,
                body=Coded(
                    numbered(context, group),
                    tuple(
                        Code(words[name].text, patterns)
                        for name, patterns in zip(_NAMES[size], counts, strict=True)
                    ),
                ),
                quotes=tuple(quote for one in group for quote in one.quotes),
                nearness=sum(one.nearness for one in group) / len(group),
            )
