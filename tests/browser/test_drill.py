"""Drills as people do them: from what is mixed up to the result, by keys, on a phone, plain."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from quizapp.core.memory.leeches import LAPSES
from quizapp.library.shelf import Shelf
from quizapp.services.known_answers import pairs_of
from quizapp.store.memories import save_memories
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import SET, choose, is_open, press, shown, wait_for_another
from tests.browser.test_look import LENGTHEN, SCHEMES, SMALL, WIDE
from tests.core.items import bundled
from tests.people import Person, guest
from tests.services.memories import memories
from tests.services.mixing import NAMES, mix_up

pytestmark = pytest.mark.browser

KNOWN = f"{SET}/known"


def confused(page: Page, clock: Stepped) -> Person:
    """Let a page be of somebody who takes two people for each other."""
    person = clock.store.write(lambda session: guest(session, clock.now))
    clock.store.write(lambda session: mix_up(session, person, clock.now))
    assert person.cookie is not None
    page.context.add_cookies([{"name": "quizapp", "value": person.cookie, "url": clock.url}])
    return person


def drill(page: Page, clock: Stepped) -> None:
    page.goto(clock.url + KNOWN)
    press(page.get_by_role("button", name="Practise this pair").first)


def options(page: Page) -> list[str]:
    return sorted(page.locator(".options-text").all_inner_texts())


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_pair_is_practised_to_the_end(
    visit: Visit, clock: Stepped, width: int, scripts: bool
) -> None:
    page = visit(width, scripts=scripts).new_page()
    confused(page, clock)
    drill(page, clock)
    asked = 0

    while "/result" not in page.url:
        clock.wait(seconds=12)
        assert page.evaluate(WIDE) <= 0
        if is_open(page):
            assert options(page) == sorted(NAMES)
            choose(page, asked % 2)
            asked += 1
        button = page.locator("main .button[data-tone=primary]").first
        if not scripts or "End the sitting" in button.inner_text():
            press(button)
        else:
            before = shown(page)
            button.click()
            wait_for_another(page, before)

    assert 6 <= asked <= 10
    assert f" of {asked}" in page.locator("main").inner_text()


def test_a_drill_by_the_keyboard_alone(visit: Visit, clock: Stepped) -> None:
    page = visit(360).new_page()
    confused(page, clock)
    page.goto(clock.url + KNOWN)
    button = page.get_by_role("button", name="Practise this pair").first
    for _ in range(400):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    expect(button).to_be_focused()

    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.press("B")
    expect(page.locator("input[name=response]:checked")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#feedback")).to_be_focused()
    page.keyboard.press("U")
    expect(page.get_by_text("Answer once more")).to_be_visible()
    page.keyboard.press("0")
    expect(page.locator("#feedback")).to_contain_text("No answer")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_where_nothing_can_be_asked_it_is_said_beside_the_pairs(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    page = visit(360, scripts=scripts).new_page()
    confused(page, clock)

    page.goto(f"{clock.url}{KNOWN}?nothing=drill#confusions")

    expect(page.get_by_text("There is nothing to ask about this pair now")).to_be_in_viewport()


def slipping(page: Page, clock: Stepped) -> None:
    """Let a page be of such a learner, who forgets again and again what was mixed up."""
    person = confused(page, clock)

    def slip(session: Session) -> None:
        known = memories(session, person)
        mixed = {slot for one in pairs_of(session, person.id, shelf) for slot in one.slots}
        worse = [
            replace(
                known[slot],
                memory=replace(known[slot].memory, reps=9, lapses=LAPSES, stability=1.0),
                due=clock.now.date(),
            )
            for slot in sorted(mixed)
        ]
        save_memories(session, person.id, worse, known=known)

    shelf = Shelf(bundled.context().bank, bundled.context().wording)
    clock.store.write(slip)


def states(page: Page, clock: Stepped) -> Iterator[str]:
    """Show each page that a drill adds something to; yield what it is."""
    page.goto(f"{clock.url}{KNOWN}?nothing=drill#confusions")
    yield "known"
    page.goto(clock.url + SET)
    yield "set with leeches"
    drill(page, clock)
    yield "question"
    choose(page)
    page.locator("main .button[data-tone=primary]").first.click()
    page.locator("#feedback").wait_for()
    yield "feedback"


def test_axe_finds_nothing_in_light_and_dark(visit: Visit, clock: Stepped) -> None:
    page = visit(360, reduced_motion="reduce").new_page()
    slipping(page, clock)
    found = {}

    for name in states(page, clock):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                if faults := Axe().run(page).response["violations"]:
                    told = [(one["id"], one["nodes"][0]["html"]) for one in faults]
                    found[f"{name}, {width}, {scheme}"] = told

    assert found == {}


def test_nothing_scrolls_sideways_whatever_the_words(visit: Visit, clock: Stepped) -> None:
    page = visit(320).new_page()
    slipping(page, clock)
    found = {}

    for name in states(page, clock):
        over, small = page.evaluate(WIDE), page.evaluate(SMALL)
        if name != "question":
            page.evaluate(LENGTHEN)
        if over > 0 or small or page.evaluate(WIDE) > 0:
            found[name] = (over, small, page.evaluate(WIDE))

    assert found == {}
