"""Questions with parts, numbers, dates and cards: filled in, refused, shown again, reviewed."""

import pytest

from quizapp.core.items.item import Item
from tests import answerable
from tests.web.conftest import Start
from tests.web.visitor import Answer, Visitor, token

STATEMENTS = answerable.statements_item("tf")
MATCHING = answerable.matching_item((2, 0, 1))
ORDERING = answerable.ordering_item((2, 0, 1))
NUMBER = answerable.number_item("1400", "km", "5")
DATE = answerable.date_item("2023-05-03", "3 May 2023")
CARD = answerable.card_item("Ana Roy")

#: For each way to answer: what is right, what is wrong, and how that is told.
ANSWERS = {
    "marks": (STATEMENTS, {"part-1": "t", "part-2": "f"}, {"part-1": "t", "part-2": "t"}, "2 only"),
    "matching": (
        MATCHING,
        {"part-1": "2", "part-2": "0", "part-3": "1"},
        {"part-1": "3"},
        "Ana – guard",
    ),
    "ordering": (
        ORDERING,
        {"part-1": "2", "part-2": "3", "part-3": "1"},
        {"part-1": "2", "part-2": "1", "part-3": "3"},
        "the talks → the summit → the visit",
    ),
    "number": (NUMBER, {"response": "1,405 km"}, {"response": "1406"}, "1406 km"),
    "date": (
        DATE,
        {"part-1": "3", "part-2": "5", "part-3": "2023"},
        {"part-1": "4", "part-2": "5", "part-3": "2023"},
        "4/5/2023",
    ),
    "card": (CARD, {"response": "good"}, {"response": "again"}, "Again"),
}
every_way = pytest.mark.parametrize("way", sorted(ANSWERS))


def values(page: Answer) -> dict[str, str]:
    """Return what the fields of the parts hold."""
    chosen = [one for one in page.page.all("input", checked="") if one["name"] != "response"]
    texts = [one for one in page.page.all("input", type="text") if one["name"] != "response"]
    picked = {
        select["name"]: option.get("value") or option.text
        for select in page.page.all("select")
        for option in select.all("option", selected="")
    }
    return {one["name"]: one["value"] for one in (*chosen, *texts)} | picked


@every_way
def test_a_right_answer_and_a_wrong_one_are_told_apart(
    as_ana: Visitor, start: Start, way: str
) -> None:
    item, right, wrong, said = ANSWERS[way]
    attempt = start(item, item)
    for place, filled in ((1, right), (2, wrong)):
        answered = as_ana.submit(as_ana.get(f"{attempt}/{place}"), **filled)
        assert answered.leads_to == f"{attempt}/{place}#feedback"

    first, second = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/2")

    assert "✓ Right" in first.text
    assert "✗ Wrong" in second.text or "◐ Partly right" in second.text
    if way != "marks":
        assert f"Your answer {said}" in second.text
    assert first.page.all("mark")


@every_way
def test_the_result_and_the_history_have_them_too(as_ana: Visitor, start: Start, way: str) -> None:
    item, right, _wrong, _said = ANSWERS[way]
    attempt = start(item, item)
    as_ana.submit(as_ana.get(f"{attempt}/1"), **right)
    as_ana.submit(as_ana.get(f"{attempt}/finish"))

    result = as_ana.get(f"{attempt}/result")

    answered, blank = result.page.all("article", class_="review")
    assert "✓ Right" in answered.text
    assert "○ No answer" in blank.text
    assert "1 of 2 questions right, 1 without an answer" in result.text
    assert "1 of 2 marks" in as_ana.get("/history").text


@every_way
def test_what_was_stored_is_shown_again_and_sent_again_as_it_was(
    as_ana: Visitor, start: Start, way: str
) -> None:
    item, right, _wrong, _said = ANSWERS[way]
    attempt = start(item, feedback_each=False)
    as_ana.submit(as_ana.get(f"{attempt}/1"), **right)

    shown = as_ana.get(f"{attempt}/1")

    if "response" not in right:
        assert values(shown) == right
        assert as_ana.submit(shown).status == 303
        assert values(as_ana.get(f"{attempt}/1")) == right
    elif way == "card":
        assert "Your rating so far: good." in shown.text
    else:
        assert shown.page.one("input", id="response-1")["value"] == right["response"]


@every_way
def test_a_tab_that_nobody_touched_takes_nothing_back(
    as_ana: Visitor, start: Start, way: str
) -> None:
    item, right, wrong, _said = ANSWERS[way]
    attempt = start(item, feedback_each=False)
    as_ana.submit(as_ana.get(f"{attempt}/1"), **wrong)
    old_tab, new_tab = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/1")
    as_ana.submit(new_tab, **right)

    left = as_ana.submit(old_tab, go="finish")

    as_ana.submit(as_ana.follow(left))
    assert "1 of 1 mark" in as_ana.get(f"{attempt}/result").text


@every_way
def test_leaving_keeps_what_was_filled_in(as_ana: Visitor, start: Start, way: str) -> None:
    item, right, wrong, _said = ANSWERS[way]
    attempt = start(item, item, feedback_each=False)
    as_ana.submit(as_ana.get(f"{attempt}/1"), **wrong)

    left = as_ana.submit(as_ana.get(f"{attempt}/1"), **right, go="2")

    assert left.leads_to == f"{attempt}/2"
    as_ana.submit(as_ana.get(f"{attempt}/finish"))
    assert "1 of 2 questions right" in as_ana.get(f"{attempt}/result").text


@pytest.mark.parametrize(
    ("item", "filled", "says"),
    [
        (STATEMENTS, {"part-1": "t"}, "More than one answer fits"),
        (STATEMENTS, {"part-1": "x", "part-2": "f"}, "true, false or unsure"),
        (STATEMENTS, {"part-3": "t"}, "no such parts"),
        (STATEMENTS, {"response": "no-such-token"}, "no such option"),
        (MATCHING, {"part-1": "1", "part-2": "1"}, "matched twice"),
        (MATCHING, {"part-1": "4"}, "no such entry"),
        (MATCHING, {"response": "1"}, "no such entry"),
        (MATCHING, {"part-4": "1"}, "no such parts"),
        (ORDERING, {"part-1": "1"}, "no place yet"),
        (ORDERING, {"part-1": "1", "part-2": "1", "part-3": "2"}, "the place 1"),
        (ORDERING, {"part-1": "0", "part-2": "1", "part-3": "2"}, "no such entry"),
        (NUMBER, {"response": "many"}, "not a number"),
        (NUMBER, {"response": "5 kg"}, "not what is asked for"),
        (NUMBER, {"response": "5", "part-1": "5"}, "no such parts"),
        (DATE, {"part-1": "31", "part-2": "2", "part-3": "2023"}, "no 31/2/2023 in the calendar"),
        (DATE, {"part-2": "5", "part-3": "2023"}, "The day is missing"),
        (DATE, {"part-1": "x", "part-2": "5", "part-3": "2023"}, "in figures"),
        (DATE, {"part-1": "3", "part-2": "5", "part-3": "23"}, "four figures"),
        (CARD, {"response": "perfect"}, "no such rating"),
        (CARD, {"response": ["good", "easy"]}, "More than one rating"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept_on_the_page(
    as_ana: Visitor, start: Start, item: Item, filled: dict[str, str], says: str
) -> None:
    attempt = start(item)

    refused = as_ana.submit(as_ana.get(f"{attempt}/1"), **filled)

    assert refused.status == 422
    assert says in refused.page.one("div", class_="error-summary").text
    kept = {**values(refused)}
    if item is DATE:
        assert {name: text for name, text in kept.items() if text} == filled
    if item is STATEMENTS and filled == {"part-1": "t"}:
        assert kept == filled
    assert "0 of 1 question answered" in as_ana.get(f"{attempt}/finish").text


@pytest.mark.parametrize(
    "name", ["part", "part-0", "part-01", "part-100", "part-x", "part--1", "was-"]
)
def test_a_field_that_no_form_has_is_refused(as_ana: Visitor, start: Start, name: str) -> None:
    form = as_ana.get(f"{start(STATEMENTS)}/1")

    assert as_ana.submit(form, **{name: "t"}).status == 400


def test_a_part_sent_twice_is_refused(as_ana: Visitor, start: Start) -> None:
    form = as_ana.get(f"{start(STATEMENTS)}/1")

    assert as_ana.submit(form, **{"part-1": ["t", "f"]}).status == 400


def test_the_code_follows_from_the_marks_unless_another_is_chosen(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(STATEMENTS, STATEMENTS)
    marks = {"part-1": "f", "part-2": "t"}
    as_ana.submit(as_ana.get(f"{attempt}/1"), **marks)
    form = as_ana.get(f"{attempt}/2")
    as_ana.submit(form, **marks, response=token(form, "1 only"))

    derived, chosen = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/2")

    assert "Your answer 2 only" in derived.text
    assert "Lost on 1, 2" in derived.text
    assert "Your answer 1 only" in chosen.text
    assert "✓ Right" in chosen.text
    assert "Lost on" not in chosen.text


def test_marks_can_be_followed_again_after_a_code_was_chosen(as_ana: Visitor, start: Start) -> None:
    attempt = start(STATEMENTS, feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, **{"part-1": "t", "part-2": "f"}, response=token(form, "2 only"))
    again = as_ana.get(f"{attempt}/1")
    assert [one["value"] for one in again.page.all("input", checked="", name="response")] == token(
        again, "2 only"
    )

    as_ana.submit(again, response="")

    as_ana.submit(as_ana.get(f"{attempt}/finish"))
    assert "1 of 1 mark" in as_ana.get(f"{attempt}/result").text


def test_a_card_is_turned_by_a_link_and_rated_by_a_button(as_ana: Visitor, start: Start) -> None:
    attempt = start(CARD)
    front = as_ana.get(f"{attempt}/1")
    assert not front.page.all("button", name="response")

    back = as_ana.get(front.page.one("a", class_="button", data_tone="primary")["href"])

    assert "Ana Roy" in back.page.one("section", id="back").text
    ratings = [(one["value"], one.text) for one in back.page.all("button", name="response")]
    assert ratings == [("again", "Again"), ("hard", "Hard"), ("good", "Good"), ("easy", "Easy")]


def test_the_page_of_a_statement_prints_lead_parts_and_question_in_this_order(
    as_ana: Visitor, start: Start
) -> None:
    text = as_ana.get(f"{start(STATEMENTS)}/1").text

    words = [
        "Consider the following",
        "1. Ana Roy held",
        "2. It snowed.",
        "Which of them",
        "1 only",
    ]
    places = [text.index(word) for word in words]
    assert places == sorted(places)
