"""Drills: two things that are mixed up, both to choose from, each right about as often."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given

from quizapp import paths
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Status
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.lints.register import complaints
from quizapp.core.memory.confusions import confusable, ends
from quizapp.core.memory.drill import DRILL, Drilling, drill, slots_by_thing
from quizapp.core.memory.evidence import UNREVIEWED, retrieved_if_right
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.outcomes import part_outcomes
from quizapp.core.proof.kernel import Kernel
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording
from tests.core.items import bundled
from tests.core.items.posing import context as small_context
from tests.core.test_properties import english, few
from tests.core.worlds import laws
from tests.core.worlds.strategies import tellings
from tests.core.worlds.telling import Telling

MINISTERS = ("austin", "blinken")
SPEAKERS = ("jaishankar", "kwatra")
OFFICES = ("secdef", "secstate")
TERMS = ("state-visit", "two-plus-two")
PAIRS = (MINISTERS, SPEAKERS, OFFICES, TERMS)
#: Of a table with nearly two hundred rows: a fraction of them is looked at for any one question.
COUNTRIES = (("afghanistan", "albania"), ("asia", "europe"), ("abuja", "abu-dhabi"))
NOTHING: frozenset[str] = frozenset()


@cache
def large() -> tuple[Context, Asks]:
    context = Context(load_set(paths.QUESTIONS / "countries-of-the-world.yaml"), load_wording())
    return context, Asks(context)


@cache
def asks() -> Asks:
    return Asks(bundled.context())


def drilled(
    pair: tuple[str, str],
    seed: int = 0,
    *,
    of: tuple[Context, Asks] | None = None,
    last: Mapping[str, str] | None = None,
    stale: frozenset[str] = NOTHING,
) -> tuple[Item, ...]:
    """Return a drill of the bundled set; of each slot in the order of the set."""
    context, every = of or (bundled.context(), asks())
    slots = slots_by_thing(context.bank)
    sides = [
        [(slot, (last or {}).get(slot, "")) for slot in slots.get(thing, ())] for thing in pair
    ]
    drilling = Drilling(context, every, pair)
    return drill(drilling, context.bank, sides, stale=stale, rng=random.Random(seed))


def rights(pair: tuple[str, str], found: Iterable[Item]) -> Counter[str | None]:
    drilling = Drilling(bundled.context(), asks(), pair)
    return Counter(map(drilling.right, found))


def text_of(item: Item) -> frozenset[str]:
    return frozenset(option.text for option in item.options)


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_the_two_are_all_the_options_and_each_is_right_about_as_often(pair) -> None:
    for seed in range(20):
        found = drilled(pair, seed)

        counts = rights(pair, found)
        assert set(counts) == set(pair)
        assert max(counts.values()) - min(counts.values()) <= 1
        assert {len(item.options) for item in found} == {2}
        assert 2 <= len(found) <= DRILL


def test_of_people_the_options_are_their_names() -> None:
    names = {bundled.names(*SPEAKERS) == set(text_of(item)) for item in drilled(SPEAKERS)}

    assert names == {True}


def test_where_there_is_much_to_ask_a_drill_has_ten_questions_of_several_kinds() -> None:
    found = drilled(COUNTRIES[1], of=large())

    assert len(found) == DRILL
    assert len({item.kind for item in found}) >= 2


@pytest.mark.parametrize("pair", COUNTRIES, ids=" ".join)
def test_in_a_large_set_the_other_is_found_among_hundreds(pair) -> None:
    found = drilled(pair, of=large())

    drilling = Drilling(*large(), pair)
    assert {drilling.right(item) for item in found} == set(pair)


def test_the_key_stands_in_both_places_and_not_in_turn() -> None:
    places = ["".join(str(item.key[0]) for item in drilled(SPEAKERS, seed)) for seed in range(40)]

    for one in places:
        assert abs(one.count("0") - one.count("1")) <= 1
    for seed in range(5):  # here more find a seat than are asked
        keys = [item.key[0] for item in drilled(COUNTRIES[1], seed, of=large())]
        assert (keys.count(0), keys.count(1)) == (5, 5)
    assert len(set(places)) > 20
    assert any("00" in one or "11" in one for one in places)


def test_what_is_right_comes_in_no_order() -> None:
    drilling = Drilling(bundled.context(), asks(), SPEAKERS)

    orders = {tuple(map(drilling.right, drilled(SPEAKERS, seed))) for seed in range(40)}

    assert len(orders) > 20


def test_no_slot_is_asked_twice_and_no_item_answers_another() -> None:
    for pair in PAIRS:
        for seed in range(10):
            found = drilled(pair, seed)
            slots = Counter(slot for item in found for slot in item.tests)
            assert set(slots.values()) == {1}
            laws.no_two_are_enemies(found, bundled.context().bank, feedback_each=False)


@pytest.mark.parametrize("pair", [COUNTRIES[0], ("paraguay", "uruguay")], ids=" ".join)
def test_where_both_have_facts_enough_no_proof_tells_what_is_asked_later(pair) -> None:
    for seed in range(5):
        found = drilled(pair, seed, of=large())

        assert len(found) >= 4
        laws.no_two_are_enemies(found, large()[0].bank, feedback_each=True)


def test_the_same_seed_gives_the_same_drill() -> None:
    assert drilled(SPEAKERS, 7) == drilled(SPEAKERS, 7)
    assert drilled(SPEAKERS, 7) != drilled(SPEAKERS, 8)


def test_of_two_of_which_one_is_never_right_there_is_no_drill() -> None:
    assert slots_by_thing(bundled.context().bank).get("canada") is None
    assert drilled(("canada", "india")) == ()
    assert drilled(("india", "nobody")) == ()


def test_nothing_rests_on_what_is_stale() -> None:
    whole = {slot.split("/")[1] for item in drilled(OFFICES) for slot in item.tests}
    assert whole == {"office-sd", "office-ss"}

    assert drilled(OFFICES, stale=frozenset(("office-sd",))) == ()


def test_the_item_that_asked_last_comes_only_where_there_is_no_other() -> None:
    everything = {seed: drilled(COUNTRIES[0], seed, of=large()) for seed in range(8)}
    kinds = {slot: set[str]() for found in everything.values() for slot in map(slot_of, found)}
    for found in everything.values():
        for item in found:
            kinds[slot_of(item)].add(item.id)
    last = {slot: min(ids) for slot, ids in kinds.items() if len(ids) > 1}
    assert len(last) >= 4

    again = [drilled(COUNTRIES[0], seed, of=large(), last=last) for seed in range(8)]
    alone = {slot_of(item): item.id for item in drilled(OFFICES)}

    assert not {item.id for found in again for item in found} & set(last.values())
    assert {slot_of(item): item.id for item in drilled(OFFICES, last=alone)} == alone


def slot_of(item: Item) -> str:
    (key,) = item.tests
    return key.partition("/")[2]


def test_memory_counts_a_guess_as_one_half() -> None:
    for item in drilled(SPEAKERS):
        (outcome,) = part_outcomes(item, (str(item.key[0]),))

        assert item.guess == Fraction(1, 2)
        assert FORMS[item.format].guess(outcome.options) == 0.5
    assert retrieved_if_right(UNREVIEWED, FORMS["choice"], 0.5) == pytest.approx(0.435, abs=5e-4)


# --- proof ---


def every_drilled(context: Context, every: Asks) -> Iterator[Item]:
    """Yield all items of the drills of all pairs of one sort."""
    told = slots_by_thing(context.bank)
    rng = random.Random(1)
    for pair in combinations(told, 2):
        one, other = (context.bank.entities[thing] for thing in pair)
        if (one.section, one.kind) == (other.section, other.kind):
            drilling = Drilling(context, every, pair)
            for slot in dict.fromkeys((*told[one.id], *told[other.id])):
                yield from drilling.of_slot(slot, rng)


def test_every_option_is_decided_by_a_kernel_of_the_facts_alone() -> None:
    bank = bundled.context().bank
    kernel = Kernel.of_bank(bank)
    found = list(every_drilled(bundled.context(), asks()))

    assert len(found) > 50
    for item in found:
        for option in item.options:
            (claim,) = option.claims
            wanted = Status.TRUE if option.right else Status.FALSE
            assert kernel.status(claim) is wanted, item


def test_they_keep_every_rule_but_that_of_the_fewest_options() -> None:
    bank = bundled.context().bank

    broken = {
        name
        for item in every_drilled(bundled.context(), asks())
        for name, _ in complaints(item, bank)
    }

    assert broken == {"guess_value"}


def test_where_two_may_not_stand_alone_they_stand_in_no_item_of_the_set() -> None:
    """Else an item with a third option would have to be drawn instead."""
    things = Drilling(bundled.context(), asks(), SPEAKERS)._things
    context, rng = bundled.context(), random.Random(1)
    asked = 0

    for item in items(context):
        for one in confusable(item):
            right, wrong = map(things.of, ends(one.right, one.chosen) or ("", ""))
            if right and wrong and right != wrong:
                slots = [slot.partition("/")[2] for slot in item.tests]
                drilling = Drilling(context, asks(), (right, wrong))
                assert any(drilling.of_slot(slot, rng) for slot in slots), item
                asked += 1

    assert asked > 100


@few
@given(tellings())
def test_in_any_world_every_option_is_as_it_is_in_the_world(telling: Telling) -> None:
    def pool_of(bank: Bank) -> list[Item]:
        context = Context(bank, english())
        return list(every_drilled(context, Asks(context)))

    laws.items_are_so(telling, pool_of)


# --- drawing ---


def test_drawing_leaves_the_context_as_it_was() -> None:
    context = small_context()

    other = context.drawing(frozenset(("ana", "ben")), replace(context.profile, options=2))

    assert (context.rivals, context.profile.options) == (NOTHING, 4)
    assert other.rivals_of("ana") == {"ben"}
    assert other.rivals_of("cy") is None
    assert context.rivals_of("cy") == NOTHING
