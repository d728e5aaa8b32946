"""P8: items a second, kind by kind, proof included; and how much of the time is proof.

Items of the bundled sets, drawn as for a quiz, each time by other chances. Beside each kind the
kernel alone decides, from nothing remembered, all that the items of one round say: the floor under
which no kind can come. There is no goal for a single kind; that for the simple ones is in
``p08_generation``. With ``--ci`` fewer items are made.
"""

import argparse
import gc
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, count, islice

from bench.common.goals import say_machine
from bench.common.sides import best_cpu
from quizapp import paths
from quizapp.core.facts.claim import Claim
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import drawn
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording

#: So many items of each set are made in a round, where it yields so many.
_ITEMS, _ITEMS_IN_CI = 120, 24
_ROUNDS, _ROUNDS_IN_CI = 5, 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind, ready to be measured.

    Attributes:
        items, claims: how many a round makes, and how many they say in all.
        make, prove: a round of items; the verdicts on what those of one round say.
    """

    name: str
    items: int
    claims: int
    make: Callable[[], object]
    prove: Callable[[], object]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ci", action="store_true")
    is_ci = parser.parse_args().ci
    wording = load_wording()
    contexts = [Context(load_set(path), wording) for path in sorted(paths.QUESTIONS.glob("*.yaml"))]
    most = _ITEMS_IN_CI if is_ci else _ITEMS
    found = [_ready(kind, contexts, most) for kind in KINDS]
    kinds = [one for one in found if one.items]
    gc.collect()
    gc.freeze()  # as a server does once its sets are read: what stays is not swept again
    sides = {one.name: one.make for one in kinds} | {
        f"{one.name} proof": one.prove for one in kinds
    }
    best = best_cpu(sides, calls=1, rounds=_ROUNDS_IN_CI if is_ci else _ROUNDS)
    for one in kinds:
        each, proof = best[one.name] / one.items, best[f"{one.name} proof"] / one.items
        proved = f"/ proof alone ({proof * 1e6:.0f} us) {each / proof:6.1f}"
        print(
            f"P8   {one.name:18} {1 / each:8,.0f} items a second, {each * 1e6:6.0f} us an item, "
            f"{one.claims / one.items:4.1f} claims; {proved if one.claims else 'nothing to prove'}",
            flush=True,
        )
    for one in found:
        if not one.items:
            print(f"P8   {one.name:18} yields no item of the bundled sets")
    say_machine()


def _ready(kind: ItemKind, contexts: list[Context], most: int) -> Kind:
    asks = [(context, Asks(context, [kind])) for context in contexts]
    draws = count()

    def make() -> list[tuple[Context, Item]]:
        # Other slots in each round, as other quizzes have, but always as many items.
        draw = next(draws)
        return [
            (context, item)
            for context, ask in asks
            for item in islice(chain.from_iterable(drawn(context, ask, draw=draw)), most)
        ]

    made = make()
    claims = [(context, claim) for context, item in made for claim in _said(item)]

    def prove() -> None:
        for context, claim in claims:
            context.kernel.decide(claim)

    return Kind(kind.name, len(made), len(claims), make, prove)


def _said(item: Item) -> tuple[Claim, ...]:
    return tuple(claim for one in (*item.options, *item.parts) for claim in one.claims)


if __name__ == "__main__":
    main()
