"""What every page keeps on every screen: no axe finding, no sideways scroll, calm, print."""

from collections.abc import Callable, Mapping
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.taking import SET, choose, finish, go_on, is_open, press, start, take, way
from tests.serving import Server

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
#: Ways to answer that every quiz of the set has; the others are looked at in ``test_parts``.
WAYS = {"radio", "checkbox", "text"}
Look = Callable[[str, Page], None]

WIDE = "document.documentElement.scrollWidth - window.innerWidth"
SMALL = """[...document.querySelectorAll(
    "button, .button, .options-row, .marks-choice, .palette-entry, .field input, select, "
      + ".masthead a")]
  .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 44)
  .map(one => one.outerHTML.slice(0, 80))"""
MOVED = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().length))
  .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 200))"""

#: Puts a word of 60 letters into every text that may come from a set.
LENGTHEN = """document.querySelectorAll(
    "main :is(h1, h2, h3, li, dd, td, th, p, a, span, figcaption)"
      + ":not(.unseen, .button, .proof-word, .proof-chosen, .amount)")
  .forEach(one => one.childNodes.forEach(node => {
    if (node.nodeType === Node.TEXT_NODE)
      node.data = node.data.replace(/\\p{L}{6,}/u, "Wort".repeat(15));
  }))"""


def walk(page: Page, server: Server, look: Look) -> None:
    """Show every page in each of its states."""
    for name, path in {
        "home": "/",
        "set": SET,
        "history, empty": "/history",
        "settings": "/settings",
        "plan": f"{SET}/plan",
        "missing": "/nothing",
        "patterns": "/patterns",
    }.items():
        page.goto(server.url + path)
        look(name, page)
    _walk_each(page, server, look)
    _walk_end(page, server, look)
    for name, path in {"home, unfinished": "/", "history": "/history"}.items():
        page.goto(server.url + path)
        look(name, page)


def _walk_each(page: Page, server: Server, look: Look) -> None:
    """A quiz with feedback after each question, in which every way to answer is met."""
    start(page, server.url, length="all")
    seen: set[str] = set()
    while not page.url.endswith("/finish") and seen != WAYS:
        if is_open(page):
            how = way(page)
            is_new = how in WAYS - seen
            if is_new:
                look(f"question, {how}", page)
                go_on(page)
                look(f"unanswered, {how}", page)
            choose(page)
            go_on(page)
            if is_new:
                look(f"feedback, {how}", page)
            seen |= {how} & WAYS
        go_on(page)
    take(page)
    look("end, all answered", page)
    finish(page)
    look("result", page)


def _walk_end(page: Page, server: Server, look: Look) -> None:
    start(page, server.url, feedback="end")
    look("question, end", page)
    press(page.get_by_role("button", name="Finish the quiz"))
    look("end, nothing answered", page)


def test_axe_finds_nothing_on_any_page_in_light_and_dark(visit: Visit, server: Server) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str, page: Page) -> None:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if faults := [_told(fault) for fault in Axe().run(page).response["violations"]]:
                found[f"{name}, {scheme}"] = faults

    # Without motion: a colour on its way from light to dark is neither.
    walk(visit(360, reduced_motion="reduce").new_page(), server, look)

    assert found == {}


def _told(fault: Mapping[str, object]) -> str:
    nodes = fault["nodes"]
    assert isinstance(nodes, list)
    return f"{fault['id']}: {nodes[0]['html']} ({len(nodes)})"


def test_no_page_scrolls_sideways_or_has_a_target_that_is_too_small(
    visit: Visit, server: Server
) -> None:
    found: dict[str, object] = {}

    def look(name: str, page: Page) -> None:
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 800})
            over, small = page.evaluate(WIDE), page.evaluate(SMALL)
            if over > 0 or small:
                found[f"{name}, {width}"] = (over, small)

    walk(visit(320).new_page(), server, look)

    assert found == {}


def test_a_very_long_word_is_broken_and_widens_no_page(visit: Visit, server: Server) -> None:
    found: dict[str, int] = {}

    def look(name: str, page: Page) -> None:
        page.evaluate(LENGTHEN)
        if (over := page.evaluate(WIDE)) > 0:
            found[name] = over

    walk(visit(320).new_page(), server, look)

    assert found == {}


def test_nothing_moves_when_a_page_loads(visit: Visit, server: Server) -> None:
    moved: dict[str, int] = {}

    def look(name: str, page: Page) -> None:
        moved[name] = page.evaluate(MOVED)

    walk(visit().new_page(), server, look)

    assert {name: count for name, count in moved.items() if count} == {}


def test_motion_is_short_and_none_for_those_who_want_none(visit: Visit, server: Server) -> None:
    seconds = """Math.max(...[...document.querySelectorAll("*")].map(
      one => parseFloat(getComputedStyle(one).transitionDuration)))"""
    usual, still = visit().new_page(), visit(reduced_motion="reduce").new_page()
    for page in (usual, still):
        page.goto(f"{server.url}/patterns")

    assert 0 < usual.evaluate(seconds) < 0.15
    assert still.evaluate(seconds) == 0


def test_light_and_dark_differ_and_follow_the_system(visit: Visit, server: Server) -> None:
    colours = set()
    for scheme in SCHEMES:
        page = visit(color_scheme=scheme).new_page()
        page.goto(server.url)
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert len(colours) == 2


def test_print_shows_the_content_on_white_and_nothing_to_press(
    visit: Visit, server: Server
) -> None:
    page = visit(color_scheme="dark").new_page()
    start(page, server.url)
    take(page)
    finish(page)

    page.emulate_media(media="print")

    assert page.locator(".button:visible, nav:visible").count() == 0
    assert page.locator("article.review:visible").count() == 5
    body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (body, ink) == ("rgb(255, 255, 255)", "rgb(37, 34, 28)")
