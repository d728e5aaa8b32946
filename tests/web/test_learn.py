"""The home page, the page of a set, and the start of a quiz."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.library.loader import Library
from quizapp.services.run import Store
from quizapp.store.attempts import AttemptRecord
from quizapp.web.app import create_app
from quizapp.web.context import EXTENSION
from tests import make
from tests.conftest import NOW
from tests.web.conftest import Start
from tests.web.visitor import Visitor, form_of

SET_ID = "india-us-2plus2-2023"
SET = f"/sets/{SET_ID}"


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


# --- exam, sort and level ---


def test_the_page_of_a_set_offers_the_exams_by_name_and_tells_how_each_marks(
    visitor: Visitor,
) -> None:
    page = visitor.get(SET).page

    (first, *others) = page.one("select", name="exam").all("option")
    table = page.one("section", **{"aria-labelledby": "exams"})

    assert (first["value"], first.text) == ("classroom", "Classroom")
    assert [one["value"] for one in others] == ["bank", "cbse", "ssc", "ugc-net", "upsc"]
    rows = [row.text.split() for row in table.one("tbody").all("tr")]
    assert [row[-4:-1] for row in rows] == [
        ["1", "0", "0"],
        ["1", "−¼", "0"],
        ["1", "0", "0"],
        ["2", "−½", "0"],
        ["2", "0", "0"],
        ["2", "−⅔", "0"],
    ]


@pytest.mark.parametrize(
    ("exam", "labels"),
    [("classroom", "ABCD"), ("upsc", ["(a)", "(b)", "(c)", "(d)"]), ("ugc-net", ["(1)", "(2)"])],
)
def test_a_quiz_for_an_exam_is_lettered_as_its_papers_are(
    visitor: Visitor, exam: str, labels: Sequence[str]
) -> None:
    started = visitor.submit(visitor.get(SET), length="20", feedback="end", exam=exam)

    attempt = started.leads_to.rpartition("/")[0]
    found = [
        [one.text for one in visitor.get(f"{attempt}/{place}").page.all(class_="options-letter")]
        for place in range(1, 21)
    ]

    lettered = [letters for letters in found if letters]
    assert lettered
    assert all(letters[: len(labels)] == list(labels)[: len(letters)] for letters in lettered)


def test_a_quiz_of_typed_answers_has_nothing_else(visitor: Visitor) -> None:
    started = visitor.submit(visitor.get(SET), length="5", feedback="end", sort="typed")

    attempt = started.leads_to.rpartition("/")[0]
    pages = [visitor.get(f"{attempt}/{place}").page for place in range(1, 6)]

    assert not any(page.all("input", type="radio") for page in pages)


def test_cards_come_only_to_those_who_want_them(visitor: Visitor) -> None:
    def formats(sort: str) -> set[bool]:
        started = visitor.submit(visitor.get(SET), length="20", feedback="end", sort=sort)
        attempt = started.leads_to.rpartition("/")[0]
        count = int(visitor.follow(started).page.one(class_="meter-words soft").text.split()[3])
        pages = [visitor.get(f"{attempt}/{place}").text for place in range(1, count + 1)]
        return {"Show the answer" in text for text in pages}

    assert formats("cards") == {True}
    assert formats("mixed") == {False}


def test_what_an_exam_does_not_have_is_told_beside_the_choice(visitor: Visitor) -> None:
    again = visitor.submit(visitor.get(SET), exam="upsc", sort="typed")

    assert again.status == 422
    link = again.page.one("div", class_="error-summary").one("a")
    assert "choose another exam or sort" in link.text
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == "sort"
    chosen = [one["value"] for one in again.page.all("option") if one.get("selected") is not None]
    assert chosen == ["upsc"]
    assert visitor.get("/history").text.count("Go on:") == 0


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("exam", "Choose an exam of this list"),
        ("sort", "Choose a sort of questions"),
        ("level", "Choose how hard"),
    ],
)
def test_what_is_not_offered_is_asked_again(visitor: Visitor, field: str, words: str) -> None:
    again = visitor.submit(visitor.get(SET), **{field: "none"})

    assert again.status == 422
    link = again.page.one("div", class_="error-summary").one("a")
    assert words in link.text
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == field


def test_for_a_harder_quiz_what_was_answered_is_read_off_the_request(
    web_store: Store, library: Library, tmp_path: Path
) -> None:
    app = create_app(make.config(tmp_path), store=web_store, library=library, now=lambda: NOW)
    observations = app.extensions[EXTENSION].observations
    visitor = Visitor(app)
    mixed = visitor.submit(visitor.get(SET), length="5", feedback="end")
    assert observations.read_at(SET_ID) is None

    harder = visitor.submit(visitor.get(SET), length="5", feedback="end", level="harder")

    assert (mixed.status, harder.status) == (303, 303)
    deadline = time.monotonic() + 30
    while observations.read_at(SET_ID) is None:
        assert time.monotonic() < deadline, "nobody read what was answered"
        time.sleep(0.02)


def test_a_form_without_exam_sort_and_level_starts_what_is_preset(visitor: Visitor) -> None:
    key = form_of(visitor.get(SET)).one("input", name="start_key")["value"]

    started = visitor.post(f"{SET}/start", {"start_key": key, "length": "5", "feedback": "end"})

    assert "Question 1 of 5" in visitor.follow(started).text


def test_a_large_set_can_be_asked_under_an_exam(visitor: Visitor) -> None:
    page = visitor.get("/sets/countries-of-the-world")

    started = visitor.submit(page, length="5", feedback="end", exam="bank", level="harder")

    letters = visitor.follow(started).page.all(class_="options-letter")
    assert [one.text for one in letters][:3] == ["(a)", "(b)", "(c)"]


def test_the_attempt_keeps_the_exam_and_what_was_wanted(visitor: Visitor, web_store) -> None:
    started = visitor.submit(visitor.get(SET), length="5", exam="ssc", level="easier")

    attempt = started.leads_to.split("/")[2]
    query = select(AttemptRecord.settings).where(AttemptRecord.public_id == attempt)
    settings = web_store.read(lambda session: session.scalars(query).one())
    assert (settings["profile"], settings["wrong"], settings["level"]) == ("ssc", "-1/2", "easier")


@pytest.mark.parametrize(
    ("exam", "numerals", "letters"),
    [("upsc", ["1.", "2.", "3."], "(a)"), ("cbse", ["I.", "II.", "III."], "(a)")],
)
def test_statements_are_numbered_as_the_exam_prints_them(
    as_ana: Visitor, start: Start, library: Library, exam: str, numerals: list[str], letters: str
) -> None:
    shelf = library.shelf("india-us-2plus2-2023").under(library.profiles()[exam])
    made = [item for item in shelf.items if item.kind == "statements" and len(item.parts) == 3]

    page = as_ana.get(f"{start(made[0])}/1").page

    assert [one.text for one in page.all(class_="part-label")] == numerals
    assert page.all(class_="options-letter")[0].text == letters
