"""Statements with codes: which of two to four independent statements are correct (R15)."""

from collections.abc import Iterable, Iterator
from random import Random

from quizapp.core.items.bodies.coded import TRUE, Coded
from quizapp.core.items.codes import drawn, which
from quizapp.core.items.context import Context
from quizapp.core.items.groups import Pool, numbered, theme_of
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.twins import told_relations
from quizapp.core.proof.printer import Filling

_SIZES = (3, 2, 4)


class Statements(ItemKind):
    """Numbered statements; an option says which of them are correct."""

    name = "statements"
    holes = frozenset(("theme",))
    options = frozenset[str]()
    parts = {  # noqa: RUF012 - a mapping nobody changes
        "only": frozenset(("known",)),
        "all": frozenset(("known",)),
        "both": frozenset(("first", "second")),
        "neither": frozenset(("first", "second")),
        "more": frozenset(("before", "after")),
        "last": frozenset(("before", "after")),
    }

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told."""
        return context.slots_of(*told_relations(context))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the slot's statement among others, true or false."""
        pool = Pool(context, slot, rng)
        for size in _SIZES:
            codes, right = drawn(size, rng)
            group = pool.group([sign == TRUE for sign in right])
            theme = theme_of(context, group)
            question = self.ask(context, {"theme": Filling.words(theme)} if theme else {})
            frames = context.words(self.name).parts
            yield Draft(
                format="statements",
                frame=question.frame.id,
                stem=question.stem,
                body=Coded(
                    numbered(context, group),
                    tuple(which(code, context.profile.numerals, frames) for code in codes),
                ),
                quotes=tuple(quote for one in group for quote in one.quotes),
                nearness=sum(one.nearness for one in group) / len(group),
            )
