"""Practice on pages: what waits, a sitting from its start to its end, undo, reports."""

import pytest

from quizapp.services.reporting import newest_reports
from quizapp.services.settings import settings
from tests.conftest import NOW
from tests.people import holder
from tests.web.conftest import Start
from tests.web.visitor import Visitor, form_of

SET = "/sets/india-us-2plus2-2023"
PRACTICE = {"name": "Classroom", "practice": True}


def begin(visitor: Visitor, **fields: str) -> str:
    """Start a sitting as a newcomer does and return the address of the attempt."""
    started = visitor.submit(visitor.get(SET), "/practice", **fields)
    assert started.status == 303
    return started.leads_to.rpartition("/")[0]


def unknown(visitor: Visitor, url: str) -> None:
    seen = visitor.get(url)
    assert visitor.submit(seen, unknown="yes").leads_to == f"{url}#feedback"


def test_the_page_of_a_set_says_what_waits_and_how_long_it_takes(visitor: Visitor) -> None:
    text = visitor.get(SET).text

    assert "Nothing is due" in text
    assert "never asked" in text
    assert "A sitting of up to 10 questions, done in about 2 minutes." in text


def test_a_sitting_leads_from_question_to_question_to_its_result(visitor: Visitor) -> None:
    attempt = begin(visitor)
    for position in range(1, 11):
        unknown(visitor, f"{attempt}/{position}")
        after = visitor.get(f"{attempt}/{position}")
        assert "No answer" in after.text
        assert ("End the sitting" in after.text) is (position == 10)

    ended = visitor.submit(after, "/finish")

    result = visitor.follow(ended).text
    assert "0 of 10" in result
    assert "On with practice" in result
    assert "Practice · " in visitor.get("/history").text


def test_a_sitting_that_is_paused_is_offered_on_the_home_page(visitor: Visitor) -> None:
    attempt = begin(visitor)
    unknown(visitor, f"{attempt}/1")

    home = visitor.get("/")

    assert "Practice, started" in home.text
    assert visitor.get(attempt).leads_to == f"{attempt}/2"


def test_what_was_not_known_is_due_on_another_day_and_the_home_page_says_so(
    visitor: Visitor,
) -> None:
    attempt = begin(visitor)
    unknown(visitor, f"{attempt}/1")

    today = visitor.get(SET).text

    assert "Next: " in today
    assert " due on " in today
    assert "due to practise" not in visitor.get("/").text


def test_the_last_answer_can_be_taken_back(visitor: Visitor) -> None:
    attempt = begin(visitor)
    unknown(visitor, f"{attempt}/1")
    (undo,) = [
        link["href"]
        for link in visitor.get(f"{attempt}/1").page.all("a")
        if "again" in link["href"]
    ]

    seen = visitor.get(undo)
    answered = visitor.submit(seen, unknown="yes")

    assert "Answer once more" in seen.text
    assert "Right answer" not in seen.text
    assert answered.leads_to == f"{attempt}/1#feedback"


def test_the_next_question_offers_to_take_the_last_answer_back(visitor: Visitor) -> None:
    attempt = begin(visitor)
    unknown(visitor, f"{attempt}/1")

    links = [link["href"] for link in visitor.get(f"{attempt}/2").page.all("a")]

    assert f"{attempt}/1?again=yes" in links


def test_a_quiz_that_is_no_sitting_offers_neither(as_ana: Visitor, start: Start) -> None:
    attempt = start()
    page = as_ana.get(f"{attempt}/1?again=yes")

    assert "Answer once more" not in page.text
    assert "Pause" not in page.text
    assert "I don’t know" in page.text


def test_with_feedback_at_the_end_nobody_has_to_say_that_it_is_not_known(
    as_ana: Visitor, start: Start
) -> None:
    assert "I don’t know" not in as_ana.get(start(feedback_each=False) + "/1").text


def test_a_sitting_can_be_stopped_in_the_middle(visitor: Visitor) -> None:
    attempt = begin(visitor)
    unknown(visitor, f"{attempt}/1")

    stopped = visitor.submit(visitor.get(f"{attempt}/2"), "/finish")

    assert stopped.leads_to == f"{attempt}/result"


def test_the_zone_that_a_script_fills_in_is_kept(visitor: Visitor, web_store) -> None:
    begin(visitor, zone="Asia/Kolkata")

    cookie = visitor.client.get_cookie("quizapp").value
    assert zone_of(web_store, cookie) == "Asia/Kolkata"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 64])
def test_a_zone_that_nobody_knows_is_not_kept(visitor: Visitor, web_store, zone: str) -> None:
    begin(visitor, zone=zone)

    assert zone_of(web_store, visitor.client.get_cookie("quizapp").value) == "UTC"


def zone_of(store, cookie: str) -> str:
    return store.read(
        lambda session: settings(session, learner_id=holder(session, cookie, NOW)).zone
    )


def test_a_double_click_starts_one_sitting(visitor: Visitor) -> None:
    page = visitor.get(SET)

    first, second = (visitor.submit(page, "/practice") for _ in range(2))

    assert first.leads_to == second.leads_to


def test_a_form_that_no_page_of_ours_has_is_refused(visitor: Visitor) -> None:
    page = visitor.get(SET)

    assert visitor.submit(page, "/practice", start_key="short").status == 400
    assert visitor.submit(page, "/practice", other="field").status == 400
    assert visitor.post("/sets/none/practice").status == 404


# --- reports ---


def test_a_report_is_kept_for_who_keeps_the_set(as_ana: Visitor, start: Start, web_store) -> None:
    attempt = start()
    said = f"It is not so in {attempt}."

    sent = as_ana.submit(
        as_ana.get(f"{attempt}/1"), "/report", text=f"  It is not so\n in {attempt}. "
    )

    assert sent.leads_to == f"{attempt}/1?reported=yes#report"
    assert "it was noted" in as_ana.follow(sent).text
    found = [one for one in web_store.read(newest_reports) if one.text == said]
    assert [one.set_id for one in found] == ["small"]


def test_the_same_report_twice_is_one(as_ana: Visitor, start: Start, web_store) -> None:
    attempt = start()
    page = as_ana.get(f"{attempt}/1")
    for _ in range(2):
        as_ana.submit(page, "/report", text=f"Twice {attempt}")

    found = [one.text for one in web_store.read(newest_reports)]

    assert found.count(f"Twice {attempt}") == 1


@pytest.mark.parametrize(
    ("text", "words"), [("  ", "Say what is wrong"), ("x" * 2_001, "at most 2,000 letters")]
)
def test_a_report_that_cannot_be_kept_is_shown_again(
    as_ana: Visitor, start: Start, text: str, words: str
) -> None:
    attempt = start()

    sent = as_ana.submit(as_ana.get(f"{attempt}/1"), "/report", text=text)

    assert sent.status == 422
    assert words in sent.text
    assert sent.page.one("textarea").text.strip() == text.strip()
    assert form_of(sent)["action"] == f"{attempt}/1"
