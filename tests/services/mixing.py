"""Somebody who takes two people of the bundled set for each other, and is right otherwise."""

from datetime import datetime, timedelta
from random import Random
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from tests import make
from tests.core.items import bundled
from tests.people import Person
from tests.services.knowing import answered

#: Both speak in the bundled set, and each of them more than once.
PAIR: Final = ("jaishankar", "kwatra")
NAMES: Final = ("S. Jaishankar", "Vinay Kwatra")
BUNDLE: Final = make.bundle(set_id=bundled.SET)


def choices() -> list[Item]:
    """Return the items of the bundled set of which one option is right, and proved to be."""
    return [
        one
        for one in bundled.pool()
        if one.format == "choice" and not one.is_coded and one.proof == "kernel"
    ]


def said(item: Item, rng: Random, *, slips: float = 0.0) -> str:
    """Return the option that such a learner chooses.

    Args:
        slips: how often any other option is chosen by chance.
    """
    (right,) = [option.text for option in item.options if option.right]
    others = [option.text for option in item.options if not option.right]
    if right in NAMES:
        other = next(name for name in NAMES if name != right)
        if other in others:
            return other
    return rng.choice(others) if rng.random() < slips else right


def mix_up(
    session: Session, person: Person, moment: datetime, *, items: int = 60, seed: int = 1
) -> None:
    """Let somebody who mixes the two up answer items by chance, a few minutes ago."""
    rng = Random(seed)
    drawn = rng.sample(choices(), items)
    told = [(item, said(item, rng, slips=0.1)) for item in drawn]
    begun = moment - timedelta(minutes=items)
    answered(session, person, begun, *told, bundle=BUNDLE)
