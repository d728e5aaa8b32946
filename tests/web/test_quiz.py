"""Taking a quiz: questions, answers, the way through, the end."""

import re

import pytest

from tests import make
from tests.web.conftest import Start
from tests.web.visitor import Visitor, token


def test_an_answer_leads_back_to_the_question_with_the_proof(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    form = as_ana.get(f"{attempt}/1")

    answered = as_ana.submit(form, response=token(form, "Ben"))

    assert answered.status == 303
    assert answered.leads_to == f"{attempt}/1#feedback"
    shown = as_ana.get(f"{attempt}/1")
    for words in ("✗ Wrong", "Your answer", "Ana is right.", "Ben is wrong.", "paragraph 1"):
        assert words in shown.text
    assert shown.page.one("mark").text == "Ana Roy"
    assert shown.page.one("span", class_="passage-sentence").text == "held the office."
    assert not shown.page.all("form", id="answer")


def test_with_feedback_at_the_end_an_answer_leads_on_and_shows_nothing(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(*make.items(2), feedback_each=False)
    form = as_ana.get(f"{attempt}/1")

    answered = as_ana.submit(form, response=token(form, "Ben"))

    assert answered.leads_to == f"{attempt}/2"
    back = as_ana.get(f"{attempt}/1")
    assert "Ben is wrong" not in back.text
    (chosen,) = back.page.all("input", checked="")
    assert [chosen["value"]] == token(back, "Ben")


def test_with_feedback_at_the_end_the_last_answer_counts(as_ana: Visitor, start: Start) -> None:
    attempt = start(feedback_each=False)
    for choice in ("Ben", "Ana"):
        form = as_ana.get(f"{attempt}/1")
        as_ana.submit(form, response=token(form, choice))

    as_ana.submit(as_ana.get(f"{attempt}/finish"))

    assert "1 of 1 mark" in as_ana.get(f"{attempt}/result").text


def test_of_two_tabs_the_first_answer_counts_and_the_second_is_told_so(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start()
    one, two = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/1")
    as_ana.submit(one, response=token(one, "Ana"))

    late = as_ana.follow(as_ana.submit(two, response=token(two, "Ben")))

    assert "Your first answer counts" in late.page.one("div", role="status").text
    assert "✓ Right" in late.text


def test_the_same_form_twice_counts_once_and_says_nothing(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    form = as_ana.get(f"{attempt}/1")
    first = as_ana.submit(form, response=token(form, "Ana"))

    second = as_ana.submit(form, response=token(form, "Ana"))

    assert second.leads_to == first.leads_to


def test_a_form_sent_again_with_another_answer_is_shown_again(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana"))

    again = as_ana.submit(form, response=token(form, "Ben"))

    assert again.status == 409
    key = again.page.one("input", name="submission_key")["value"]
    assert key != form.page.one("input", name="submission_key")["value"]
    assert as_ana.submit(again, response=token(again, "Ben")).status == 303


@pytest.mark.parametrize("item", [make.item(), make.typed_item()], ids=["choice", "typed"])
def test_a_form_without_an_answer_is_shown_again_with_a_linked_error(
    as_ana: Visitor, start: Start, item
) -> None:
    attempt = start(item)

    again = as_ana.submit(as_ana.get(f"{attempt}/1"), response=" ")

    assert again.status == 422
    assert again.title.startswith("Error: ")
    link = again.page.one("div", class_="error-summary", role="alert").one("a")
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == "response"
    error = again.page.one("p", id="response-error")
    assert error.text == f"Error: {link.text}"
    described = again.page.one(aria_describedby=_ending_with(again, "response-error"))
    assert described.tag in {"fieldset", "input"}


def _ending_with(seen, last: str) -> str:
    (ids,) = {
        one["aria-describedby"]
        for one in seen.page.all()
        if (one.get("aria-describedby") or "").split()[-1:] == [last]
    }
    return ids


def test_what_was_typed_stays_when_it_is_asked_again(as_ana: Visitor, start: Start) -> None:
    attempt = start(make.typed_item(ambiguous=("roy roy",)))

    again = as_ana.submit(as_ana.get(f"{attempt}/1"), response="Roy Roy")

    assert again.status == 422
    assert again.page.one("input", id="response-1")["value"] == "Roy Roy"


def test_the_palette_tells_answered_from_open_questions(as_ana: Visitor, start: Start) -> None:
    attempt = start(*make.items(3))
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana"))

    palette = as_ana.get(f"{attempt}/2").page.one("nav", class_="palette")

    assert [entry.text for entry in palette.all("a")] == [
        "1, answered",
        "2, not answered",
        "3, not answered",
    ]
    assert palette.one(aria_current="page").text.startswith("2")


def test_the_end_names_what_has_no_answer(as_ana: Visitor, start: Start) -> None:
    attempt = start(*make.items(2))
    form = as_ana.get(f"{attempt}/2")
    as_ana.submit(form, response=token(form, "Ana"))

    page = as_ana.get(f"{attempt}/finish")

    assert "1 of 2 questions answered" in page.text
    assert [link.text for link in page.page.one("main").all("a", href=f"{attempt}/1")] == [
        "Question 1",
        "Back to the questions",
    ]


def test_finishing_twice_finishes_once(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    page = as_ana.get(f"{attempt}/finish")

    first, second = as_ana.submit(page), as_ana.submit(page)

    assert first.status == second.status == 303
    assert first.leads_to == second.leads_to == f"{attempt}/result"


def test_a_finished_quiz_leads_to_its_result(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    as_ana.submit(as_ana.get(f"{attempt}/finish"))

    for url in (attempt, f"{attempt}/1", f"{attempt}/finish"):
        assert as_ana.get(url).leads_to == f"{attempt}/result"


def test_an_answer_after_the_end_does_not_count_and_is_told_so(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start()
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(as_ana.get(f"{attempt}/finish"))

    late = as_ana.follow(as_ana.submit(form, response=token(form, "Ana")))

    assert "that answer does not count" in late.page.one("div", role="status").text
    assert "0 of 1 mark" in late.text


@pytest.mark.parametrize(
    "field",
    [
        {"go": "../"},
        {"go": ["1", "2"]},
        {"go": "0"},
        {"score": "1"},
        {"showing_id": ""},
        {"submission_key": ""},
    ],
)
def test_a_form_that_no_page_sends_is_refused(
    as_ana: Visitor, start: Start, field: dict[str, str | list[str]]
) -> None:
    form = as_ana.get(f"{start()}/1")

    refused = as_ana.submit(form, response=token(form, "Ana"), **field)

    assert refused.status == 400


def test_option_tokens_are_of_this_showing_only(as_ana: Visitor, start: Start) -> None:
    one, other = as_ana.get(f"{start()}/1"), as_ana.get(f"{start()}/1")

    assert as_ana.submit(one, response=token(other, "Ana")).status == 422


def test_every_open_question_has_a_stem_in_its_legend_or_tied_to_its_field(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(make.item(), make.typed_item())

    chosen, typed = as_ana.get(f"{attempt}/1").page, as_ana.get(f"{attempt}/2").page

    assert "Who was mayor?" in chosen.one("fieldset").one("legend").text
    stem = typed.one("h1")
    assert stem["id"] in typed.one("input", id="response-1")["aria-describedby"].split()
    assert re.search(r"\S", typed.one("label", for_="response-1").text)
