"""What holds whatever the facts: on random worlds, of which the fact bases tell a part.

``make long`` runs the same laws on many more worlds.
"""

import random
from collections import Counter
from functools import cache, lru_cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.reader import read_set
from quizapp.core.facts.sameness import representatives
from quizapp.core.items.assemble import assemble, most
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints import first_complaint
from quizapp.core.proof.clash import clashes
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Rule
from quizapp.core.text.wording import Wording
from quizapp.library.wording import load_wording
from tests.core.items.handmade import bank, choosing
from tests.core.worlds import laws
from tests.core.worlds.claims import claims_of
from tests.core.worlds.compiled import bank_of
from tests.core.worlds.strategies import telling_number, tellings
from tests.core.worlds.telling import Telling
from tests.core.worlds.written import files_of, text_of

SEEDS = st.integers(0, 2**16)
short = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
#: The laws of items share their worlds: to make all items of one takes half a second.
NUMBERED = st.integers(0, 31).map(telling_number)
few = settings(short, max_examples=32, phases=(Phase.explicit, Phase.generate))
long = settings(short, max_examples=4_000, derandomize=False)

#: The values that a fair draw exceeds once in a thousand times, by the number of positions
#: (Pearson and Hartley 1966, Biometrika Tables for Statisticians, table 8; one degree less).
CHI_SQUARE = {2: 10.828, 3: 13.816, 4: 16.266, 5: 18.467}

#: Options without an order of their own, so that they are shuffled.
NAMES = ("oak", "elm", "ash", "fir", "yew")


@cache
def english() -> Wording:
    return load_wording()


@lru_cache(maxsize=64)
def pool_of(known: Bank) -> tuple[Item, ...]:
    return tuple(items(Context(known, english())))


def kernels_obey(telling: Telling, seed: int) -> None:
    laws.what_is_decided_is_so(telling, Kernel.of_bank)
    laws.more_facts_change_no_verdict(telling, Kernel.of_bank, seed)
    laws.doubt_only_takes_away(telling, Kernel.of_bank, seed)
    laws.ids_decide_nothing(telling, Kernel.of_bank, seed)


def items_obey(telling: Telling, seed: int) -> None:
    laws.items_are_so(telling, pool_of)
    laws.ids_choose_nothing(telling, pool_of, seed)


# --- the kernel ---


@short
@given(tellings())
def test_what_the_kernel_decides_is_so_in_the_world(telling: Telling) -> None:
    laws.what_is_decided_is_so(telling, Kernel.of_bank)


@short
@given(tellings(), SEEDS)
def test_more_facts_of_one_world_turn_no_verdict(telling: Telling, seed: int) -> None:
    laws.more_facts_change_no_verdict(telling, Kernel.of_bank, seed)


@short
@given(tellings(), SEEDS)
def test_doubt_and_open_lists_only_take_verdicts_away(telling: Telling, seed: int) -> None:
    laws.doubt_only_takes_away(telling, Kernel.of_bank, seed)


@short
@given(tellings(), SEEDS)
def test_renaming_ids_changes_no_status(telling: Telling, seed: int) -> None:
    laws.ids_decide_nothing(telling, Kernel.of_bank, seed)


@short
@given(tellings())
def test_facts_that_are_so_in_one_world_never_clash(telling: Telling) -> None:
    assert clashes(bank_of(telling)) == ()


def test_every_rule_of_the_kernel_is_met_in_the_worlds() -> None:
    """A kernel that never decides would keep every law."""
    met: set[Rule] = set()
    for number in range(40):
        known = bank_of(telling_number(number))
        kernel = Kernel.of_bank(known)
        met |= {kernel.decide(claim).rule for claim in claims_of(known)}

    # Numbers are not in the worlds: they have tests with figures of their own.
    assert met == set(Rule) - {Rule.AMOUNT, Rule.BOUND}


# --- the reader ---


@short
@given(tellings())
def test_the_text_of_a_set_reads_as_what_it_was_written_from(telling: Telling) -> None:
    direct = bank_of(telling)

    read = read_set("world.yaml", text_of(telling), files_of(telling).get)

    assert _claims(read) == _claims(direct)
    assert _lists(read) == _lists(direct)
    one, other = Kernel.of_bank(read), Kernel.of_bank(direct)
    assert [one.status(claim) for claim in claims_of(direct)] == [
        other.status(claim) for claim in claims_of(direct)
    ]


def _lists(bank: Bank) -> set[tuple[object, ...]]:
    """Return what is closed; under which id, in which order, and by which fact is no matter."""
    one_of = representatives(bank.entities)
    return {
        (
            one.relation,
            one_of.get(one.subject, one.subject),
            frozenset(one.listed),
            one.inverse,
            one.at,
        )
        for one in bank.closures
    }


def _claims(known: Bank) -> Counter[tuple[object, ...]]:
    return Counter((atom.claim, atom.fact, atom.slot) for atom in known.atoms)


# --- items ---


@few
@given(NUMBERED)
def test_every_option_of_every_item_is_decided_as_it_is_in_the_world(telling: Telling) -> None:
    laws.items_are_so(telling, pool_of)


@few
@given(NUMBERED)
def test_items_of_a_set_that_was_read_from_text_are_so_too(telling: Telling) -> None:
    read = read_set("world.yaml", text_of(telling), files_of(telling).get)

    assert {item.stem for item in pool_of(read)} == {
        item.stem for item in pool_of(bank_of(telling))
    }


@few
@given(NUMBERED, SEEDS)
def test_renaming_ids_changes_neither_what_is_asked_nor_what_is_right(
    telling: Telling, seed: int
) -> None:
    laws.ids_choose_nothing(telling, pool_of, seed)


@few
@given(NUMBERED)
def test_no_item_breaks_a_lint(telling: Telling) -> None:
    known = bank_of(telling)

    complaints = {first_complaint(item, known) for item in pool_of(known)}

    assert complaints <= {None}


def test_every_kind_is_met_in_the_worlds() -> None:
    """Kinds that never ask would keep every law."""
    met = {item.kind for number in range(32) for item in pool_of(bank_of(telling_number(number)))}

    # What authors write by hand is not in the worlds: nothing of it is proved. Amounts and reasons
    # are not either: the oracle's random sets have them.
    beside = {"written", "number", "assertion_reason", "statement_one_two"}
    assert met == {kind.name for kind in KINDS} - beside


# --- quizzes ---


@few
@given(NUMBERED, SEEDS, st.booleans(), st.sampled_from((5, 10, None)))
def test_no_quiz_holds_enemies(
    telling: Telling, seed: int, feedback_each: bool, size: int | None
) -> None:
    known = bank_of(telling)
    pool = pool_of(known)

    quiz = assemble(pool, known, size=size, feedback_each=feedback_each, rng=random.Random(seed))

    laws.no_two_are_enemies(quiz, known, feedback_each=feedback_each)
    assert size is not None or len(quiz) == most(pool, known, feedback_each=feedback_each)


@pytest.mark.parametrize("options", [2, 3, 4, 5])
def test_keys_stand_in_every_position_equally_often_over_many_quizzes(options: int) -> None:
    made = [choosing(f"{number}?", *NAMES[:options]) for number in range(7)]
    rng = random.Random(1)
    counted: Counter[tuple[object, ...]] = Counter()
    while counted.total() < 10_000:
        quiz = assemble(made, bank(), size=6, feedback_each=False, rng=rng)
        counted.update(item.key for item in quiz)

    assert laws.chi_square([counted[(place,)] for place in range(options)]) < CHI_SQUARE[options]


# --- the long size ---


@pytest.mark.long
@long
@given(tellings(most_things=8), SEEDS)
def test_kernels_obey_every_law_on_many_worlds(telling: Telling, seed: int) -> None:
    kernels_obey(telling, seed)


@pytest.mark.long
@settings(long, max_examples=1_500)
@given(tellings(), SEEDS)
def test_items_obey_every_law_on_many_worlds(telling: Telling, seed: int) -> None:
    items_obey(telling, seed)
