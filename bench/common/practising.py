"""A learner in the middle of practice, in an installation that is thrown away.

The set is generated, a slot a row. The log (attempts, showings, items, responses) is that of
``logs``, ten responses a slot. Memories and reviews are stored through the store's own functions,
but made up: of each slot that is known ten reviews whose stability grows to a few weeks, so that
the share of what is due is the one wanted. They do not follow from the log.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench.common.goals import Cost
from bench.common.logs import FORMATS_ANSWERED, asked, store_items, store_log
from quizapp import paths
from quizapp.clock import utc_now
from quizapp.config import Config
from quizapp.core.items.generate import drawn
from quizapp.core.memory.forecast import due_day
from quizapp.core.memory.state import Memory
from quizapp.library.loader import Library
from quizapp.library.shelf import Shelf
from quizapp.services.answering import answer
from quizapp.services.practice import Stock, compose_sitting, start_sitting, stock
from quizapp.services.quizzes import question
from quizapp.services.run import Store, open_store
from quizapp.services.tokens import new_secret, new_token
from quizapp.services.views import QuestionView
from quizapp.store.learners import LearnerId, add_session
from quizapp.store.memories import KeptMemory, save_memories
from quizapp.store.reviewed import Reviewed, add_reviews
from quizapp.store.showings import ShowingRecord
from quizapp.web.app import create_app
from tests import make
from tests.row_set import write_row_set

#: Of the slots so many are known, and of these so many are due.
KNOWN: Final = 0.95
DUE: Final = 0.5
REVIEWS: Final = 10
_ITEMS: Final = 2_000
T = TypeVar("T")


def timed(costs: list[Cost], work: Callable[[], T]) -> T:
    """Return what a piece of work gives, and add what it cost this thread."""
    cpu, wall = time.thread_time(), time.perf_counter()
    given = work()
    costs.append(Cost(time.thread_time() - cpu, time.perf_counter() - wall))
    return given


@dataclass(frozen=True, slots=True)
class Practising:
    """A learner and the installation in which he practises."""

    config: Config
    store: Store
    app: Flask
    shelf: Shelf
    learner: LearnerId
    cookie: str

    def stock(self) -> Stock:
        """Return what may be asked now."""
        job = partial(stock, learner_id=self.learner, shelf=self.shelf, now=utc_now())
        return self.store.read(job)

    def start(self, found: Stock, seed: int) -> str:
        """Start a sitting; return the attempt."""
        now = utc_now()
        paper = compose_sitting(self.shelf, found, today=now.date(), seed=seed)
        job = partial(
            start_sitting,
            learner_id=self.learner,
            paper=paper,
            start_key=new_token(),
            zone=None,
            now=now,
        )
        return self.store.write(job).attempt_id

    def fetch(self, attempt: str, position: int) -> QuestionView:
        """Return a question as its page gets it."""
        job = partial(question, learner_id=self.learner, attempt_id=attempt, position=position)
        return self.store.read(job)

    def answer(self, view: QuestionView) -> None:
        """Answer it, durably."""
        said = saying(view)
        job = partial(
            answer,
            learner_id=self.learner,
            showing_id=view.showing_id,
            raw=said.get("response", ()),
            parts=said.get("part", ()),
            unknown="unknown" in said,
            submission_key=view.submission_key,
            now=utc_now() + timedelta(seconds=30),  # none counts as too fast to have been read
        )
        self.store.write(job)


def saying(view: QuestionView) -> Mapping[str, list[str]]:
    """Return the fields of a form that answer a question: an option, a button, or not known."""
    if view.options:
        return {"response": [view.options[0].token]}
    if view.ratings:
        return {"response": ["good"]}
    return {"unknown": ["yes"]}


def practising(folder: Path, facts: int) -> Practising:
    """Make an installation with a learner who has reviewed a set of so many facts ten times."""
    write_row_set(folder, facts)
    config = replace(make.config(folder), questions=folder / "questions")
    library = Library(config.questions, paths.WORDING / "en")
    shelf = library.shelf("rows")
    store = open_store(config, now=utc_now())
    posed = chain.from_iterable(drawn(shelf.context, shelf.asks, draw=1))
    pool = list(islice((item for item in posed if item.format in FORMATS_ANSWERED), _ITEMS))
    store.write(lambda session: store_items(session, shelf, pool))
    ways = [asked(item) for item in pool]
    responses = REVIEWS * len(shelf.slots)
    learner = store.write(partial(store_log, shelf=shelf, pool=ways, responses=responses))
    last_item = pool[0].id
    store.write(lambda session: _remember(session, learner, shelf, last_item))
    cookie = new_secret()
    store.write(lambda session: add_session(session, learner, cookie, now=utc_now()))
    store.settle()
    app = create_app(config, store=store, library=library)
    return Practising(config, store, app, shelf, learner, cookie)


def _remember(session: Session, learner: LearnerId, shelf: Shelf, item: str) -> None:
    slots = list(shelf.slots)
    rng, today = Random(1), utc_now().date()
    known = [_memory(slot, item, today, rng) for slot in slots[: round(len(slots) * KNOWN)]]
    first = session.scalars(select(func.min(ShowingRecord.id))).one()
    save_memories(session, learner, known, known={})
    add_reviews(session, learner, _history(known, first))


def _memory(slot: str, item: str, today: date, rng: Random) -> KeptMemory:
    stability = float(rng.randint(5, 60))
    is_due = rng.random() < DUE
    gap = -rng.randrange(30) if is_due else rng.randint(1, round(stability))
    last = today + timedelta(days=gap - round(stability))
    memory = Memory(stability, rng.uniform(3, 8), last, reps=REVIEWS)
    return KeptMemory(slot, memory, due_day(memory), item)


def _history(known: list[KeptMemory], showing: int) -> Iterator[Reviewed]:
    for place, one in enumerate(known):
        last = one.memory
        for number in range(1, REVIEWS + 1):
            day = last.last_day - timedelta(days=20 * (REVIEWS - number))
            after = replace(last, stability=last.stability * number / REVIEWS, last_day=day)
            yield Reviewed(
                slot=one.slot,
                showing=showing + place * REVIEWS + number - 1,
                day=day,
                format="choice",
                recall=None if number == 1 else 0.9,
                failed=False,
                after=replace(after, reps=number),
            )
