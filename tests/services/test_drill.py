"""Drills: whoever takes two things for each other is asked about just these two."""

from collections import Counter
from datetime import timedelta

import pytest

from quizapp import paths
from quizapp.core.memory.confusions import Pair
from quizapp.core.memory.drill import slots_by_thing
from quizapp.core.memory.leeches import LAPSES
from quizapp.core.memory.state import Memory
from quizapp.errors import NothingToAsk
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.drill import Mixed, compose_drill, mixed
from quizapp.services.known import known
from quizapp.services.leeches import MOST, leeches
from quizapp.services.practice import start_sitting, stock
from quizapp.services.tokens import new_token
from quizapp.store.memories import KeptMemory
from tests import make
from tests.core.items import bundled
from tests.services.acting import see, send
from tests.services.knowing import answered
from tests.services.memories import memories
from tests.services.mixing import BUNDLE, NAMES, choices, mix_up
from tests.services.test_practice import TODAY, remember

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    found = Shelf(load_set(paths.QUESTIONS / f"{bundled.SET}.yaml"), load_wording())
    found.count()
    return found


def pairs_of(session, person, shelf, now):
    return known(session, learner_id=person.id, shelf=shelf, now=now).answers.confusions


def pair_of(session, person, shelf, now, names=NAMES):
    one, other = names
    return mixed(session, learner_id=person.id, shelf=shelf, one=one, other=other, now=now)


def papered(session, person, shelf, now, seed=1):
    found = pair_of(session, person, shelf, now)
    return compose_drill(shelf, found, today=TODAY, seed=seed)


@pytest.mark.parametrize("seed", range(5))
def test_who_takes_two_people_for_each_other_finds_them_first(session, ana, now, shelf, seed):
    mix_up(session, ana, now, seed=seed)

    first, *others = pairs_of(session, ana, shelf, now)

    assert (first.one, first.other, first.has_drill) == (*NAMES, True)
    assert first.times >= 3
    assert all(one.times < first.times for one in others)


@pytest.mark.parametrize("seed", range(5))
def test_the_drill_asks_only_about_them_and_evenly(session, ana, now, shelf, seed):
    mix_up(session, ana, now, seed=seed)

    paper = papered(session, ana, shelf, now, seed)

    items = [entry.item for entry in paper.entries]
    assert all({option.text for option in item.options} == set(NAMES) for item in items)
    rights = Counter(item.options[item.key[0]].text for item in items)
    assert set(rights) == set(NAMES)
    assert abs(rights[NAMES[0]] - rights[NAMES[1]]) <= 1
    assert 6 <= len(items) <= 10


def _both(item):
    return set(NAMES) <= {option.text for option in item.options} and _right(item) in NAMES


def _right(item):
    return item.options[item.key[0]].text


def _other(item):
    return next(name for name in NAMES if name != _right(item))


def test_it_is_a_sitting_whose_answers_are_remembered(session, ana, now, shelf):
    mix_up(session, ana, now)
    paper = papered(session, ana, shelf, now)
    slot = paper.entries[0].item.tests[0]
    started = start_sitting(
        session, learner_id=ana.id, paper=paper, start_key=new_token(), zone=None, now=now
    )
    view = see(session, ana, started.attempt_id)
    before = memories(session, ana).get(slot)

    right = _right(paper.entries[0].item)
    send(session, ana, view, right, now=now + timedelta(seconds=9))

    after = see(session, ana, started.attempt_id)
    assert (view.practice, view.feedback_each, after.undo) == (True, True, 1)
    assert after.feedback is not None
    reps = 0 if before is None else before.memory.reps
    assert memories(session, ana)[slot].memory.reps == reps + 1


def test_nobody_is_drilled_on_what_others_mix_up(session, ana, ben, outsider, now, shelf):
    mix_up(session, ana, now)

    for person in (ben, outsider):
        with pytest.raises(NothingToAsk):
            pair_of(session, person, shelf, now)


@pytest.mark.parametrize("names", [NAMES[::-1], ("S. Jaishankar", "Nobody"), ("", "")])
def test_what_is_no_pair_of_ones_own_is_no_drill(session, ana, now, shelf, names):
    mix_up(session, ana, now)

    with pytest.raises(NothingToAsk):
        pair_of(session, ana, shelf, now, names)


def test_what_the_set_does_not_have_any_more_is_no_drill(session, ana, now, shelf):
    gone = make.item(set_id=bundled.SET, tests=(f"{bundled.SET}/gone/holder",))
    answered(session, ana, now, (gone, "Ben"), (gone, "Ben"), bundle=BUNDLE)

    (pair,) = pairs_of(session, ana, shelf, now)

    assert (pair.one, pair.other, pair.has_drill, pair.slot) == ("Ana", "Ben", False, None)
    with pytest.raises(NothingToAsk):
        pair_of(session, ana, shelf, now, ("Ana", "Ben"))


def test_of_a_pair_of_which_only_one_is_ever_right_the_page_says_so(session, ana, now, shelf):
    wanted = {"India", "Canada"}
    item = next(
        one
        for one in choices()
        if wanted <= {option.text for option in one.options} and _right(one) == "India"
    )
    answered(session, ana, now, *[(item, "Canada")] * 2, bundle=BUNDLE)

    (pair,) = pairs_of(session, ana, shelf, now)

    assert ({pair.one, pair.other}, pair.has_drill) == (wanted, False)
    assert f"{bundled.SET}/{pair.slot}" in item.tests
    found = pair_of(session, ana, shelf, now, (pair.one, pair.other))
    with pytest.raises(NothingToAsk):
        compose_drill(shelf, found, today=TODAY, seed=1)


CONTINENTS = ("asia", "europe")


@pytest.fixture(scope="module")
def large() -> Shelf:
    return Shelf(load_set(paths.QUESTIONS / "countries-of-the-world.yaml"), load_wording())


def asked(large, *, mixed_up=(), kept=()):
    """Return the slots of some drills, with how many of twenty asked each of them."""
    pair = Pair("Asia", "Europe", 2, CONTINENTS, frozenset(mixed_up))
    found = Mixed(pair, CONTINENTS, TODAY, {one.slot: one for one in kept})
    return Counter(
        slot
        for seed in range(20)
        for entry in compose_drill(large, found, today=TODAY, seed=seed).entries
        for slot in entry.item.tests
    )


def slots_of(large, thing):
    return [large.bank.slot_key(slot) for slot in slots_by_thing(large.bank)[thing]]


def test_it_begins_with_what_was_mixed_up(large):
    mixed_up = slots_of(large, "asia")[:2] + slots_of(large, "europe")[:2]

    counts = asked(large, mixed_up=mixed_up)

    assert [counts[slot] for slot in mixed_up] == [20] * 4


def test_then_comes_what_was_asked_before_the_least_remembered_first(large):
    known_ones = slots_of(large, "europe")[:12]
    kept = [_kept(slot, days) for days, slot in enumerate(known_ones, start=1)]

    counts = asked(large, kept=kept)

    least = known_ones[-5:]
    assert [counts[slot] for slot in least] == [20] * 5
    assert not any(counts[slot] for slot in set(slots_of(large, "europe")) - set(least))


def _kept(slot, days):
    return KeptMemory(slot, Memory(5.0, 5.0, TODAY - days * DAY), TODAY, "none")


# --- leeches ---


def slipping(session, person, shelf, now, slots):
    """Let somebody forget these again and again; return what a page offers instead."""
    known_ones = memories(session, person)
    fresh = [slot for slot in slots if slot not in known_ones]
    remember(session, person, fresh, stability=1.0, days=2, lapses=LAPSES)
    found = stock(session, learner_id=person.id, shelf=shelf, now=now)
    return leeches(session, learner_id=person.id, shelf=shelf, found=found)


def test_a_leech_leads_to_its_passage_and_to_the_drill_of_its_pair(session, ana, now, shelf):
    item = next(one for one in choices() if one.kind == "who_said" and _both(one))
    long_ago = now - timedelta(days=90)
    answered(session, ana, long_ago, *[(item, _other(item))] * 2, bundle=BUNDLE)
    for lapse in range(1, LAPSES + 1):
        again = long_ago + timedelta(days=20 * lapse)
        answered(session, ana, again, (item, _other(item)), bundle=BUNDLE)
    later = again + timedelta(days=3)

    found = stock(session, learner_id=ana.id, shelf=shelf, now=later)
    told = leeches(session, learner_id=ana.id, shelf=shelf, found=found)

    (fact,), (pair,) = told.facts, told.pairs
    assert f"{bundled.SET}/{fact.slot}" == item.tests[0]
    assert fact.paragraph is not None
    assert (pair.one, pair.other, pair.has_drill) == (*NAMES, True)


def test_a_leech_that_is_mixed_up_with_nothing_has_its_passage_alone(session, ana, now, shelf):
    mix_up(session, ana, now)
    asked = memories(session, ana)
    quiet = next(slot for slot in shelf.slots if slot not in asked)

    found = slipping(session, ana, shelf, now, [quiet])

    assert [f"{bundled.SET}/{one.slot}" for one in found.facts] == [quiet]
    assert found.pairs == ()


def test_a_page_names_a_few_leeches_only(session, ana, now, shelf):
    found = slipping(session, ana, shelf, now, list(shelf.slots)[:9])

    assert len(found.facts) == MOST
