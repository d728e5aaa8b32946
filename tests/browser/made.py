"""A server with quizzes of items made by hand, one for each way to answer; and who answers them.

The database is filled before the server starts: an installation has one owner.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext

from quizapp.clock import utc_now
from quizapp.core.items.item import Item
from quizapp.services.run import open_store
from tests import answerable, make
from tests.people import guest
from tests.serving import served

ITEMS: dict[str, Item] = {
    "statements": answerable.statements_item("tf"),
    "matching": answerable.matching_item((2, 0, 1)),
    "ordering": answerable.ordering_item((2, 0, 1)),
    "number": answerable.number_item("1400", "km", "5"),
    "date": answerable.date_item("2023-05-03", "3 May 2023"),
    "card": answerable.card_item("Ana Roy"),
    "lists": answerable.lists_item(lettering="(a)"),
    "count": answerable.count_item(),
}
#: How many quizzes there are of each sort; a test takes one that nobody has touched.
_QUIZZES = 40


@dataclass
class Made:
    """A server, and quizzes of one learner that nobody has begun to answer.

    Attributes:
        each, end: paths of quizzes with all the items, by when feedback comes.
    """

    url: str
    cookie: str
    each: list[str] = field(default_factory=list)
    end: list[str] = field(default_factory=list)

    def quiz(self, context: BrowserContext, *, feedback: str = "each") -> str:
        """Return the address of such a quiz, for whom the context is now the learner."""
        context.add_cookies([{"name": "quizapp", "value": self.cookie, "url": self.url}])
        return self.url + (self.each if feedback == "each" else self.end).pop()


def place_of(name: str) -> int:
    """Return the position of an item in each of these quizzes."""
    return list(ITEMS).index(name) + 1


@contextmanager
def made(folder: Path) -> Iterator[Made]:
    """Serve such an installation."""
    config = make.config(folder)
    store = open_store(config, now=utc_now())
    now = utc_now()
    person = store.write(lambda session: guest(session, now))
    quizzes = {
        feedback_each: [
            store.write(
                lambda session, each=feedback_each: make.attempt(
                    session, person, now, *ITEMS.values(), feedback_each=each
                )
            )
            for _number in range(_QUIZZES)
        ]
        for feedback_each in (True, False)
    }
    store.close()
    assert person.cookie is not None
    with served(config.instance) as server:
        yield Made(server.url, person.cookie, _paths(quizzes[True]), _paths(quizzes[False]))


def _paths(attempts: Sequence[str]) -> list[str]:
    return [f"/quiz/{attempt}" for attempt in attempts]
