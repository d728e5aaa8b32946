"""Tests of the tests: each planted bug breaks a law within a bounded number of worlds.

Here alone our own modules are patched, to plant the bugs.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items import context as items_context
from quizapp.core.items import positions
from quizapp.core.items.assemble import assemble
from quizapp.core.items.bodies import chosen
from quizapp.core.items.context import Context
from quizapp.core.items.enemies import Enemies
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Rule, Verdict
from quizapp.library.wording import load_wording
from tests.core.items.handmade import bank, choosing
from tests.core.worlds import laws
from tests.core.worlds.compiled import bank_of
from tests.core.worlds.planted import KERNELS
from tests.core.worlds.strategies import telling_number
from tests.core.worlds.telling import Telling

#: So many worlds are tried before a bug counts as missed.
WORLDS = 400
ENGLISH = load_wording()


def first_world_that_breaks(law: Callable[[Telling], None]) -> int | None:
    """Return the number of the first world on which a law fails, or None."""
    for number in range(WORLDS):
        try:
            law(telling_number(number))
        except AssertionError:
            return number
    return None


@pytest.mark.parametrize("bug", KERNELS)
def test_a_planted_bug_of_the_kernel_is_caught(bug: str) -> None:
    law, kernel_of = KERNELS[bug]

    assert first_world_that_breaks(lambda telling: law(telling, kernel_of)) is not None


# --- items ---


class GuessingKernel(Kernel):
    """Takes for false whatever is not known to be true."""

    def decide(self, claim: Claim) -> Verdict:
        verdict = super().decide(claim)
        if verdict.status is not Status.UNKNOWN:
            return verdict
        return Verdict(Status.FALSE if claim.holds else Status.TRUE, Rule.CLOSED_LIST)


class DerivingKernel(Kernel):
    """Does not tell what is stated from what only follows by a part of it (R6)."""

    def decide(self, claim: Claim) -> Verdict:
        verdict = super().decide(claim)
        return replace(verdict, rule=Rule.STATED) if verdict.rule is Rule.WHOLE else verdict


def pool_of(
    known: Bank,
    kernel_of: Callable[[Bank], Kernel] = Kernel.of_bank,
    kinds: Iterable[ItemKind] = KINDS,
) -> tuple[Item, ...]:
    return tuple(items(Context(known, ENGLISH, kernel_of(known)), kinds=kinds))


@pytest.fixture
def no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the words of the proof, which know no reason for what is not decided."""
    monkeypatch.setattr(items_context, "why", lambda *_, **__: "")


@pytest.mark.usefixtures("no_reasons")
@pytest.mark.parametrize(
    ("kernel", "kind"), [(GuessingKernel, "who_said"), (DerivingKernel, "multi_select")]
)
def test_items_made_with_a_wrong_kernel_are_caught(kernel: type[Kernel], kind: str) -> None:
    kinds = [one for one in KINDS if one.name == kind]

    def law(telling: Telling) -> None:
        laws.items_are_so(telling, lambda known: pool_of(known, kernel.of_bank, kinds))

    assert first_world_that_breaks(law) is not None


@pytest.mark.usefixtures("no_reasons")
def test_items_whose_options_nobody_judged_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_known_true(context: Context, claim: Claim) -> bool:
        return context.kernel.status(claim) is not Status.TRUE

    def unjudged(context: Context, claim: Claim, holds: bool) -> Verdict:
        return context.kernel.decide(claim)

    monkeypatch.setattr(Context, "is_false", not_known_true)
    monkeypatch.setattr(chosen, "judged", unjudged)

    assert first_world_that_breaks(lambda told: laws.items_are_so(told, pool_of)) is not None


def test_candidates_chosen_by_their_ids_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    fair = Context.same_sort

    def by_id(context: Context, key: str, wrong: Callable[[str], bool]) -> tuple[str, ...]:
        return tuple(id_ for id_ in fair(context, key, wrong) if id_ > key)

    monkeypatch.setattr(Context, "same_sort", by_id)

    assert first_world_that_breaks(lambda told: laws.ids_choose_nothing(told, pool_of)) is not None


# --- quizzes ---


def of_no_use(*_: object, **__: object) -> None:
    """Do nothing."""


def nothing_decided(_: Enemies, assumed: Iterable[object]) -> list[int]:
    return [0 for _claims in assumed]


def no_groups(_: Enemies) -> list[int]:
    return []


@pytest.mark.parametrize(
    ("feedback_each", "part", "instead", "size"),
    [
        # Without groups nearly all items would sit together.
        (False, "_groups", no_groups, 40),
        (False, "_decided", nothing_decided, None),
        (True, "_add_feedback", of_no_use, None),
    ],
)
def test_quizzes_with_a_forgotten_enmity_are_caught(
    feedback_each: bool,
    part: str,
    instead: object,
    size: int | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Enemies, part, instead)

    def law(telling: Telling) -> None:
        known = bank_of(telling)
        quiz = assemble(
            pool_of(known),
            known,
            size=size,
            feedback_each=feedback_each,
            rng=random.Random(0),
        )
        laws.no_two_are_enemies(quiz, known, feedback_each=feedback_each)

    assert first_world_that_breaks(law) is not None


def test_keys_dealt_from_an_unshuffled_deck_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def unshuffled(count: int, cards: int, rng: random.Random) -> list[int]:
        return list(range(count)) * -(-cards // count)

    monkeypatch.setattr(positions, "_deck", unshuffled)
    made = [choosing(f"{number}?", "a", "b", "c", "d") for number in range(7)]
    rng = random.Random(1)
    counts = [0, 0, 0, 0]
    for _ in range(500):
        for item in assemble(made, bank(), size=6, feedback_each=False, rng=rng):
            (key,) = item.key
            counts[int(key)] += 1

    assert laws.chi_square(counts) > 16.266
