"""The page of the exam day and the plan: what it says, what it stores, what it refuses."""

from datetime import date, timedelta

import pytest
from flask import Flask

from quizapp.services.run import Store
from quizapp.services.settings import set_exam
from tests.conftest import NOW
from tests.people import Person
from tests.web.test_learn import SET, SET_ID
from tests.web.visitor import Answer, Visitor

PLAN = f"{SET}/plan"
TODAY = NOW.date()
EXAM = "2026-04-30"


def standing(seen: Answer) -> str:
    """Return the day that the form holds."""
    return seen.page.one("input", type="date")["value"]


def row(seen: Answer, section: str, name: str) -> list[str]:
    """Return the cells of the row of a section whose heading begins so."""
    rows = seen.page.one("section", **{"aria-labelledby": section}).all("tr")
    (found,) = [one for one in rows if one.all("th")[0].text.startswith(name)]
    return [cell.text for cell in found.all("td")]


def test_a_stranger_sees_the_plan_of_one_who_knows_nothing(visitor: Visitor) -> None:
    seen = visitor.get(PLAN)

    assert seen.status == 200
    assert "Set-Cookie" not in seen.headers
    assert standing(seen) == ""
    assert "If the exam were on 31 Mar 2026" in seen.text
    assert "you were asked about none of them" in seen.text
    assert row(seen, "expected", "As a share")[0] == "15 %"
    assert row(seen, "expected", "Classroom")[0] == "36 %"
    assert "known with a chance of 15 %" in seen.text


def test_the_plan_is_told_beside_what_is_without_it(visitor: Visitor) -> None:
    seen = visitor.get(PLAN)

    idle, planned = row(seen, "expected", "As a share")
    assert (idle, int(planned.removesuffix(" %")) > 90) == ("15 %", True)
    # Where guessing earns nothing, the mark is what is remembered; elsewhere it is more.
    assert row(seen, "expected", "UPSC") == [idle, planned]
    idle, planned = row(seen, "expected", "Classroom")
    assert (idle, int(planned.removesuffix(" %")) > 92) == ("36 %", True)


def test_the_page_of_a_set_leads_to_the_plan(visitor: Visitor) -> None:
    assert visitor.get(SET).page.one("a", href=PLAN).text == "Exam day and plan"


def test_a_day_that_is_set_stands_in_the_form_and_is_said(as_ana: Visitor) -> None:
    saved = as_ana.submit(as_ana.get(PLAN), day=EXAM)

    assert (saved.status, saved.leads_to) == (303, f"{PLAN}?saved=yes")
    seen = as_ana.follow(saved)
    assert "Saved: the exam is on 30 Apr 2026." in seen.text
    assert "On the day, 30 Apr 2026" in seen.text
    assert "60 days to study, today the first" in seen.text
    assert standing(as_ana.get(PLAN)) == EXAM


def test_setting_a_day_makes_a_newcomer_a_guest(visitor: Visitor) -> None:
    saved = visitor.submit(visitor.get(PLAN), day=EXAM)

    assert saved.headers["Set-Cookie"].startswith("quizapp=")
    assert standing(visitor.get(PLAN)) == EXAM


def test_a_day_is_taken_away_whatever_stands_in_its_field(as_ana: Visitor) -> None:
    as_ana.submit(as_ana.get(PLAN), day=EXAM)

    away = as_ana.submit(as_ana.get(PLAN), day="nonsense", go="away")

    assert "Saved: no exam day is set." in as_ana.follow(away).text
    assert standing(as_ana.get(PLAN)) == ""
    assert not as_ana.get(PLAN).page.all("button", name="go")


def test_taking_away_what_was_never_set_makes_nobody(visitor: Visitor) -> None:
    away = visitor.submit(visitor.get(PLAN), go="away")

    assert away.status == 303
    assert "Set-Cookie" not in away.headers


def test_a_day_is_ones_own_and_of_one_set(app: Flask, as_ana: Visitor, ben: Person) -> None:
    as_ana.submit(as_ana.get(PLAN), day=EXAM)

    assert standing(Visitor(app, ben).get(PLAN)) == ""
    assert standing(as_ana.get("/sets/countries-of-the-world/plan")) == ""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("", "Choose the day of the exam"),
        ("2026-02-30", "Choose the day of the exam"),
        ("20260430", "Choose the day of the exam"),
        ("2026-W18-4", "Choose the day of the exam"),
        ("30.4.2026", "Choose the day of the exam"),
        ("\u0662\u0660\u0662\u0666-04-30", "Choose the day of the exam"),
        (str(TODAY), "Choose a day from 2 Mar 2026 to 1 Mar 2031"),
        ("2025-04-30", "Choose a day from 2 Mar 2026 to 1 Mar 2031"),
        ("2031-03-02", "Choose a day from 2 Mar 2026 to 1 Mar 2031"),
        ("9999-12-31", "Choose a day from 2 Mar 2026 to 1 Mar 2031"),
    ],
)
def test_what_cannot_be_is_asked_again_and_the_day_before_stays(
    as_ana: Visitor, day: str, words: str
) -> None:
    as_ana.submit(as_ana.get(PLAN), day=EXAM)

    again = as_ana.submit(as_ana.get(PLAN), day=day)

    assert again.status == 422
    assert again.title.startswith("Error: ")
    link = again.page.one("div", class_="error-summary").one("a")
    assert link.text == words
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == "day"
    assert standing(again) == day
    assert standing(as_ana.get(PLAN)) == EXAM


@pytest.mark.parametrize("day", ["2026-03-02", "2031-03-01"])
def test_the_edges_may_be_chosen(as_ana: Visitor, day: str) -> None:
    assert standing(as_ana.follow(as_ana.submit(as_ana.get(PLAN), day=day))) == day


def test_what_no_page_of_ours_sends_is_refused(as_ana: Visitor) -> None:
    twice = as_ana.post(PLAN, {"day": [EXAM, EXAM]})
    button = as_ana.post(PLAN, {"day": EXAM, "go": "elsewhere"})
    foreign = as_ana.post(PLAN, {"day": EXAM}, **{"Sec-Fetch-Site": "cross-site"})

    assert (twice.status, button.status, foreign.status) == (400, 400, 403)
    assert standing(as_ana.get(PLAN)) == ""


def test_a_set_that_is_not_there_has_no_plan(as_ana: Visitor) -> None:
    assert as_ana.get("/sets/nothing/plan").status == 404
    assert as_ana.post("/sets/nothing/plan", {"day": EXAM}).status == 404


def test_what_does_not_fit_is_said_with_what_would_be_enough(as_ana: Visitor) -> None:
    as_ana.submit(as_ana.get("/settings"), minutes="1")
    as_ana.submit(as_ana.get(PLAN), day=str(TODAY + timedelta(days=3)))

    seen = as_ana.get(PLAN)

    assert "Not everything fits" in seen.text
    words = seen.text.partition("With ")[2]
    enough = seen.text.partition("before the exam. With ")[2].partition(" minutes")[0]
    assert 1 < int(enough) < 600, words
    as_ana.submit(as_ana.get("/settings"), minutes=enough)
    assert "Everything fits" in as_ana.get(PLAN).text


def test_a_large_set_may_be_too_much_for_anybody(as_ana: Visitor) -> None:
    large = "/sets/countries-of-the-world/plan"
    as_ana.submit(as_ana.get(large), day=str(TODAY + timedelta(days=1)))

    assert "Not everything fits" in as_ana.get(large).text


def test_a_day_that_is_over_is_said_and_is_no_longer_in_the_form(
    as_ana: Visitor, ana: Person, web_store: Store
) -> None:
    over = date(2026, 2, 1)
    web_store.write(
        lambda session: set_exam(session, learner_id=ana.id, set_id=SET_ID, day=over, now=NOW)
    )

    seen = as_ana.get(PLAN)

    assert "The exam day that you set, 1 Feb 2026, is not ahead any more" in seen.text
    assert standing(seen) == ""
    assert seen.page.all("button", name="go")


def test_the_chart_and_its_table_say_the_same(as_ana: Visitor) -> None:
    as_ana.submit(as_ana.get(PLAN), day=EXAM)
    seen = as_ana.get(PLAN)

    table = seen.page.one("details").one("tbody").all("tr")
    planned, idle = (
        one["points"].split() for one in seen.page.one(class_="course-curves").all("polyline")
    )

    assert len(table) == len(planned) == len(idle) == 10
    heights = [round(100 - float(point.partition(",")[2])) for point in planned]
    assert [one.all("td")[0].text for one in table] == [f"{height} %" for height in heights]
    assert (planned[0].partition(",")[0], planned[-1].partition(",")[0]) == ("0.00", "100.00")


def test_the_plan_follows_the_clock_of_the_learner(as_ana: Visitor) -> None:
    as_ana.submit(as_ana.get("/settings"), zone="Pacific/Honolulu")  # 28 Feb, 23:00

    seen = as_ana.get(PLAN)

    assert "Today is 28 Feb 2026 by your clock" in seen.text
    assert as_ana.submit(seen, day=str(TODAY)).status == 303
