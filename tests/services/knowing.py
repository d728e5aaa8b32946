"""A small set with a shelf, and somebody who answers what it asks on days of their choice."""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy.orm import Session

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.answering import answer
from tests import make, sets
from tests.people import Person
from tests.services.acting import see

FACTS = """
facts:
  held: {office: mayor, holder: ana, on: 2023-05-03, cite: {report: "The mayor, Ana Roy"}}
  before: {office: mayor, holder: ben, on: 2021-05-03, cite: {teacher: town records}}
  road:
    says: ana
    quote: We will build the long northern road together.
    about: {list: [roads]}
    cite: {report: "Ana Roy said, \\"We will build the long northern road together.\\""}
  water:
    says: ben
    gist: that water was short
    cite: {report: "Ben Lal spoke. He said that water was short."}
  letters: {says: ana, quote: "Roads, dams and schools,", cite: {report: "Roads, dams and schools"}}
"""
HELD, BEFORE, SAID, ABOUT = "held/holder", "before/holder", "road/said", "road/about:roads"
WATER, LETTERS = "water/said", "letters/said"
#: How many slots it has, and how many of them stand in no text.
SLOTS, UNPLACED = 9, 3


@cache
def bank() -> Bank:
    entities = sets.with_data("summit", "ended: 2023-05-03, place: port")
    return sets.read(FACTS, entities=entities)


@cache
def shelf() -> Shelf:
    return Shelf(bank(), load_wording())


def asking(*slots: str, **changes: object) -> Item:
    """Return a typed item that tests slots of the set; "Ana Roy" is right."""
    stem = f"Who, of {' and '.join(slots)}?"
    return make.typed_item(stem=stem, tests=tuple(f"small/{slot}" for slot in slots), **changes)


def answered(
    session: Session,
    person: Person,
    moment: datetime,
    *told: tuple[Item, str],
    seconds: float = 10,
    **changes: object,
) -> str:
    """Let somebody answer items in one sitting: each with a text, or the text of an option."""
    items = [item for item, _ in told]
    attempt = make.attempt(session, person, moment, *items, **changes)
    for position, (_, said) in enumerate(told, start=1):
        view = see(session, person, attempt, position)
        moment += timedelta(seconds=seconds)
        chosen = [one.token for one in view.options if one.text == said]
        answer(
            session,
            learner_id=person.id,
            showing_id=view.showing_id,
            raw=chosen or [said],
            submission_key=view.submission_key,
            now=moment,
        )
    return attempt
