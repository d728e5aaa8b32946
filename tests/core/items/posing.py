"""Asking for items of small sets, for tests of the item kinds."""

from quizapp.core.items.context import Context
from quizapp.core.items.generate import items, refusals
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.library.wording import load_wording
from tests.sets import ENTITIES, read


def context(body: str = "", *, entities: str = ENTITIES) -> Context:
    """Return the context of a small set; see ``tests.sets``."""
    return Context(read(body, entities=entities), load_wording())


def kind(name: str) -> ItemKind:
    """Return a kind by its name."""
    return next(one for one in KINDS if one.name == name)


def posed(name: str, body: str, *, entities: str = ENTITIES, seed: int = 0) -> list[Item]:
    """Return the items of one kind of a small set."""
    return list(items(context(body, entities=entities), seed=seed, kinds=[kind(name)]))


def refused(name: str, body: str, *, entities: str = ENTITIES) -> dict[str, str]:
    """Return why one kind refuses slots of a small set, by slot."""
    found = refusals(context(body, entities=entities), kinds=[kind(name)])
    return {refusal.slot: refusal.reason for refusal in found}


def key(item: Item) -> str:
    """Return the text of the one right option."""
    (index,) = item.key
    return item.options[int(index)].text


def rights(item: Item) -> set[str]:
    """Return the texts of the right options."""
    return {option.text for option in item.options if option.right}


def wrongs(item: Item) -> set[str]:
    """Return the texts of the wrong options."""
    return {option.text for option in item.options if not option.right}


def shown(items_: list[Item]) -> set[str]:
    """Return every option text of some items."""
    return {option.text for item in items_ for option in item.options}


def stems(items_: list[Item]) -> set[str]:
    """Return the stems of some items."""
    return {item.stem for item in items_}
