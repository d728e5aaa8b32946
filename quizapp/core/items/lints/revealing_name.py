"""R17: an item does not print a name that answers what it asks."""

import re

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.entity import Entity
from quizapp.core.items.item import Item
from quizapp.core.items.printed import printed_texts
from quizapp.core.items.reveals import ANSWERS


def revealing_name(item: Item, bank: Bank) -> str | None:
    """No claim of the item is about a thing whose printed name reveals that very slot."""
    text = "\n".join(printed_texts(item))
    claims = [claim for option in item.options for claim in option.claims]
    claims += [claim for part in item.parts for claim in part.claims]
    for claim in claims:
        for id_ in (claim.subject, claim.object):
            entity = bank.entities.get(id_) if isinstance(id_, str) else None
            if entity is None:
                continue
            for field in _revealed(entity, text):
                if claim.relation in ANSWERS.get(field, ()):
                    return f'a printed name of "{entity.name}" reveals its {field}'
    return None


def _revealed(entity: Entity, text: str) -> frozenset[str]:
    """Return the fields revealed by the names of the thing that stand in the text.

    Longer names first: where "the India-US talks" stands, its part "talks" is not printed apart.
    """
    if not entity.reveals and not any(other.reveals for other in entity.also_called):
        return frozenset()  # spares the patterns for most things
    names = {name: entity.reveals for name in (entity.name, *entity.aliases)}
    names |= {other.text: other.reveals for other in entity.also_called}
    found: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        if name not in text:  # spares a pattern for most of them
            continue
        text, times = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
        if times:
            found.update(names[name])
    return frozenset(found)
