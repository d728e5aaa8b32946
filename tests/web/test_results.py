"""The result and the history."""

from tests import make
from tests.web.conftest import Start
from tests.web.visitor import Visitor, token

MANY = make.item(key=("Ana", "Ben"), format="choices")


def finished(visitor: Visitor, attempt: str, *answers: tuple[str, ...]) -> str:
    for place, texts in enumerate(answers, start=1):
        form = visitor.get(f"{attempt}/{place}")
        visitor.submit(form, response=token(form, *texts))
    visitor.submit(visitor.get(f"{attempt}/finish"))
    return f"{attempt}/result"


def test_the_result_shows_the_score_and_its_parts(as_ana: Visitor, start: Start) -> None:
    attempt = start(make.item(), MANY, make.item(stem="Skipped?"))

    page = as_ana.get(finished(as_ana, attempt, ("Ana",), ("Ana",)))

    assert page.page.one("p", class_="score").text == "1½ of 3 marks"
    assert "1 of 3 questions right, 1 without an answer" in page.text
    assert "Offices" in page.page.one("section", aria_labelledby="topics").text
    assert "1½ of 3 marks" in page.page.one("section", aria_labelledby="kinds").text


def test_the_result_shows_every_question_with_its_proof(as_ana: Visitor, start: Start) -> None:
    attempt = start(make.item(), make.item(stem="Skipped?"))

    page = as_ana.get(finished(as_ana, attempt, ("Ben",)))

    first, second = page.page.all("article", class_="review")
    for words in ("Who was mayor?", "✗ Wrong", "Your answer Ben", "Right answer Ana"):
        assert words in first.text
    assert [row.one("p", class_="proof-why").text for row in first.all("li", data_verdict="right")]
    assert len(first.all("li", data_verdict="wrong")) == 3
    assert first.one("mark").text == "Ana Roy"
    assert "○ No answer" in second.text
    assert "Your answer none" in second.text


def test_every_link_to_a_passage_arrives(as_ana: Visitor, start: Start) -> None:
    attempt = start(*make.items(3))

    page = as_ana.get(finished(as_ana, attempt)).page

    targets = {link["href"].removeprefix("#") for link in page.all("a") if link["href"][0] == "#"}
    assert targets <= {one["id"] for one in page.all() if one.get("id")}


def test_the_history_lists_all_attempts_and_opens_them_again(as_ana: Visitor, start: Start) -> None:
    open_one, done = start(), start()
    result = finished(as_ana, done, ("Ana",))
    as_it_was = as_ana.get(result).body

    page = as_ana.get("/history")

    assert "2 quizzes" in page.text
    assert "1 of 1 mark" in page.text
    assert page.page.one("a", href=open_one).text == "Go on: A small set"
    assert page.page.one("a", href=result).text == "A small set"
    assert page.page.all("time", datetime="2026-03-01T09:00:00+00:00")
    assert as_ana.get(result).body == as_it_was


def test_an_empty_history_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.get("/history")

    assert "You have taken no quiz yet" in page.text
    assert page.page.one("main").one("a", href="/").text == "Choose a set"


def test_the_result_of_an_open_quiz_goes_on_with_it(as_ana: Visitor, start: Start) -> None:
    attempt = start()

    assert as_ana.get(f"{attempt}/result").leads_to == attempt


def test_a_question_written_by_hand_is_said_to_be_unproved(as_ana: Visitor, start: Start) -> None:
    attempt = start(make.item(proof="author"))

    assert "the author's word" in as_ana.get(finished(as_ana, attempt, ("Ana",))).text


def test_partly_right_says_how_much(as_ana: Visitor, start: Start) -> None:
    page = as_ana.get(finished(as_ana, start(MANY), ("Ana",)))

    assert "◐ Partly right: ½ of 1 mark" in page.text
