"""How the lints read a finished item: its worded options, the things they name, its quotations.

No rule stands here; each has its own file.
"""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Entity
from quizapp.core.items.item import Item, Option

_QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_OPTION_FORMATS = frozenset(("choice", "choices"))


def worded(item: Item) -> tuple[Option, ...]:
    """Return the options that differ in words; codes, "True" and "False" do not."""
    return item.options if item.format in _OPTION_FORMATS and not item.is_coded else ()


def right_options(item: Item) -> tuple[Option, ...]:
    """Return the worded options that are to be chosen."""
    return tuple(option for option in worded(item) if option.right)


def key_texts(item: Item) -> tuple[str, ...]:
    """Return the texts that answer the item: its right options, or what it accepts as typed."""
    if item.options:
        return tuple(option.text for option in right_options(item))
    return item.accepted or tuple(part.text for part in item.parts)


def named(option: Option, bank: Bank) -> Entity | None:
    """Return the thing its claims speak of whose name is the option's whole text, or None."""
    for claim in option.claims:
        for id_ in (claim.object, claim.subject):
            entity = bank.entities.get(id_) if isinstance(id_, str) else None
            if entity is not None and _is_name(option.text, entity):
                return entity
    return None


def _is_name(text: str, entity: Entity) -> bool:
    names = entity.names
    return text in names or (entity.the and text in map(entity.printed, names))


def quotations(text: str) -> tuple[str, ...]:
    """Return what stands between quotation marks."""
    return tuple(curly or plain for curly, plain in _QUOTATION.findall(text))


def own_words(text: str) -> str:
    """Return the text without what stands between quotation marks: the item's own wording."""
    return _QUOTATION.sub(" ", text)


def printed_texts(item: Item) -> tuple[str, ...]:
    """Return all that a learner reads before answering."""
    return (item.stem, *(option.text for option in item.options))
