"""The home page, the page of a set, and the start of a quiz."""

from tests.web.conftest import Start
from tests.web.visitor import Visitor

SET = "/sets/india-us-2plus2-2023"


def test_the_home_page_names_the_bundled_sets_and_leads_to_them(visitor: Visitor) -> None:
    home = visitor.get("/")

    links = [card.one("a") for card in home.page.all("article", class_="card")]
    assert "2+2" in {link["href"]: link.text for link in links}[SET]
    assert "Unfinished" not in home.text


def test_the_home_page_offers_an_unfinished_quiz(as_ana: Visitor, start: Start) -> None:
    attempt = start()

    home = as_ana.get("/")

    assert "0 of 1 question answered" in home.text
    assert home.page.all("a", href=attempt)


def test_the_page_of_a_set_says_what_it_holds(visitor: Visitor) -> None:
    page = visitor.get(SET)

    for words in ("facts", "brief of one news report", "Nov 2023", "Vinay Kwatra", "True or false"):
        assert words in page.text


def test_a_set_offers_no_length_that_it_does_not_have(visitor: Visitor, library) -> None:
    most = library.shelf("india-us-2plus2-2023").count().most

    lengths = [field["value"] for field in visitor.get(SET).page.all("input", name="length")]

    assert lengths == [size for size in ("5", "10", "20") if int(size) < most] + ["all"]


def test_a_started_quiz_has_as_many_questions_as_were_asked_for(visitor: Visitor) -> None:
    started = visitor.submit(visitor.get(SET), length="5", feedback="end")

    assert started.status == 303
    first = visitor.follow(started)
    assert "Question 1 of 5" in first.text


def test_a_quiz_of_a_set_in_tables_can_be_started(visitor: Visitor) -> None:
    page = visitor.get("/sets/countries-of-the-world")

    started = visitor.submit(page, length="5", feedback="each")

    assert "1,213 facts" in page.text
    assert "What it covers" not in page.text
    assert "Question 1 of 5" in visitor.follow(started).text


def test_starting_twice_with_one_form_starts_one_quiz(visitor: Visitor) -> None:
    form = visitor.get(SET)

    first = visitor.submit(form)
    second = visitor.submit(form)

    assert first.leads_to == second.leads_to
    assert visitor.get("/history").text.count("Go on:") == 1


def test_a_start_without_a_length_is_asked_again_and_the_error_is_linked(visitor: Visitor) -> None:
    form = visitor.get(SET)

    again = visitor.submit(form, length="7")

    assert again.status == 422
    assert again.title.startswith("Error: ")
    link = again.page.one("div", class_="error-summary").one("a")
    assert link.text == "Choose how many questions you want"
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == "length"
    assert visitor.get("/history").text.count("Go on:") == 0


def test_a_set_that_is_not_there_is_not_found(visitor: Visitor) -> None:
    assert visitor.get("/sets/nothing").status == 404


def test_a_start_whose_hidden_key_is_damaged_is_refused(visitor: Visitor) -> None:
    assert visitor.submit(visitor.get(SET), start_key="short").status == 400
