"""Drills: a sitting about two things that a learner mixes up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from sqlalchemy.orm import Session

from quizapp.core.memory.confusions import Pair
from quizapp.core.memory.drill import Drilling, drill, slots_by_thing
from quizapp.core.memory.state import stabilities_passed
from quizapp.errors import NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.library.sweeping import unswept
from quizapp.services.known_answers import pairs_of
from quizapp.services.learners import LearnerId
from quizapp.services.papers import Paper
from quizapp.services.practice import day_of, sitting_paper
from quizapp.store.memories import KeptMemory, memories_of


@dataclass(frozen=True, slots=True)
class Mixed:
    """Two things that a learner mixes up, and what he remembers of the set.

    Attributes:
        things: the ids of the two.
        day: the study day.
        kept: memories by slot key.
    """

    pair: Pair
    things: tuple[str, str]
    day: date
    kept: Mapping[str, KeptMemory]


def mixed(
    session: Session,
    *,
    learner_id: LearnerId | None,
    shelf: Shelf,
    one: str,
    other: str,
    now: datetime,
) -> Mixed:
    """Return a pair of a learner, ready to be drilled.

    Args:
        one, other: as they are called on the page of what is known.

    Raises:
        NothingToAsk: the learner does not mix these up, or they are no things of the set.
    """
    if learner_id is not None:
        for pair in pairs_of(session, learner_id, shelf):
            if (pair.one, pair.other) == (one, other) and pair.things is not None:
                kept = memories_of(session, learner_id, shelf.bank.set_id)
                day = day_of(session, learner_id=learner_id, now=now)
                return Mixed(pair, pair.things, day, {memory.slot: memory for memory in kept})
    raise NothingToAsk("There is no such pair: the page of what you know lists yours.")


def compose_drill(shelf: Shelf, found: Mixed, *, today: date, seed: int) -> Paper:
    """Return a paper of questions to which one of the two is right and the other stands beside.

    First comes where they were mixed up, then what was asked before, the least remembered first.

    Args:
        today: nothing rests on facts that should have been looked at again before.

    Raises:
        NothingToAsk: only one of the two is ever right.
    """
    rng = Random(seed)
    sides = [list(_wanted(shelf, thing, found, rng)) for thing in found.things]
    with unswept():
        items = drill(
            Drilling(shelf.context, shelf.asks, found.things),
            shelf.bank,
            sides,
            stale=shelf.bank.stale(today),
            rng=rng,
        )
    if not items:
        raise NothingToAsk(
            f"Nothing of the set “{shelf.bank.title}” tells {found.pair.one} from "
            f"{found.pair.other}: practise the whole set."
        )
    return sitting_paper(shelf, items, seed=seed)


def _wanted(shelf: Shelf, thing: str, found: Mixed, rng: Random) -> Iterator[tuple[str, str]]:
    """Yield the slots of a thing, the most wanted first, each with the item that asked it last."""
    slots = list(slots_by_thing(shelf.bank).get(thing, ()))
    rng.shuffle(slots)
    keys = {slot: shelf.bank.slot_key(slot) for slot in slots}

    def rank(slot: str) -> tuple[bool, bool, float]:
        key = keys[slot]
        kept = found.kept.get(key)
        faded = 0.0 if kept is None else stabilities_passed(kept.memory, found.day)
        return key not in found.pair.slots, kept is None, -faded

    for slot in sorted(slots, key=rank):
        kept = found.kept.get(keys[slot])
        yield slot, "" if kept is None else kept.last_item
