"""The bundled set and the items it yields, made once."""

from functools import cache

from quizapp import paths
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items, refusals
from quizapp.core.items.item import Item
from quizapp.core.items.refusal import Refusal
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording

SET = "india-us-2plus2-2023"


@cache
def context() -> Context:
    return Context(load_set(paths.QUESTIONS / f"{SET}.yaml"), load_wording())


@cache
def pool() -> tuple[Item, ...]:
    return tuple(items(context()))


@cache
def refused() -> tuple[Refusal, ...]:
    return refusals(context())


def of_kind(name: str) -> list[Item]:
    return [item for item in pool() if item.kind == name]


def about(fact: str) -> list[Item]:
    """Return the items one of whose claims speaks of a statement or its blanks."""
    return [
        item
        for item in pool()
        for claims in [
            [
                *(claim for option in item.options for claim in option.claims),
                *(claim for part in item.parts for claim in part.claims),
            ]
        ]
        if any(claim.subject.partition("[")[0] == fact for claim in claims)
    ]


def names(*ids: str) -> set[str]:
    return {context().bank.entities[id_].name for id_ in ids}
