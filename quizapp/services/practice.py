"""Practice: what of a set is due for a learner, and a sitting that asks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import chain, islice
from random import Random
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.items.assemble import Table
from quizapp.core.items.item import Item
from quizapp.core.items.wanted import MIXED
from quizapp.core.memory.days import study_day
from quizapp.core.memory.ladder import Form, rungs, suits
from quizapp.core.memory.leeches import is_aside
from quizapp.core.memory.pace import minutes
from quizapp.core.memory.state import stabilities_passed
from quizapp.errors import NothingToAsk
from quizapp.library.shelf import Shelf
from quizapp.library.sweeping import unswept
from quizapp.services.learners import LearnerId
from quizapp.services.papers import Paper, paper_of
from quizapp.services.quizzes import start_quiz
from quizapp.services.settings import change_settings, zone_at
from quizapp.services.views import Started, Waiting
from quizapp.store.attempts import attempt_started_with
from quizapp.store.memories import (
    MOST_COUNTED,
    KeptMemory,
    count_of,
    due_of,
    due_slots,
    known_among,
    next_due,
)
from quizapp.store.settings import PRESET, zones_of

#: A sitting ends after so many questions: about five minutes.
SITTING: Final = 20
#: Of these so many ask for what was never asked before: fewer where much is due.
_NEW: Final = range(5, 11)
#: So many slots are looked at for each that is asked: some have no item that may stand beside.
_LOOKED_AT: Final = 2
#: What was never asked is looked for among so many slots, so many at once.
_SEARCHED: Final = 5_000
_AT_ONCE: Final = 500


def day_of(session: Session, *, learner_id: LearnerId | None, now: datetime) -> date:
    """Return the study day of a learner; of a stranger that of UTC."""
    return now.date() if learner_id is None else study_day(now, zone_at(session, learner_id, now))


def slots_due(
    session: Session, *, learner_id: LearnerId | None, now: datetime
) -> Mapping[str, Sequence[str]]:
    """Return the slots that are due for a learner, by the id of their set; of whatever set."""
    if learner_id is None:
        return {}
    day = day_of(session, learner_id=learner_id, now=now)
    found: dict[str, list[str]] = {}
    for set_id, slot in due_slots(session, learner_id, day=day):
        found.setdefault(set_id, []).append(slot)
    return found


def count_due(shelf: Shelf, slots: Iterable[str]) -> int:
    """Return how many slots are due, of those that the set still asks."""
    return sum(slot in shelf.slots for slot in slots)


@dataclass(frozen=True, slots=True)
class Stock:
    """What of a set a learner may be asked on a study day.

    Attributes:
        due: memories of slots that are due, the least remembered first.
        new: slot keys that were never asked, in the order of the set: as many as a sitting needs.
        unasked: how many there are in all.
        aside: memories of slots that slip again and again, and rest; the longest waiting first.
        later: the next day on which something falls due, and how much; None where nothing will.
    """

    day: date
    due: Sequence[KeptMemory]
    new: Sequence[str]
    unasked: int
    aside: Sequence[KeptMemory]
    later: tuple[date, int] | None


def stock(session: Session, *, learner_id: LearnerId | None, shelf: Shelf, now: datetime) -> Stock:
    """Return what of a set a learner may be asked now."""
    if learner_id is None:
        return stock_of_newcomer(shelf, now=now)
    day = day_of(session, learner_id=learner_id, now=now)
    asked, set_id = shelf.slots, shelf.bank.set_id
    found = due_of(session, learner_id, set_id, day=day, most=MOST_COUNTED)
    mine = [one for one in found if one.slot in asked]
    aside = tuple(one for one in mine if is_aside(one.memory, day))
    due = [one for one in mine if not is_aside(one.memory, day)]
    ranked = sorted(due, key=lambda one: (-stabilities_passed(one.memory, day), one.slot))
    known = count_of(session, learner_id, set_id)
    return Stock(
        day=day,
        due=tuple(ranked),
        new=_unasked(session, learner_id, asked, known),
        unasked=max(len(asked) - known, 0),
        aside=aside,
        later=next_due(session, learner_id, set_id, day=day),
    )


def stock_of_newcomer(shelf: Shelf, *, now: datetime) -> Stock:
    """Return what of a set somebody may be asked who was never asked anything."""
    first = tuple(islice(shelf.slots, _LOOKED_AT * _NEW[-1]))
    return Stock(now.date(), (), first, len(shelf.slots), (), None)


def waiting(found: Stock) -> Waiting:
    """Return how much there is to practise."""
    due = len(found.due)
    questions = min(due + min(len(found.new), _new(due)), SITTING)
    next_day, next_count = found.later or (None, 0)
    return Waiting(
        due=due,
        new=found.unasked,
        questions=questions,
        minutes=minutes(questions),
        aside=len(found.aside),
        next_due=next_day,
        next_count=next_count,
    )


def compose_sitting(shelf: Shelf, found: Stock, *, today: date, seed: int) -> Paper:
    """Return a paper of what is due, the least remembered first, and of some that is new.

    Each slot is asked in a form that suits its memory, and not by the item that asked for it last.

    Args:
        today: nothing rests on facts that should have been looked at again before.

    Raises:
        NothingToAsk: nothing is due and nothing is new.
    """
    rng = Random(seed)
    choice = partial(
        _choice,
        shelf,
        asked=frozenset(one.slot for one in found.due),
        stale=shelf.bank.stale(today),
        day=found.day,
        rng=rng,
    )
    size = waiting(found).questions
    choices: list[list[list[Item]]] = []
    items: tuple[Item, ...] = ()
    in_turn = list(_slots(found))
    # Most slots find a seat: those in reserve are looked at only where some did not.
    with unswept():
        for some in (in_turn[:SITTING], in_turn[SITTING:]):
            if len(items) < size:
                choices += [choice(*one) for one in some]
                pool = {item.id: item for groups in choices for item in chain.from_iterable(groups)}
                table = Table(tuple(pool.values()), shelf.bank, feedback_each=True)
                items = table.in_turn(choices, size=size, rng=rng)
    if not items:
        raise NothingToAsk(f"Nothing of the set “{shelf.bank.title}” is due: come back tomorrow.")
    return sitting_paper(shelf, items, seed=seed)


def sitting_paper(shelf: Shelf, items: Sequence[Item], *, seed: int) -> Paper:
    """Return a paper of these items, in order, that is taken as a sitting.

    Args:
        seed: what they were drawn with.
    """
    paper = paper_of(shelf, items, size=len(items), feedback_each=True, seed=seed, wanted=MIXED)
    return replace(paper, settings={**paper.settings, "practice": True})


def start_sitting(
    session: Session,
    *,
    learner_id: LearnerId | None,
    paper: Paper,
    start_key: str,
    zone: str | None,
    now: datetime,
) -> Started:
    """Store a new sitting, and for a newcomer a guest learner (a write); see ``start_quiz``.

    Args:
        zone: the time zone of the browser, if it says one: taken where the learner chose none.

    Raises:
        InvalidResponse, SubmissionConflict: as ``start_quiz``.
    """
    started = start_quiz(session, learner_id=learner_id, paper=paper, start_key=start_key, now=now)
    attempt = attempt_started_with(session, start_key)
    if zone and attempt and not zones_of(session, attempt.learner_id):
        wanted = replace(PRESET, zone=zone)
        change_settings(session, learner_id=attempt.learner_id, wanted=wanted, now=now)
    return started


def _new(due: int) -> int:
    """Return how many new slots a sitting asks for beside those that are due."""
    return min(max(SITTING - due, _NEW[0]), _NEW[-1])


def _unasked(
    session: Session, learner_id: LearnerId, asked: Mapping[str, str], known: int
) -> tuple[str, ...]:
    """Return slot keys that were never asked, in the order of the set, as far as one looks.

    They are learnt in that order, so that those behind as many as are known come first; what a
    quiz asked out of turn leaves others before, which are found when the end was reached.
    """
    keys = list(asked)
    begin = min(known, len(keys) - 1)
    found: list[int] = []
    for first in range(begin, begin + min(len(keys), _SEARCHED), _AT_ONCE):
        places = range(first, min(first + _AT_ONCE, begin + len(keys)))
        there = known_among(session, learner_id, [keys[place % len(keys)] for place in places])
        found += [place for place in places if keys[place % len(keys)] not in there]
        if len(found) >= _LOOKED_AT * _NEW[-1]:
            break
    wanted = (place % len(keys) for place in found[: _LOOKED_AT * _NEW[-1]])
    return tuple(keys[place] for place in sorted(wanted))


def _slots(found: Stock) -> Iterator[tuple[str, KeptMemory | None]]:
    """Yield slot keys with their memories: those that are due, then those that are new.

    Where much is due, some new ones come all the same: else a set would never be finished.
    """
    new = min(_new(len(found.due)), len(found.new))
    first = SITTING - new
    yield from ((one.slot, one) for one in found.due[:first])
    yield from ((key, None) for key in found.new[:new])
    yield from ((one.slot, one) for one in found.due[first : _LOOKED_AT * SITTING])
    yield from ((key, None) for key in found.new[new:])


def _choice(
    shelf: Shelf,
    key: str,
    kept: KeptMemory | None,
    *,
    asked: frozenset[str],
    stale: frozenset[str],
    day: date,
    rng: Random,
) -> list[list[Item]]:
    """Return the items that may ask for a slot, in groups, those first that suit its memory.

    Args:
        asked: slot keys that an item may ask for beside: those that are due.
    """
    memory = None if kept is None else kept.memory
    forms = [
        Form(item, item.format, float(item.guess), len({*item.tests} - asked - {key}))
        for item in shelf.forms_of(key, suits=partial(suits, memory=memory), rng=rng)
        if not item.rests_on(stale) and (kept is None or item.id != kept.last_item)
    ]
    return rungs(forms, memory, day)
