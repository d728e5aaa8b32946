"""How the lints read a finished item: its worded options, the things they name, its quotations.

No rule stands here; each has its own file. What is printed at all stands in ``items.printed``.
"""

import re
from collections.abc import Iterable

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Entity
from quizapp.core.items.item import Item, Option
from quizapp.core.items.printed import printed_parts

_QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_OPTION_FORMATS = frozenset(("choice", "choices"))
_STATEMENTS = "statements"

#: Printed names with the things that they name.
Named = tuple[tuple[str, Entity], ...]


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
    return _thing(option.text, option.claims, bank)


def _thing(text: str, claims: Iterable[Claim], bank: Bank) -> Entity | None:
    for claim in claims:
        for id_ in (claim.object, claim.subject):
            entity = bank.entities.get(id_) if isinstance(id_, str) else None
            if entity is not None and _is_name(text, entity):
                return entity
    return None


def _is_name(text: str, entity: Entity) -> bool:
    names = entity.names
    return text in names or (entity.the and text in map(entity.printed, names))


def lists(item: Item, bank: Bank) -> tuple[Named, ...]:
    """Return the lists in which printed names stand beside each other, the options not among them.

    The rows of a matching item and its targets, or the entries of an order. A target that belongs
    to no row is named by no claim and left out; statements are no names.
    """
    if item.format == _STATEMENTS:
        return ()
    claims = [claim for part in item.parts for claim in part.claims]
    printed = ([part.text for part in printed_parts(item)], [one.text for one in item.targets])
    return tuple(
        tuple((text, thing) for text in texts if (thing := _thing(text, claims, bank)) is not None)
        for texts in printed
        if texts
    )


def named_groups(item: Item, bank: Bank) -> tuple[Named, ...]:
    """Return the names among which a learner chooses: those of the options, and of each list."""
    options = ((option.text, named(option, bank)) for option in worded(item))
    return (tuple((text, thing) for text, thing in options if thing), *lists(item, bank))


def quotations(text: str) -> tuple[str, ...]:
    """Return what stands between quotation marks."""
    return tuple(curly or plain for curly, plain in _QUOTATION.findall(text))


def own_words(text: str) -> str:
    """Return the text without what stands between quotation marks: the item's own wording."""
    return _QUOTATION.sub(" ", text)
