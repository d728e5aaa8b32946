"""The page of one fact: how it stands, its passage, its reviews, its curve."""

import re

from tests.web.knowing import KNOWN, asking, section
from tests.web.visitor import Visitor


def test_of_a_fact_that_was_never_asked_only_that_is_shown(studious: Visitor) -> None:
    page = studious.get(f"{KNOWN}/office-sd/holder")

    assert page.page.one("h1").text == "Never asked"
    assert "Austin" not in page.body.decode()


def test_a_fact_shows_its_words_its_passage_its_reviews_and_its_curve(studious: Visitor) -> None:
    page = studious.get(f"{KNOWN}/concerns/said")

    assert page.page.one("h1").text == "The report attributes these words to Vinay Kwatra."
    assert "presents serious security concerns" in page.page.one("mark").text
    ahead, reviews = (table.one("tbody").all("tr") for table in page.page.all("table"))
    assert [row.one("time")["datetime"] for row in reviews] == ["2026-01-20", "2026-02-20"]
    assert [row.one("time")["datetime"] for row in ahead][::4] == ["2026-03-01", "2026-04-30"]
    points = page.page.one("polyline")["points"].split()
    assert (points[0], points[-1].partition(",")[0]) == ("0,0", "100")  # 40 days and 60 more


def test_what_was_missed_a_minute_ago_is_failing_and_fresh(studious: Visitor, learn) -> None:
    learn(0, (asking("dialogue/ended"), "Cy"))

    page = studious.get(f"{KNOWN}/dialogue/ended")
    listed = section(studious.get(KNOWN), "facts").text

    lead = page.page.one("p", class_="lead").text
    assert lead.startswith("✗ Failing: you missed it the last time. As you have just read the ans")
    assert "near 100 % today; from tomorrow it falls. It is due on" in lead
    assert "✗ Failing · missed the last time · near 100 % today, as you have just read" in listed


def test_what_was_missed_some_days_ago_has_its_chance(studious: Visitor) -> None:
    lead = studious.get(f"{KNOWN}/dialogue/ended").page.one("p", class_="lead").text

    assert re.match(
        r"✗ Failing: you missed it the last time\. Your chance to recall it today is \d+ %;", lead
    )


def test_what_was_right_a_minute_ago_is_known(studious: Visitor, learn) -> None:
    learn(0, (asking("agenda/said"), "Ana Roy"))

    lead = studious.get(f"{KNOWN}/agenda/said").page.one("p", class_="lead").text

    assert lead.startswith("✓ Known. Your chance to recall it today is 100 %; it is due on")
