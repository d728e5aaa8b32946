"""Sittings: what they ask for, in which forms, and how what is waiting is told."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from quizapp import paths
from quizapp.core.memory.ladder import recalls
from quizapp.core.memory.leeches import LAPSES
from quizapp.core.memory.state import Memory
from quizapp.errors import NothingToAsk
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.practice import (
    SITTING,
    compose_sitting,
    count_due,
    slots_due,
    start_sitting,
    stock,
    waiting,
)
from quizapp.services.settings import change_settings, settings
from quizapp.services.tokens import new_token
from quizapp.store.memories import KeptMemory, save_memories
from quizapp.store.settings import PRESET
from tests import make
from tests.services.acting import see

TODAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    found = Shelf(load_set(paths.QUESTIONS / "india-us-2plus2-2023.yaml"), load_wording())
    found.count()
    return found


@pytest.fixture(scope="module")
def large() -> Shelf:
    return Shelf(load_set(paths.QUESTIONS / "countries-of-the-world.yaml"), load_wording())


def remember(session, person, slots, *, stability=3.0, days=5, due=-1, lapses=0, item="none"):
    """Let somebody have been asked for slots so many days ago, due so many days from today."""
    last = TODAY - timedelta(days=days)
    memory = Memory(stability, 5.0, last, reps=lapses + 1, lapses=lapses)
    kept = [KeptMemory(slot, memory, TODAY + timedelta(days=due), item) for slot in slots]
    save_memories(session, person.id, kept, known={})


def look(session, person, shelf, now):
    return stock(session, learner_id=person.id, shelf=shelf, now=now)


def sitting(shelf, found, seed=1):
    paper = compose_sitting(shelf, found, today=TODAY, seed=seed)
    return [entry.item for entry in paper.entries]


def slots_of(items):
    return {slot for item in items for slot in item.tests}


def test_who_was_never_asked_begins_with_the_first_of_the_set(session, ana, now, shelf):
    found = look(session, ana, shelf, now)

    items = sitting(shelf, found)

    first = list(shelf.slots)[:20]
    assert (waiting(found).due, waiting(found).new) == (0, len(shelf.slots))
    assert len(items) == waiting(found).questions == 10
    assert sum(not slots_of([item]).isdisjoint(first) for item in items) == len(items)


def test_a_stranger_sees_the_same_as_who_was_never_asked(session, ana, outsider, now, shelf):
    assert look(session, outsider, shelf, now) == look(session, ana, shelf, now)


def test_what_is_due_comes_before_what_is_new(session, ana, now, shelf):
    slots = list(shelf.slots)[4::13]
    remember(session, ana, slots)

    found = look(session, ana, shelf, now)
    items = sitting(shelf, found)

    assert waiting(found).due == len(slots)
    assert waiting(found).new == len(shelf.slots) - len(slots)
    asked = slots_of(items) & set(slots)
    assert len(asked) >= len(slots) - 1  # one may be an enemy of another
    assert len(items) <= waiting(found).questions == len(slots) + 10


def test_where_much_is_due_some_new_ones_come_all_the_same(session, ana, now, large):
    slots = list(large.slots)[:60]
    remember(session, ana, slots)

    items = sitting(large, look(session, ana, large, now))

    new = [item for item in items if slots_of([item]).isdisjoint(slots)]
    assert len(items) == SITTING
    assert 1 <= len(new) <= 7


def test_the_least_remembered_come_first(session, ana, now, large):
    slots = Random(1).sample(list(large.slots), 60)
    remember(session, ana, slots[:50], stability=30.0)
    remember(session, ana, slots[50:], stability=0.5)

    found = look(session, ana, large, now)

    assert {one.slot for one in found.due[:10]} == set(slots[50:])


@pytest.mark.parametrize(("stability", "least", "most"), [(0.5, 0.0, 0.2), (30.0, 0.8, 1.0)])
def test_forms_climb_from_recognising_to_recalling(
    session, ana, now, large, stability, least, most
):
    slots = list(large.slots)[100:115]
    remember(session, ana, slots, stability=stability, days=40)

    items = sitting(large, look(session, ana, large, now))

    due = [item for item in items if not slots_of([item]).isdisjoint(slots)]
    share = sum(recalls(item.format) for item in due) / len(due)
    assert len(due) >= 10
    assert least <= share <= most


def test_forms_are_mixed(session, ana, now, shelf):
    remember(session, ana, list(shelf.slots)[:25], stability=5.0)

    kinds = Counter(
        item.kind
        for seed in range(3)
        for item in sitting(shelf, look(session, ana, shelf, now), seed)
    )

    assert len(kinds) >= 6
    assert kinds["true_false"] <= 0.45 * kinds.total()


def test_the_item_that_was_asked_last_is_not_asked_again(session, ana, now, shelf):
    last = {
        slot: next(one.id for one in shelf.items if one.tests == (slot,))
        for slot in [
            slot for slot in shelf.slots if any(one.tests == (slot,) for one in shelf.items)
        ]
    }
    for slot, item in list(last.items())[:20]:
        remember(session, ana, [slot], item=item)

    found = look(session, ana, shelf, now)
    asked = {item.id for seed in range(8) for item in sitting(shelf, found, seed)}

    assert asked.isdisjoint({one.last_item for one in found.due})


def test_no_two_of_a_sitting_are_siblings(session, ana, now, shelf):
    remember(session, ana, list(shelf.slots)[:40])

    for seed in range(5):
        items = sitting(shelf, look(session, ana, shelf, now), seed)
        counted = Counter(slot for item in items for slot in item.tests)
        assert set(counted.values()) == {1}


def test_what_slips_again_and_again_rests_for_a_week(session, ana, now, shelf):
    slipping, other = list(shelf.slots)[:2]
    remember(session, ana, [slipping], stability=1.0, days=3, lapses=LAPSES)
    remember(session, ana, [other], stability=1.0, days=3, lapses=LAPSES - 1)

    resting = look(session, ana, shelf, now)
    rested = look(session, ana, shelf, now + timedelta(days=4))

    assert (waiting(resting).aside, waiting(resting).due) == (1, 1)
    assert slipping not in slots_of(sitting(shelf, resting))
    assert (waiting(rested).aside, waiting(rested).due) == (0, 2)


def test_nothing_due_and_nothing_new_is_no_sitting(session, ana, now, shelf):
    remember(session, ana, list(shelf.slots), due=3)
    remember(session, ana, ["other/fact/part"])
    found = look(session, ana, shelf, now)

    told = waiting(found)
    with pytest.raises(NothingToAsk):
        sitting(shelf, found)

    assert (told.due, told.new, told.questions, told.minutes) == (0, 0, 0, 0)
    assert (told.next_due, told.next_count) == (TODAY + timedelta(days=3), len(shelf.slots))


def test_what_the_set_does_not_ask_any_more_is_not_due(session, ana, now, shelf):
    set_id = shelf.bank.set_id
    remember(session, ana, [f"{set_id}/gone/said", next(iter(shelf.slots)), "other/fact/part"])

    found = slots_due(session, learner_id=ana.id, now=now)
    counts = {set_id: count_due(shelf, found[set_id])}

    assert counts == {set_id: 1}
    assert waiting(look(session, ana, shelf, now)).due == 1
    assert slots_due(session, learner_id=None, now=now) == {}


def test_what_a_quiz_asked_out_of_turn_hides_nothing_new(session, ana, now, large):
    slots = list(large.slots)
    remember(session, ana, slots[3:], due=3)

    found = look(session, ana, large, now)

    assert list(found.new) == slots[:3]
    assert found.unasked == 3


# --- starting one ---


def start(session, person, shelf, now, zone=None):
    paper = compose_sitting(shelf, look(session, person, shelf, now), today=TODAY, seed=3)
    key = new_token()
    return start_sitting(
        session, learner_id=person.id, paper=paper, start_key=key, zone=zone, now=now
    )


def test_the_zone_of_the_browser_is_taken_where_none_was_chosen(session, ana, ben, now, shelf):
    change_settings(session, learner_id=ben.id, wanted=replace(PRESET, minutes=20), now=now)
    for person in (ana, ben):
        start(session, person, shelf, now, zone="Asia/Kolkata")

    assert settings(session, learner_id=ana.id).zone == "Asia/Kolkata"
    assert settings(session, learner_id=ben.id).zone == "UTC"


def test_the_same_seed_gives_the_same_sitting(session, ana, now, shelf, large):
    for one in (shelf, large):
        remember(session, ana, list(one.slots)[5:25])
        found = look(session, ana, one, now)
        assert sitting(one, found, 7) == sitting(one, found, 7)
        assert sitting(one, found, 7) != sitting(one, found, 8)


def test_an_attempt_that_is_no_sitting_takes_nothing_back(session, ana, now):
    attempt = make.attempt(session, ana, now)

    view = see(session, ana, attempt)

    assert (view.practice, view.undo) == (False, None)
