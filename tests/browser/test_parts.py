"""Questions with parts, numbers, dates and cards: by finger without scripts, by keys with them."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.made import ITEMS, Made, made, place_of
from tests.browser.taking import choose, finish, go_on, is_open, press, take
from tests.browser.test_keyboard import enter, tab_to
from tests.browser.test_look import MOVED, SCHEMES, SMALL, WIDE

pytestmark = pytest.mark.browser

every_item = pytest.mark.parametrize("name", ITEMS)


@pytest.fixture(scope="module")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with made(tmp_path_factory.mktemp("made")) as served:
        yield served


def right(page: Page) -> None:
    expect(page.locator("#feedback .verdict-word").first).to_contain_text("Right")


# --- by finger, without scripts ------------------------------------------------------------------


def _mark(page: Page) -> None:
    page.locator("label.marks-choice", has_text="True").first.click()
    page.locator("label.marks-choice", has_text="False").last.click()


def _match(page: Page) -> None:
    for row, target in (("A. Ana", "3. mayor"), ("B. Ben", "1. clerk"), ("C. Cy", "2. judge")):
        page.get_by_label(row).select_option(label=target)


def _place(page: Page) -> None:
    for entry, place in (("the visit", "1"), ("the summit", "2"), ("the talks", "3")):
        page.get_by_label(entry, exact=True).select_option(place)


def _measure(page: Page) -> None:
    page.get_by_label("Your answer").fill("1,404")


def _date(page: Page) -> None:
    for label, figures in (("Day", "03"), ("Month", "5"), ("Year", "2023")):
        page.get_by_label(label).fill(figures)


def _turn(page: Page) -> None:
    press(page.get_by_role("link", name="Show the answer"))
    expect(page.locator("#back")).to_contain_text("Ana Roy")


def _pick(text: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_label(text).check()


BY_FINGER: dict[str, Callable[[Page], None]] = {
    "statements": _mark,
    "matching": _match,
    "ordering": _place,
    "number": _measure,
    "date": _date,
    "card": _turn,
    "lists": _pick("A-3, B-1, C-2"),
    "count": _pick("B 2"),
}


@every_item
def test_on_a_phone_without_scripts(visit: Visit, quizzes: Made, name: str) -> None:
    context = visit(360, scripts=False)
    page = context.new_page()
    page.goto(f"{quizzes.quiz(context)}/{place_of(name)}")

    BY_FINGER[name](page)
    answer = "Good" if name == "card" else "Check the answer"
    press(page.get_by_role("button", name=answer))

    right(page)


# --- by keyboard, with scripts -------------------------------------------------------------------


def _mark_by_keys(page: Page) -> None:
    tab_to(page, "input[name=part-1]")
    page.keyboard.press("Space")
    tab_to(page, "input[name=part-2]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")


def _match_by_keys(page: Page) -> None:
    for row, target in (("1", "3"), ("2", "1"), ("3", "2")):
        tab_to(page, f"select[name=part-{row}]")
        page.keyboard.type(target)
    tab_to(page, "button[data-tone=primary]")


def _order_by_keys(page: Page) -> None:
    """The summit, the talks, the visit: the last one goes up twice."""
    row = page.locator(".order-row", has_text="the visit")
    for _stop in range(6):
        tab_to(page, ".order-move")
        if row.locator(":focus").count():
            break
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    tab_to(page, "button[data-tone=primary]")


def _type_by_keys(page: Page) -> None:
    tab_to(page, "input[name=response]")
    page.keyboard.type("1395 km")


def _date_by_keys(page: Page) -> None:
    for part, figures in (("1", "3"), ("2", "5"), ("3", "2023")):
        tab_to(page, f"input[name=part-{part}]")
        page.keyboard.type(figures)


def _rate_by_keys(page: Page) -> None:
    tab_to(page, "#response-1 a")
    enter(page)
    expect(page.locator("#back")).to_be_focused()
    for _rating in range(2):
        tab_to(page, ".ratings > button")


def _key(key: str) -> Callable[[Page], None]:
    def pressed(page: Page) -> None:
        tab_to(page, "input[name=response]")
        page.keyboard.press(key)

    return pressed


BY_KEYS: dict[str, Callable[[Page], None]] = {
    "statements": _mark_by_keys,
    "matching": _match_by_keys,
    "ordering": _order_by_keys,
    "number": _type_by_keys,
    "date": _date_by_keys,
    "card": _rate_by_keys,
    "lists": _key("b"),
    "count": _key("2"),
}


@every_item
def test_on_a_desk_by_keyboard_alone(visit: Visit, quizzes: Made, name: str) -> None:
    context = visit(1280)
    page = context.new_page()
    page.goto(f"{quizzes.quiz(context)}/{place_of(name)}")

    BY_KEYS[name](page)
    enter(page)

    right(page)
    expect(page.locator("#feedback")).to_be_focused()


# --- the way through -----------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("feedback", ["each", "end"])
def test_a_whole_quiz_of_them_comes_to_its_result(
    visit: Visit, quizzes: Made, scripts: bool, feedback: str
) -> None:
    context = visit(360, scripts=scripts)
    page = context.new_page()
    page.goto(quizzes.quiz(context, feedback=feedback))

    take(page)
    finish(page)

    reviews = page.locator("article.review")
    expect(reviews).to_have_count(len(ITEMS))
    for place in range(len(ITEMS)):
        expect(reviews.nth(place)).to_contain_text("Right answer")
        expect(reviews.nth(place)).not_to_contain_text("No answer")
        expect(reviews.nth(place).locator(".passage").first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("without an answer")


@pytest.mark.parametrize("name", sorted(set(ITEMS) - {"card", "ordering"}))
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_sending_nothing_says_what_is_missing_and_leads_there(
    visit: Visit, quizzes: Made, name: str, scripts: bool
) -> None:
    context = visit(360, scripts=scripts)
    page = context.new_page()
    page.goto(f"{quizzes.quiz(context)}/{place_of(name)}")

    go_on(page)

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Nothing is")
    summary.get_by_role("link").click()
    first = page.locator("#answer :is(input:not([type=hidden]), select)").first
    expect(first).to_be_focused()


# --- look ----------------------------------------------------------------------------------------


def test_axe_finds_nothing_and_nothing_is_too_wide_or_too_small(
    visit: Visit, quizzes: Made
) -> None:
    context = visit(360, reduced_motion="reduce")
    page = context.new_page()
    found: dict[str, object] = {}

    def look(name: str) -> None:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if faults := Axe().run(page).response["violations"]:
                found[f"{name}, {scheme}"] = [
                    (one["id"], one["nodes"][0]["html"]) for one in faults
                ]
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 800})
            over, small = page.evaluate(WIDE), page.evaluate(SMALL)
            if over > 0 or small:
                found[f"{name}, {width}"] = (over, small)

    page.goto(quizzes.quiz(context))
    for name in ITEMS:
        look(name)
        if name == "card":
            choose(page)
            look("card, turned")
        elif name != "ordering":
            go_on(page)
            look(f"{name}, unanswered")
        choose(page)
        go_on(page)
        assert not is_open(page)
        look(f"{name}, feedback")
        go_on(page)
    finish(page)
    look("result")

    assert found == {}


def test_nothing_moves_when_their_pages_load(visit: Visit, quizzes: Made) -> None:
    context = visit()
    page = context.new_page()
    quiz = quizzes.quiz(context)
    moved = {}
    for name in ITEMS:
        page.goto(f"{quiz}/{place_of(name)}")
        moved[name] = page.evaluate(MOVED)

    assert {name: count for name, count in moved.items() if count} == {}
