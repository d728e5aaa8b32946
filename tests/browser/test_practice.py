"""Practice as people do it: a week of days, the keyboard alone, a phone, without scripts."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizapp.core.items.item import Item
from quizapp.services.memory import rebuild_all
from quizapp.services.settings import change_settings
from quizapp.store.settings import PRESET
from tests import answerable, make
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import (
    SET,
    choose,
    go_on,
    is_open,
    press,
    shown,
    wait_for_another,
    way,
)
from tests.browser.test_look import SCHEMES, SMALL, WIDE
from tests.people import guest

pytestmark = pytest.mark.browser


def practise(page: Page, clock: Stepped) -> None:
    """Begin a sitting from the page of the set."""
    page.goto(clock.url + SET)
    press(page.get_by_role("button", name="Practise now"))


def numbers(page: Page) -> tuple[int, int]:
    """Return which question of how many is shown."""
    _, place, _, count = page.locator(".meter").inner_text().split()[:4]
    return int(place), int(count)


def sit(page: Page, clock: Stepped, *, scripts: bool) -> int:
    """Answer every question of a sitting and end it; return how many there were."""
    asked = 0
    if scripts:
        page.evaluate("window.unloaded = false")
    while "/result" not in page.url:
        clock.wait(seconds=12)
        if is_open(page):
            choose(page)
            asked += 1
        button = page.locator("main :is(.button[data-tone=primary], .ratings > .button)").first
        if not scripts or "End the sitting" in button.inner_text():
            press(button)
            continue
        before = shown(page)
        button.click()
        wait_for_another(page, before)
        assert page.evaluate("window.unloaded === false"), "a page was loaded in between"
    return asked


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (360, False)], ids=["wide", "plain"])
def test_a_week_of_practice(visit: Visit, clock: Stepped, width: int, scripts: bool) -> None:
    page = visit(width, scripts=scripts, timezone_id="Asia/Kolkata").new_page()
    asked = []
    for _day in range(7):
        page.goto(clock.url + SET)
        if page.get_by_role("button", name="Practise now").count():
            press(page.get_by_role("button", name="Practise now"))
            asked.append(sit(page, clock, scripts=scripts))
            assert page.evaluate(WIDE) <= 0
        clock.wait(days=1)

    page.goto(clock.url)
    page.wait_for_load_state()

    assert len(asked) == 7
    assert all(asked)
    assert "due to practise" in page.locator("main").inner_text()
    rebuilt = [found for _, found in rebuild_all(clock.store.read, clock.store.write)]
    assert [one.changed for one in rebuilt] == [0]
    assert rebuilt[0].reviews == sum(asked)
    assert rebuilt[0].memories > 20


def test_a_sitting_by_single_keys_alone(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    practise(page, clock)
    keyed = 0

    while "/result" not in page.url:
        clock.wait(seconds=12)
        before = shown(page)
        if is_open(page) and way(page) == "radio":
            page.keyboard.press("A" if keyed % 2 else "2")
            keyed += 1
            expect(page.locator("input[name=response]:checked")).to_have_count(1)
            page.keyboard.press("Enter")
        elif is_open(page) and way(page) == "card":
            page.keyboard.press("Space")
            expect(page.locator("#back")).to_be_focused()
            before = shown(page)
            page.keyboard.press("3")
        elif is_open(page):
            page.keyboard.press("0")
        else:
            page.keyboard.press("Enter")
        wait_for_another(page, before)

    assert keyed >= 3


PRACTICE = {"name": "Classroom", "practice": True}


def sitting_of(page: Page, clock: Stepped, *items: Item, **wanted: object) -> None:
    """Open a sitting of items made by hand, for somebody who wants to practise so."""
    store = clock.store
    person = store.write(lambda session: guest(session, clock.now))
    attempt = store.write(
        lambda session: make.attempt(session, person, clock.now, *items, settings=PRACTICE)
    )
    settings = replace(PRESET, **wanted)  # type: ignore[arg-type]
    store.write(
        lambda session: change_settings(
            session, learner_id=person.id, wanted=settings, now=clock.now
        )
    )
    assert person.cookie is not None
    page.context.add_cookies([{"name": "quizapp", "value": person.cookie, "url": clock.url}])
    page.goto(f"{clock.url}/quiz/{attempt}/1")


def test_a_card_is_turned_and_rated_by_keys(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    sitting_of(page, clock, answerable.card_item("Ana Roy"), make.item())

    page.keyboard.press("Space")
    expect(page.locator("#back")).to_be_focused()
    page.keyboard.press("3")

    expect(page.locator("#feedback")).to_contain_text("Good")


def test_keys_that_are_switched_off_do_nothing(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    sitting_of(page, clock, make.item(), keys=False)

    for key in ("0", "A", "U"):
        page.keyboard.press(key)

    assert is_open(page)
    assert not page.locator("input[name=response]:checked").count()
    assert not page.get_by_text("Keys: A to H").is_visible()


def test_an_order_can_be_made_in_a_page_that_was_exchanged(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    sitting_of(page, clock, make.item(), answerable.ordering_item((2, 0, 1)))
    page.get_by_role("link", name="Skip", exact=True).click()
    expect(page.locator(".meter")).to_contain_text("Question 2")

    expect(page.locator(".order-move").first).to_be_visible()


def test_u_takes_the_last_answer_back(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    practise(page, clock)
    page.keyboard.press("0")
    expect(page.locator("#feedback")).to_be_focused()

    page.keyboard.press("U")

    expect(page.get_by_text("Answer once more")).to_be_visible()
    expect(page.locator("#answer")).to_be_visible()
    page.keyboard.press("0")
    expect(page.locator("#feedback")).to_be_visible()


def test_back_shows_the_question_before(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    practise(page, clock)
    page.keyboard.press("0")
    page.locator("#feedback").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".meter")).to_contain_text("Question 2")
    page.keyboard.press("0")
    page.locator("#feedback").wait_for()

    page.go_back()

    expect(page.locator(".meter")).to_contain_text("Question 1")
    expect(page.locator("#feedback")).to_be_visible()


def test_a_key_in_a_field_is_a_letter(visit: Visit, clock: Stepped) -> None:
    page = visit(1280).new_page()
    practise(page, clock)
    page.locator("summary").click()

    page.locator("textarea").press_sequentially("U 0 a 1")

    assert page.locator("textarea").input_value() == "U 0 a 1"
    assert is_open(page)


def test_where_the_network_fails_the_browser_goes_there_as_ever(
    visit: Visit, clock: Stepped
) -> None:
    page = visit(1280).new_page()
    practise(page, clock)
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')) }")

    page.keyboard.press("0")

    expect(page.locator("#feedback")).to_be_visible()
    go_on(page)
    assert numbers(page)[0] == 2


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_looks_well(visit: Visit, clock: Stepped, scheme: str) -> None:
    page = visit(360 if scheme == "dark" else 1280, color_scheme=scheme).new_page()
    page.goto(clock.url + SET)
    _looks_well(page)
    press(page.get_by_role("button", name="Practise now"))
    _looks_well(page)
    page.keyboard.press("0")
    page.locator("#feedback").wait_for()
    _looks_well(page)
    page.keyboard.press("U")
    page.get_by_text("Answer once more").wait_for()
    page.locator("summary").click()
    _looks_well(page)


def _looks_well(page: Page) -> None:
    assert page.evaluate(WIDE) <= 0
    assert page.evaluate(SMALL) == []
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
