"""Settings and the plan until an exam: on each screen, with scripts and without, light and dark."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizapp.clock import utc_now
from tests.browser.conftest import Visit
from tests.browser.taking import SET, press
from tests.serving import Server

pytestmark = pytest.mark.browser

WIDE = "document.documentElement.scrollWidth - window.innerWidth"


def a_day_in(days: int) -> str:
    return (utc_now() + timedelta(days=days)).date().isoformat()


def test_a_learner_sets_an_exam_day_and_takes_it_away(page: Page, server: Server) -> None:
    page.goto(server.url + SET)
    press(page.get_by_role("link", name="Exam day and plan"))
    expect(page.get_by_role("heading", name="If the exam were on")).to_be_visible()

    page.get_by_label("On which day is the exam?").fill(a_day_in(60))
    press(page.get_by_role("button", name="Save the day"))

    expect(page.get_by_role("status")).to_contain_text("Saved: the exam is on")
    expect(page.get_by_role("heading", name="On the day,")).to_be_visible()
    expect(page.locator(".course-curves polyline")).to_have_count(2)
    assert page.evaluate(WIDE) <= 0
    page.get_by_text("The curves as a table").click()
    expect(page.locator("details tbody tr")).to_have_count(10)
    assert page.evaluate(WIDE) <= 0

    press(page.get_by_role("button", name="Take the day away"))
    expect(page.get_by_role("status")).to_contain_text("no exam day is set")


def test_fewer_minutes_in_the_settings_leave_something_unasked(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/settings")
    page.get_by_label("Practice on a day").fill("1")
    page.get_by_label("Time zone").select_option("Asia/Kolkata")
    press(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.get_by_text("By your clock (Asia/Kolkata)")).to_be_visible()

    page.goto(f"{server.url}{SET}/plan")
    page.get_by_label("On which day is the exam?").fill(a_day_in(5))
    press(page.get_by_role("button", name="Save the day"))

    expect(page.get_by_text("Not everything fits")).to_be_visible()
    expect(page.get_by_text("minutes a day all would be")).to_be_visible()


def test_what_cannot_be_is_said_beside_the_field(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/settings")
    page.get_by_label("Practice on a day").fill("many")

    press(page.get_by_role("button", name="Save"))

    page.get_by_role("link", name="Type a number of minutes").click()
    expect(page.get_by_label("Practice on a day")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_all_is_shown(
    visit: Visit, server: Server, width: int, scheme: str
) -> None:
    page = visit(width, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(f"{server.url}{SET}/plan")
    page.get_by_label("On which day is the exam?").fill(a_day_in(5))
    press(page.get_by_role("button", name="Save the day"))
    page.get_by_text("The curves as a table").click()
    found = Axe().run(page).response["violations"]
    page.get_by_label("On which day is the exam?").fill(a_day_in(-5))
    press(page.get_by_role("button", name="Save the day"))
    expect(page.locator(".error-summary")).to_contain_text("Choose a day from")

    assert found == []
    assert Axe().run(page).response["violations"] == []


def test_a_printed_plan_has_its_chart_and_nothing_to_press(visit: Visit, server: Server) -> None:
    page = visit(color_scheme="dark").new_page()
    page.goto(f"{server.url}{SET}/plan")

    page.emulate_media(media="print")

    assert page.locator(".button:visible, nav:visible").count() == 0
    assert page.locator(".course-curves").is_visible()
