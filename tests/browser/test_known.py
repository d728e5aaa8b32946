"""What is known of a set, in a browser: no axe finding, no sideways scroll, print, no scripts."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Visit
from tests.browser.taking import SET, finish, press, start, take
from tests.browser.test_look import LENGTHEN, SCHEMES, SMALL, WIDE
from tests.serving import Server

pytestmark = pytest.mark.browser

KNOWN = f"{SET}/known"


def studied(context: BrowserContext, server: Server) -> Page:
    """Return a page of somebody who took a quiz."""
    page = context.new_page()
    start(page, server.url, length="20")
    take(page)
    finish(page)
    return page


def states(page: Page, server: Server) -> Iterator[str]:
    """Show each page of what is known in each of its states; yield what it is."""
    page.goto(server.url + KNOWN)
    yield "set"
    for summary in page.locator("summary").all():
        summary.click()
    yield "set, all open"
    fact = page.locator(".standings a").first.get_attribute("href")
    page.goto(f"{server.url}{fact}")
    yield "fact"
    page.context.clear_cookies()
    page.reload()
    yield "fact, never asked"
    page.goto(server.url + KNOWN)
    yield "set, nothing known"


def test_axe_finds_nothing_on_any_screen_in_light_and_dark(visit: Visit, server: Server) -> None:
    page = studied(visit(360, reduced_motion="reduce"), server)
    found = {}

    for name in states(page, server):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                if faults := Axe().run(page).response["violations"]:
                    told = [(one["id"], one["nodes"][0]["html"]) for one in faults]
                    found[f"{name}, {width}, {scheme}"] = told

    assert found == {}


def test_nothing_scrolls_sideways_whatever_the_words(visit: Visit, server: Server) -> None:
    page = studied(visit(320), server)
    found = {}

    for name in states(page, server):
        over, small = page.evaluate(WIDE), page.evaluate(SMALL)
        page.evaluate(LENGTHEN)
        if over > 0 or small or page.evaluate(WIDE) > 0:
            found[name] = (over, small, page.evaluate(WIDE))

    assert found == {}


def test_words_of_the_source_lead_to_their_fact_and_it_leads_back(
    visit: Visit, server: Server
) -> None:
    page = studied(visit(scripts=False), server)
    page.goto(server.url + SET)
    press(page.get_by_role("link", name="What you know"))
    assert page.url == server.url + KNOWN

    press(page.locator("a.painted").first)

    expect(page.get_by_role("heading", name="How it fades")).to_be_visible()
    press(page.get_by_role("link", name="What you know"))
    assert page.url == server.url + KNOWN


def test_print_shows_every_table_on_white_and_nothing_to_press(
    visit: Visit, server: Server
) -> None:
    page = studied(visit(color_scheme="dark"), server)
    page.goto(server.url + KNOWN)

    page.emulate_media(media="print")

    assert page.locator(".button:visible, nav:visible, summary:visible").count() == 0
    due = page.locator("section[aria-labelledby=due] tbody tr")
    assert due.last.bounding_box()["height"] > 0
    body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert body == "rgb(255, 255, 255)"
