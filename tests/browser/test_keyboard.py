"""The keyboard alone: everything is reached, the focus is seen, keys act only where they may."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.taking import choose, go_on, is_open, start, way
from tests.serving import Server

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return true;  // between the last stop and the first
  const shown = one.closest(".options-row, .marks-choice") || one;
  const {outlineStyle, outlineWidth} = getComputedStyle(shown);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element that fits has the focus; every stop on the way must be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never came to {selector}")


def enter(page: Page) -> None:
    """Press Enter, and come back on the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_quiz_can_be_taken_by_keyboard_alone(visit: Visit, server: Server, scripts: bool) -> None:
    page = visit(1280, scripts=scripts).new_page()
    page.goto(server.url)
    tab_to(page, "main article a")
    enter(page)
    tab_to(page, "input[name=length]")
    page.keyboard.press("ArrowUp")
    tab_to(page, "form[action$='/start'] button")
    enter(page)

    while not page.url.endswith("/finish"):
        if is_open(page):
            _answer(page)
            continue
        tab_to(page, ".button[data-tone=primary]")
        enter(page)
    tab_to(page, ".button[data-tone=primary]")
    enter(page)

    expect(page.locator("article.review")).to_have_count(5)


def _answer(page: Page) -> None:
    """Answer whatever is asked, by keys alone."""
    how = way(page)
    if how == "card":
        tab_to(page, "#response-1 a")
        enter(page)
        how = "turned"
    KEYS[how](page)
    enter(page)


def _check_first(page: Page) -> None:
    tab_to(page, "input[name=response]")
    page.keyboard.press("Space")


def _type(page: Page) -> None:
    tab_to(page, "input[name=response]")
    page.keyboard.type("5")


def _mark(page: Page) -> None:
    """Mark everything true; where that fits no code, choose one."""
    tab_to(page, "input[name=part-1]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    _check_first(page)
    page.keyboard.press("ArrowDown")


def _put_in_order(page: Page) -> None:
    if page.locator(".order-move").count():
        tab_to(page, ".order-move")
        page.keyboard.press("ArrowDown")
    else:
        for number in range(1, page.locator(".order select").count() + 1):
            tab_to(page, f"select[name=part-{number}]")
            page.keyboard.type(str(number))
    tab_to(page, ".button[data-tone=primary]")


def _match(page: Page) -> None:
    tab_to(page, "select[name=part-1]")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".button[data-tone=primary]")


def _figures(page: Page) -> None:
    for name, figures in (("day", "1"), ("month", "5"), ("year", "2001")):
        if page.locator(f".figures-{name}").count():
            tab_to(page, f".figures-{name}")
            page.keyboard.type(figures)


def _rate(page: Page) -> None:
    tab_to(page, ".ratings > .button")


KEYS = {
    "radio": _check_first,
    "checkbox": _check_first,
    "text": _type,
    "marks": _mark,
    "order": _put_in_order,
    "matches": _match,
    "figures": _figures,
    "turned": _rate,
}


def test_the_skip_link_comes_first_and_leads_to_the_content(visit: Visit, server: Server) -> None:
    page = visit().new_page()
    page.goto(server.url)

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_after_an_answer_the_focus_is_on_the_feedback(visit: Visit, server: Server) -> None:
    page = visit().new_page()
    start(page, server.url)
    choose(page)
    go_on(page)

    expect(page.locator("#feedback")).to_be_focused()


@pytest.mark.parametrize(("key", "place"), [("2", 1), ("c", 2), ("D", 3)])
def test_keys_choose_an_option_while_the_focus_is_in_the_list(
    visit: Visit, server: Server, key: str, place: int
) -> None:
    page = visit().new_page()
    page.goto(f"{server.url}/patterns")
    options = page.locator("input[name=one]")
    options.first.focus()

    page.keyboard.press(key)

    expect(options.nth(place)).to_be_checked()
    expect(options.nth(place)).to_be_focused()


@pytest.mark.parametrize("where", ["a.brand", "#plain-1"])
def test_keys_choose_nothing_from_elsewhere(visit: Visit, server: Server, where: str) -> None:
    page = visit().new_page()
    page.goto(f"{server.url}/patterns")
    page.locator(where).focus()

    page.keyboard.press("2")
    page.keyboard.press("b")

    expect(page.locator("input[name=one]").nth(2)).to_be_checked()
    expect(page.locator("input[name=one]").nth(1)).not_to_be_checked()


def test_keys_with_a_modifier_belong_to_the_browser(visit: Visit, server: Server) -> None:
    page = visit().new_page()
    page.goto(f"{server.url}/patterns")
    options = page.locator("input[name=many]")
    options.first.focus()

    page.keyboard.press("Control+a")
    expect(options.nth(0)).not_to_be_checked()
    page.keyboard.press("a")
    expect(options.nth(0)).to_be_checked()
