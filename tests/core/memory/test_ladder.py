"""The ladder of forms, what rests, and how long a sitting takes."""

from datetime import date, timedelta

import pytest

from quizapp.core.memory.evidence import expected_success
from quizapp.core.memory.forms import FORMS
from quizapp.core.memory.ladder import Form, recalls, rungs, suits
from quizapp.core.memory.leeches import LAPSES, REST, is_aside, is_leech
from quizapp.core.memory.pace import minutes
from quizapp.core.memory.state import Memory
from quizapp.core.responses import FORMATS

DAY = date(2026, 3, 1)
CHOICE, JUDGED, TYPED, CARD = (
    Form("choice", "choice", 0.25),
    Form("true or false", "true_false", 0.5),
    Form("typed", "typed", 0.0),
    Form("card", "card", 0.0),
)
ALL = (CHOICE, JUDGED, TYPED, CARD)


def memory(stability: float, days: int = 0, lapses: int = 0) -> Memory:
    return Memory(stability, 5.0, DAY - timedelta(days=days), reps=lapses + 1, lapses=lapses)


@pytest.mark.parametrize(
    ("stability", "recognised", "recalled"),
    [(1.9, True, False), (2.0, True, True), (10.0, True, True), (10.1, False, True)],
)
def test_the_rungs_begin_and_end_where_they_are_said_to(stability, recognised, recalled):
    known = memory(stability)

    assert suits("choice", known) is recognised
    assert suits("typed", known) is recalled


def test_what_was_never_asked_is_to_be_recognised():
    first, *_ = rungs(ALL, None, DAY)

    assert first == ["choice", "true or false"]


def test_every_format_is_recalled_or_recognised():
    assert {name for name in FORMATS if recalls(name)} == {"card", "typed", "number", "date"}
    assert FORMS.keys() == {*FORMATS}


def test_of_forms_that_suit_those_that_are_right_mostly_but_not_always_come_first():
    faded = memory(5.0, days=60)  # R is about 0.7

    first, *_ = rungs((TYPED, CHOICE), faded, DAY)

    assert first == ["choice"]


def test_on_the_rung_of_recall_no_form_to_choose_from_comes_before_any_other():
    order = [what for rung in rungs(ALL, memory(30.0, days=90), DAY) for what in rung]

    assert set(order[:2]) == {"typed", "card"}


def test_what_asks_for_other_slots_beside_comes_after_what_does_not():
    beside = Form("two at once", "choice", 0.25, beside=1)

    assert rungs((beside, CHOICE), None, DAY) == [["choice"], ["two at once"]]


def test_a_success_is_expected_as_the_formula_has_it():
    # logit(0.5) + 0.8: q = 1 / (1 + exp(-0.8)) = 0.689974; 0.689974 * 0.98 + 0.310026 / 4
    assert expected_success(0.5, FORMS["choice"], 0.25) == pytest.approx(0.753681, abs=1e-6)
    assert expected_success(0.5, FORMS["typed"], 0.0) == pytest.approx(0.475)
    assert expected_success(0.5, FORMS["card"], 0.0) == 0.5


# --- what rests ---


def test_a_leech_has_slipped_often_and_would_slip_again():
    assert is_leech(memory(1.0, lapses=LAPSES))
    assert not is_leech(memory(1.0, lapses=LAPSES - 1))
    assert not is_leech(memory(5.0, lapses=LAPSES))


def test_it_rests_for_a_week_from_its_last_review():
    last = DAY - timedelta(days=2)
    slipping = Memory(1.0, 5.0, last, reps=9, lapses=LAPSES)

    assert is_aside(slipping, last + REST - timedelta(days=1))
    assert not is_aside(slipping, last + REST)


# --- minutes ---


@pytest.mark.parametrize(("answers", "told"), [(0, 0), (1, 1), (5, 1), (6, 2), (20, 4)])
def test_minutes_are_rounded_up(answers, told):
    assert minutes(answers) == told
