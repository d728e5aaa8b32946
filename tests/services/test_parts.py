"""Parts of a question: how they are shown before the answer, filled in, and shown again."""

import pytest

from tests import answerable, make
from tests.services.acting import see, send


def test_what_stands_before_the_parts_and_after_them_is_told_apart(session, ana, now):
    view = see(session, ana, make.attempt(session, ana, now, answerable.statements_item()))

    assert view.stem == "Consider the following statements:"
    assert view.ask == "Which of them are correct?"
    assert [(one.label, one.text) for one in view.parts] == [
        ("1.", "Ana Roy held the office."),
        ("2.", "It snowed."),
    ]


@pytest.mark.parametrize("item", [answerable.matching_item(), answerable.lists_item()])
def test_both_lists_are_shown(session, ana, now, item):
    view = see(session, ana, make.attempt(session, ana, now, item))

    assert [one.text for one in view.parts] == ["Ana", "Ben", "Cy"]
    assert [one.text for one in view.targets] == ["clerk", "judge", "mayor", "guard"]


@pytest.mark.parametrize(
    ("iso", "names"),
    [
        ("2023", ["year"]),
        ("2023-05", ["month", "year"]),
        ("2023-05-03", ["day", "month", "year"]),
    ],
)
def test_a_date_is_asked_as_exactly_as_it_is_known(session, ana, now, iso, names):
    view = see(session, ana, make.attempt(session, ana, now, answerable.date_item(iso)))

    assert [one.text for one in view.parts] == names


def test_a_number_is_asked_with_its_unit_and_its_margin(session, ana, now):
    views = [
        see(session, ana, make.attempt(session, ana, now, item))
        for item in (
            answerable.number_item("1400", "km", "5"),
            answerable.number_item("2", None, "0"),
        )
    ]

    assert [(view.unit, view.margin) for view in views] == [("km", "5"), (None, "")]


@pytest.mark.parametrize(
    ("lettering", "labels"), [("A", "A B C D"), ("(a)", "(a) (b) (c) (d)"), ("1.", "1. 2. 3. 4.")]
)
def test_options_are_lettered_as_the_item_says(session, ana, now, lettering, labels):
    attempt = make.attempt(session, ana, now, make.item(lettering=lettering))
    before = see(session, ana, attempt)
    send(session, ana, before, "Ben", now=now)
    after = see(session, ana, attempt).feedback

    assert [one.label for one in before.options] == labels.split()
    assert [one.label for one in after.options] == labels.split()


@pytest.mark.parametrize(
    ("item", "chosen", "parts", "shown"),
    [
        (answerable.statements_item(), "2 only", ("t", ""), ("2 only", "t", "")),
        (answerable.statements_item(), "", ("t", "f"), ("", "t", "f")),
        (answerable.statements_item(), "1 only", ("t", "f"), ("", "t", "f")),
        (answerable.statements_item(), "1 only", ("f", "t"), ("1 only", "f", "t")),
        (answerable.matching_item(), "", ("1", "", "0"), ("", "1", "", "0")),
        (answerable.ordering_item(), "", ("2", "3", "1"), ("", "2", "3", "1")),
        (answerable.date_item(), "", ("03", "5", "2023"), ("", "3", "5", "2023")),
    ],
)
def test_what_was_stored_is_shown_as_a_form_sends_it(session, ana, now, item, chosen, parts, shown):
    attempt = make.attempt(session, ana, now, item, feedback_each=False)
    texts = [chosen] if chosen else []
    send(session, ana, see(session, ana, attempt), *texts, parts=parts, now=now)

    view = see(session, ana, attempt)

    option, *fields = shown
    assert [one.text for one in view.options if one.chosen] == ([option] if option else [])
    assert [one.said for one in view.parts] == fields
    assert view.stored_parts == tuple(fields)
    again = send(
        session,
        ana,
        view,
        *[one.text for one in view.options if one.chosen],
        parts=[one.said for one in view.parts],
        now=now,
    )
    assert again.counted
    assert see(session, ana, attempt).stored_parts == view.stored_parts
