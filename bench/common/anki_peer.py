"""Anki's own backend as a peer: run by a Python that has the package ``anki``, and by no other.

Makes a collection of so many cards with ten reviews each, FSRS on, then does what it is told on its
standard input, a command a line, and prints for each what it cost, as JSON: seconds of CPU, of all
threads of the process, and of the clock. It shares no code and no process with ours.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from random import Random
from typing import Any

import anki.collection  # before the others: its modules import each other
from anki.cards import Card
from anki.scheduler.v3 import CardAnswer

_REVIEWS = 10
_DAY = 86_400


def build(path: str, cards: int, known: float, due: float) -> None:
    """Make a collection: a share of its cards is known, of these a share is due."""
    col = anki.collection.Collection(path)
    deck = col.decks.id("P4")
    kind = col.models.by_name("Basic")
    requests = []
    for number in range(cards):
        note = col.new_note(kind)
        note["Front"], note["Back"] = f"Which city is the capital of land {number}?", f"C{number}"
        requests.append(anki.collection.AddNoteRequest(note, deck))
    col.add_notes(requests)
    settings = col.decks.config_dict_for_deck_id(deck)
    settings["rev"]["perDay"] = settings["new"]["perDay"] = 9_999
    col.decks.save(settings)
    col.set_config("fsrs", True)
    today = col.sched.today
    col.close()
    # Row by row through the backend each would be a transaction of its own.
    with closing(sqlite3.connect(path)) as database, database:
        _remember(database, today, round(cards * known), due)


def _remember(database: sqlite3.Connection, today: int, known: int, due: float) -> None:
    rng = Random(1)
    ids = [id_ for (id_,) in database.execute("select id from cards order by id limit ?", [known])]
    updates, log = [], []
    now = int(time.time())
    first = (now - 400 * _DAY) * 1_000
    for number, card in enumerate(ids):
        interval = rng.randint(5, 60)
        day = today - rng.randrange(30) if rng.random() < due else today + rng.randint(1, 60)
        last = now + (day - today - interval) * _DAY
        state = {"s": float(interval), "d": rng.uniform(3, 8), "dr": 0.9, "lrt": last}
        updates.append((day, interval, _REVIEWS, json.dumps(state), card))
        for review in range(_REVIEWS):
            key = first + number * _REVIEWS + review
            log.append((key, card, -1, 3, interval, interval // 2, 2500, 5_000, 1))
    database.executemany(
        "update cards set type=2, queue=2, due=?, ivl=?, factor=2500, reps=?, data=? where id=?",
        updates,
    )
    database.executemany("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", log)


class Peer:
    """A collection that is practised."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._col = anki.collection.Collection(path)
        self._queued: Any = None
        self._card: Any = None

    def open(self) -> None:
        """Open the collection and render the first card."""
        self._col = anki.collection.Collection(self._path)
        self._col.decks.select(self._col.decks.id("P4"))
        self.fetch()
        self.render()

    def close(self) -> None:
        """Close the collection."""
        self._col.close()

    def fetch(self) -> None:
        """Get the next card with the states that an answer would lead to."""
        (self._queued,) = self._col.sched.get_queued_cards().cards
        self._card = Card(self._col)
        self._card._load_from_backend_card(self._queued.card)
        self._card.start_timer()

    def render(self) -> None:
        """Render both sides of it."""
        self._card.render_output()

    def answer(self) -> None:
        """Answer it with Good."""
        self._col.sched.answer_card(
            self._col.sched.build_answer(
                card=self._card, states=self._queued.states, rating=CardAnswer.GOOD
            )
        )

    def counts(self) -> dict[str, int]:
        """Return how many cards and reviews there are."""
        count = self._col.db.scalar
        return {
            "cards": count("select count() from cards"),
            "reviews": count("select count() from revlog"),
            "due": self._col.sched.get_queued_cards().review_count,
        }


def _timed(work: Callable[[], None]) -> dict[str, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def main() -> None:
    """Build what the arguments say, then obey."""
    path, cards, known, due = sys.argv[1:]
    if not os.path.exists(path):
        build(path, int(cards), float(known), float(due))
    peer = Peer(path)
    peer.close()
    peer.open()
    print(json.dumps(peer.counts()), flush=True)
    peer.fetch()
    for line in sys.stdin:
        print(json.dumps(_timed(getattr(peer, line.strip()))), flush=True)


if __name__ == "__main__":
    main()
