"""The settings of a newcomer: the browser's time zone is offered, and nothing chosen is changed."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.taking import press
from tests.serving import Server

pytestmark = pytest.mark.browser

#: Browsers call the zone of India by its former name.
INDIA = {"Asia/Kolkata", "Asia/Calcutta"}


def settings(page: Page, server: Server) -> str:
    """Open the settings and return the time zone that stands in the form."""
    page.goto(f"{server.url}/settings")
    return page.locator("select[name=zone]").input_value()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_zone_of_the_browser_is_offered_and_kept(
    visit: Visit, server: Server, width: int
) -> None:
    page = visit(width, timezone_id="Asia/Kolkata").new_page()

    offered = settings(page, server)
    said = page.get_by_text("You have chosen none yet: this is your browser’s")
    expect(said).to_be_visible()
    press(page.get_by_role("button", name="Save"))

    assert offered in INDIA
    assert settings(page, server) == offered
    expect(page.get_by_text("You have chosen none yet")).to_have_count(0)


def test_without_scripts_it_is_utc_and_the_page_says_so(visit: Visit, server: Server) -> None:
    page = visit(360, scripts=False, timezone_id="Asia/Kolkata").new_page()

    assert settings(page, server) == "UTC"
    expect(page.get_by_text("You have chosen none yet: it is UTC")).to_be_visible()


def test_what_was_chosen_is_never_changed(visit: Visit, server: Server) -> None:
    page = visit(timezone_id="Asia/Kolkata").new_page()
    settings(page, server)
    page.locator("select[name=zone]").select_option("America/Lima")
    press(page.get_by_role("button", name="Save"))

    assert settings(page, server) == "America/Lima"


def test_what_somebody_chose_before_the_script_came_stays(visit: Visit, server: Server) -> None:
    page = visit(timezone_id="Asia/Kolkata").new_page()
    page.add_init_script(
        """const choosing = new MutationObserver(() => {
          const zone = document.querySelector("select[name=zone]");
          if (!zone) return;
          zone.value = "America/Lima";
          if (zone.value === "America/Lima") choosing.disconnect();
        });
        choosing.observe(document, {childList: true, subtree: true});"""
    )

    assert settings(page, server) == "America/Lima"


def test_what_was_chosen_and_is_to_be_mended_stays(visit: Visit, server: Server) -> None:
    page = visit(timezone_id="Asia/Kolkata").new_page()
    settings(page, server)
    page.locator("select[name=zone]").select_option("America/Lima")
    page.locator("input[name=minutes]").fill("none")

    press(page.get_by_role("button", name="Save"))

    expect(page.locator(".error-summary")).to_be_visible()
    assert page.locator("select[name=zone]").input_value() == "America/Lima"
