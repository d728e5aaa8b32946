"""Feedback to the parts of an item: what was said of each, what is right, and why."""

from fractions import Fraction

import pytest

from tests import answerable, make
from tests.services.acting import finished
from tests.services.test_feedback import feedback_to


def rows(view):
    return [(one.label, one.said, one.own, one.right) for one in view.parts]


def test_every_statement_is_judged_by_its_mark(session, ana, now):
    view = feedback_to(session, ana, now, answerable.statements_item("tf"), parts=("t", "t"))

    assert view.outcome == "wrong"
    assert view.response == "Both 1 and 2"
    assert view.key == "1 only"
    assert rows(view) == [("1.", "True", "True", True), ("2.", "True", "False", False)]
    assert view.lost_on == ("2",)
    assert view.parts[1].why == "Of “It snowed.” the report says so."
    assert view.parts[1].passages


def test_a_statement_without_a_mark_is_judged_by_the_answer_chosen(session, ana, now):
    item = answerable.statements_item("tf")

    view = feedback_to(session, ana, now, item, "2 only", parts=("u", ""))

    assert rows(view) == [
        ("1.", "Unsure", "True", None),
        ("2.", "True, by the answer chosen", "False", False),
    ]


def test_a_blank_loses_on_no_statement_and_shows_what_is_true(session, ana, now):
    view = finished_blank(session, ana, now, answerable.statements_item("tf"))

    assert rows(view) == [("1.", "", "True", None), ("2.", "", "False", None)]
    assert view.lost_on == ()


@pytest.mark.parametrize(
    "item",
    [
        answerable.matching_item(),
        answerable.ordering_item(),
        answerable.number_item(),
        answerable.date_item(),
        answerable.card_item(),
        answerable.count_item(),
        answerable.lists_item(),
    ],
    ids=lambda item: item.kind,
)
def test_a_blank_of_every_format_has_its_proof(session, ana, now, item):
    view = finished_blank(session, ana, now, item)

    assert view.outcome == "blank"
    assert view.response == ""
    assert view.key
    assert view.why
    assert view.lost_on == ()
    assert all(one.said == "" and one.right is None for one in view.parts)


def finished_blank(session, ana, now, item):
    attempt = make.attempt(session, ana, now, item)
    return finished(session, ana, attempt, now).items[0].feedback


def test_codes_show_which_fits_and_give_no_reason_of_their_own(session, ana, now):
    item = answerable.statements_item("tf", lettering="(a)")

    view = feedback_to(session, ana, now, item, "2 only", parts=("", ""))

    assert [(one.label, one.text, one.chosen, one.right) for one in view.options] == [
        ("(a)", "1 only", False, True),
        ("(b)", "2 only", True, False),
        ("(c)", "Both 1 and 2", False, False),
        ("(d)", "Neither 1 nor 2", False, False),
    ]
    assert all(one.why == "" and one.passages == () for one in view.options)


def test_a_row_tells_why_what_was_chosen_is_not_its_own(session, ana, now):
    view = feedback_to(session, ana, now, answerable.matching_item(), parts=("2", "1", ""))

    assert view.outcome == "partly"
    assert rows(view) == [
        ("A.", "mayor", "mayor", True),
        ("B.", "judge", "clerk", False),
        ("C.", "", "judge", None),
    ]
    assert [one.why for one in view.parts] == [
        "Ana as mayor: the report says so.",
        "Ben as judge: the report says so. Ben as clerk: the report says so.",
        "Cy as judge: the report says so.",
    ]


def test_an_order_is_shown_right_with_the_place_that_each_was_given(session, ana, now):
    view = feedback_to(
        session, ana, now, answerable.ordering_item((2, 0, 1)), parts=("3", "2", "1")
    )

    assert [(one.label, one.text, one.said, one.own, one.right) for one in view.parts] == [
        ("1.", "the visit", "place 1", "place 1", True),
        ("2.", "the summit", "place 3", "place 2", False),
        ("3.", "the talks", "place 2", "place 3", False),
    ]
    assert view.fraction == Fraction(2, 3)


def test_lists_show_each_row_with_its_own_and_whether_the_answer_has_it(session, ana, now):
    view = feedback_to(session, ana, now, answerable.lists_item(), "A-3, B-2, C-1")

    assert rows(view) == [
        ("A.", "", "mayor", True),
        ("B.", "", "clerk", False),
        ("C.", "", "judge", False),
    ]
    assert view.lost_on == ("B", "C")


def test_a_count_shows_what_is_counted(session, ana, now):
    view = feedback_to(session, ana, now, answerable.count_item(), "3")

    assert [(one.text, one.said, one.own, one.right) for one in view.parts] == [
        ("Ana", "", "", None),
        ("Ben", "", "", None),
    ]
    assert all(one.why and one.passages for one in view.parts)


@pytest.mark.parametrize(
    ("item", "typed", "parts", "said", "key", "why"),
    [
        (answerable.number_item(), "1405", (), "1405 km", "1400 km", "Of “1400 km” the report"),
        (answerable.date_item(), "", ("4", "5", "2023"), "4/5/2023", "3 May 2023", "Of “3 May"),
        (answerable.card_item(), "hard", (), "Hard", "Ana Roy, Ben Lal", "Of “Ana Roy” the"),
    ],
    ids=["number", "date", "card"],
)
def test_what_has_no_parts_to_show_has_one_reason(
    session, ana, now, item, typed, parts, said, key, why
):
    view = feedback_to(session, ana, now, item, *filter(None, [typed]), parts=parts)

    assert view.response == said
    assert view.key.startswith(key)
    assert view.why.startswith(why)
    assert view.parts == view.options == ()
    assert view.passages
