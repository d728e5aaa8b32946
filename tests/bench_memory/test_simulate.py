"""A course is what its parts say: forms, luck, what is asked, what is counted."""

import ast
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from bench.memory import policies, rules
from bench.memory.compare import POLICIES, at_minutes, difference
from bench.memory.forms import BELIEVED, CHOICE_HEAVY, MIXED, drawn, only_recall, varied
from bench.memory.policies import PerForm, Plan
from bench.memory.rules import Core, Fsrs, Leitner, Sm2, guess_corrected, plainly
from bench.memory.simulate import Course, course, expected_loss, respond
from quizapp.core.memory.evidence import Evidence, updated
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.state import Memory
from tests.bench_memory.made import SMALL, Fixed, someone


@pytest.mark.parametrize("form", BELIEVED)
def test_what_is_not_known_is_guessed_right_as_often_as_the_form_says(form: str) -> None:
    world, one = Fixed(SMALL.facts, 0.0), someone()
    cells = [(fact, day) for fact in range(SMALL.facts) for day in range(SMALL.days)]

    right = sum(respond(world, one, fact, form, day) for fact, day in cells)

    assert right / len(cells) == pytest.approx(BELIEVED[form].guess, abs=0.03)
    assert not any(retrieved for _fact, _day, retrieved, _gain in world.practised)


@pytest.mark.parametrize("form", BELIEVED)
def test_what_is_known_slips_as_often_as_the_form_says(form: str) -> None:
    world, one = Fixed(SMALL.facts, 1.0), someone()
    cells = [(fact, day) for fact in range(SMALL.facts) for day in range(SMALL.days)]

    right = sum(respond(world, one, fact, form, day) for fact, day in cells)

    assert right / len(cells) == pytest.approx(1 - BELIEVED[form].slip, abs=0.02)


@pytest.mark.parametrize("form", BELIEVED)
def test_believed_forms_are_those_of_the_core(form: str) -> None:
    core, true = FORMS[form], BELIEVED[form]

    assert (true.slip, true.advantage, true.gain) == (core.slip, core.advantage, core.gain)
    assert true.guess == core.guess({"choice": 4, "true_false": 2}.get(form, 0))


def test_varied_forms_lie_around_the_believed_ones() -> None:
    drawn_forms = [varied(Random(seed)) for seed in range(400)]

    for form, constants in BELIEVED.items():
        advantages = [forms[form].advantage for forms in drawn_forms]
        assert sum(advantages) / 400 == pytest.approx(constants.advantage, abs=0.05)
        assert all(forms[form].guess >= constants.guess for forms in drawn_forms)


@pytest.mark.parametrize("mix", [MIXED, CHOICE_HEAVY])
def test_forms_come_as_often_as_the_mix_says(mix: dict[str, float]) -> None:
    rng = Random(1)

    counts = Counter(drawn(mix, rng.random()) for _ in range(10_000))

    assert sum(mix.values()) == pytest.approx(1)
    assert {form: counts[form] / 10_000 for form in mix} == pytest.approx(mix, abs=0.02)


def test_of_a_mix_only_recall_or_only_recognition_is_kept() -> None:
    assert only_recall(MIXED, True) == pytest.approx({"typed": 25 / 45, "card": 20 / 45})
    assert only_recall(MIXED, False) == pytest.approx({"choice": 40 / 55, "true_false": 15 / 55})


@pytest.mark.parametrize("name", POLICIES)
def test_a_fact_is_asked_once_a_day_and_few_are_begun(name: str) -> None:
    one = someone()
    policy = POLICIES[name](Plan(SMALL.facts, SMALL.new_a_day, 0.9, MIXED, one.luck.forms))
    begun: set[int] = set()

    for day in range(SMALL.days):
        asked = [fact for fact, _form in policy.asked(day)]
        assert len(asked) == len(set(asked))
        assert len(set(asked) - begun) <= SMALL.new_a_day
        begun |= set(asked)
        for fact, form in policy.asked(day):
            policy.answered(fact, form, day, right=day % 3 > 0)


@pytest.mark.parametrize(("facts_first", "begun"), [(True, 30), (False, 12)])
def test_cards_are_begun_by_facts_or_by_forms(facts_first: bool, begun: int) -> None:
    one = someone()
    plan = Plan(SMALL.facts, SMALL.new_a_day, 0.9, MIXED, one.luck.forms)
    policy = PerForm(Fsrs(plainly), plan, facts_first=facts_first)
    facts = set()

    for day in range(12):
        for fact, form in policy.asked(day):
            facts.add(fact)
            policy.answered(fact, form, day, right=True)

    # Three a day: 36 cards are one of each of the 30 facts and more, or four of each of nine; a
    # few more facts, as new cards are buried too where a sibling is due.
    assert len(facts) == begun


def test_with_cards_alone_the_core_is_plain_fsrs() -> None:
    mine, plain = Core(), Fsrs(plainly)
    states: list[Memory | None] = [None, None]

    for day, right in ((0, True), (3, True), (10, False), (11, True)):
        states = [
            rule.after(state, "card", right, day)
            for rule, state in zip((mine, plain), states, strict=True)
        ]

    assert states[0] == states[1]


def test_the_core_is_guess_correction_with_a_discount() -> None:
    state = Fsrs(plainly).after(None, "card", True, 0)
    read = guess_corrected(state, "choice", True, date(2025, 1, 4))

    expected = updated(state, Evidence(read.day, read.retrieved, gain=0.85))

    assert Core().after(state, "choice", True, 3) == expected


@pytest.mark.parametrize(
    ("rule", "intervals"), [(Sm2(), [1, 6, 15, 38, 1]), (Leitner(), [1, 3, 7, 14, 1])]
)
def test_intervals_grow_with_success_and_fall_back(
    rule: Sm2 | Leitner, intervals: list[int]
) -> None:
    state, found = None, []

    for day, right in enumerate((True, True, True, True, False)):
        state = rule.after(state, "card", right, day)
        found.append(rule.interval(state, 0.9))

    assert found == intervals


def test_a_policy_knows_nothing_of_the_truth() -> None:
    hidden = {"worlds", "dsr", "activation", "simulate", "compare"}
    for module in (policies, rules):
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

        assert not imported & {f"bench.memory.{name}" for name in hidden}


def test_a_course_counts_minutes_recall_and_errors() -> None:
    one = someone()
    plan = Plan(SMALL.facts, SMALL.new_a_day, 0.9, {"card": 1.0}, one.luck.forms)

    found = course(POLICIES["plain FSRS"](plan), Fixed(SMALL.facts, 1.0), one, SMALL)

    assert found.recall == found.later == 1
    assert 0 < found.rmse < 0.1
    # Each of 30 facts at 8 s on its day, then after 2 and 11 days; the last not all within 40.
    assert 30 * 8 * 2 / 60 < found.minutes < 30 * 8 * 4 / 60


def test_expected_loss_is_least_where_the_forecast_is_true() -> None:
    assert expected_loss(0.5, 0.5) == pytest.approx(0.6931, abs=1e-4)
    assert expected_loss(0.7, 0.7) < min(expected_loss(0.6, 0.7), expected_loss(0.8, 0.7))
    assert expected_loss(1.0, 0.5) < 10


def test_a_reading_lies_between_the_courses_around_it() -> None:
    sweep = {
        0.8: Course(100, 0.6, 0.5, 0.3, 0.1),
        0.9: Course(200, 0.8, 0.7, 0.3, 0.1),
        0.96: Course(400, 0.9, 0.8, 0.3, 0.1),
    }

    halfway = at_minutes(sweep, 200 * 2**0.5)

    assert halfway.recall == pytest.approx(0.85)
    assert halfway.later == pytest.approx(0.75)
    assert (halfway.reached, halfway.at_default) == (True, sweep[0.9])


def test_beyond_what_was_run_the_nearest_is_read_and_marked() -> None:
    sweep = {0.9: Course(200, 0.8, 0.7, 0.3, 0.1), 0.96: Course(400, 0.9, 0.8, 0.3, 0.1)}

    below, above = at_minutes(sweep, 100), at_minutes(sweep, 500)

    assert (below.recall, below.reached) == (0.8, False)
    assert (above.recall, above.reached) == (0.9, False)


def test_a_difference_has_twice_its_standard_error() -> None:
    apart = difference([1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 0.0])

    assert apart.mean == 2.5
    assert apart.error == pytest.approx(1.2910, abs=1e-4)  # 2 * 1.29099 / sqrt(4)


def test_days_are_study_days_of_the_core() -> None:
    state = Core().after(None, "typed", True, 40)

    assert state.last_day == date(2025, 1, 1) + timedelta(40)
