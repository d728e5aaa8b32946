"""How hard the items of a set are by what was answered so far. Reads only, of all learners."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from quizapp.core.items.item import Item
from quizapp.core.stats.difficulty import Form, Tally, shrunken, tallies
from quizapp.store.observed import responses_to


def observed(session: Session, *, set_id: str) -> Mapping[Form, Tally]:
    """Return what was observed of each form in which a set was asked.

    It reads every response to the set once: for work in the background, not for a page.
    """
    return tallies(responses_to(session, set_id))


def difficulty_of(item: Item, known: Mapping[Form, Tally]) -> float:
    """Return the chance of a wrong response that is to be expected of an item, 0..1."""
    form = Form(frozenset(item.tests), item.kind, item.format)
    return shrunken(item.difficulty, known.get(form, Tally()))
