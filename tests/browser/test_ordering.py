"""An order, with scripts: moved by buttons, keys and dragging; said aloud; stored as it stands."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.made import Made, made, place_of
from tests.browser.taking import go_on, press

pytestmark = pytest.mark.browser

PRINTED = ["the summit", "the talks", "the visit"]


@pytest.fixture(scope="module")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with made(tmp_path_factory.mktemp("made")) as served:
        yield served


@pytest.fixture
def page(visit: Visit, quizzes: Made) -> Page:
    """The page of an order that nobody has touched, where answers may be changed."""
    context = visit(360, has_touch=True)
    page = context.new_page()
    page.goto(f"{quizzes.quiz(context, feedback='end')}/{place_of('ordering')}")
    return page


def rows(page: Page) -> list[str]:
    return page.locator(".order-text").all_inner_texts()


def places(page: Page) -> dict[str, str]:
    """Return what the form would send, by the text of the entry."""
    found = page.locator(".order-row").all()
    return {
        row.locator(".order-text").inner_text(): row.locator("select").input_value()
        for row in found
    }


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def test_a_button_moves_an_entry_says_where_it_is_and_keeps_the_focus(page: Page) -> None:
    button(page, "Move down: the summit").click()

    assert rows(page) == ["the talks", "the summit", "the visit"]
    assert places(page) == {"the talks": "1", "the summit": "2", "the visit": "3"}
    expect(page.get_by_role("status")).to_have_text("the summit: place 2 of 3")
    expect(button(page, "Move down: the summit")).to_be_focused()


def test_arrow_keys_move_the_entry_in_which_the_focus_is(page: Page) -> None:
    button(page, "Move up: the visit").focus()

    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")

    assert rows(page) == ["the visit", "the summit", "the talks"]
    expect(button(page, "Move up: the visit")).to_be_focused()


def test_the_first_goes_no_further_up_and_says_so(page: Page) -> None:
    up = button(page, "Move up: the summit")
    expect(up).to_have_attribute("aria-disabled", "true")

    up.focus()
    page.keyboard.press("Enter")

    assert rows(page) == PRINTED
    expect(page.get_by_role("status")).to_have_text("the summit is first already")


def _drag(page: Page, entry: str, to: str) -> None:
    grip = page.locator(".order-row", has_text=entry).locator(".order-grip").bounding_box()
    over = page.locator(".order-row", has_text=to).bounding_box()
    assert grip is not None
    assert over is not None
    is_up = over["y"] < grip["y"]
    page.mouse.move(grip["x"] + 5, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    end = over["y"] + (3 if is_up else over["height"] - 3)
    page.mouse.move(grip["x"] + 5, end, steps=12)


@pytest.mark.parametrize(
    ("entry", "to", "order"),
    [
        ("the visit", "the summit", ["the visit", "the summit", "the talks"]),
        ("the summit", "the visit", ["the talks", "the visit", "the summit"]),
        ("the talks", "the visit", ["the summit", "the visit", "the talks"]),
    ],
)
def test_an_entry_is_dragged_by_its_grip(page: Page, entry: str, to: str, order: list[str]) -> None:
    _drag(page, entry, to)
    expect(page.locator(".order-row[data-dragged]")).to_have_count(1)
    page.mouse.up()

    assert rows(page) == order
    assert list(places(page).values()) == ["1", "2", "3"]
    expect(page.get_by_role("status")).to_have_text(f"{entry}: place {order.index(entry) + 1} of 3")
    expect(page.locator(".order-row[data-dragged]")).to_have_count(0)


def test_after_the_finger_is_lifted_nothing_follows_it(page: Page) -> None:
    _drag(page, "the visit", "the summit")
    page.mouse.up()
    before = rows(page)

    page.mouse.move(20, 700)

    assert rows(page) == before


def test_an_order_that_nobody_touched_is_sent_by_the_button_that_answers(page: Page) -> None:
    assert set(places(page).values()) == {""}

    go_on(page)

    press(page.get_by_role("button", name="Previous"))
    assert places(page) == {"the summit": "1", "the talks": "2", "the visit": "3"}


def test_an_order_that_nobody_touched_is_not_stored_on_leaving(page: Page) -> None:
    press(button(page, "Skip"))

    expect(page.locator("main")).to_contain_text("0 answered")


def test_a_stored_order_is_shown_as_it_was_left(page: Page) -> None:
    button(page, "Move up: the visit").click()
    press(button(page, "Skip"))

    press(button(page, "Previous"))

    assert rows(page) == ["the summit", "the visit", "the talks"]
    expect(page.locator("main")).to_contain_text("1 answered")


def test_every_entry_is_reached_without_its_list_of_places(page: Page) -> None:
    expect(page.locator(".order select:visible")).to_have_count(0)
    expect(page.locator(".order-move:visible")).to_have_count(6)
    assert page.locator(".order-move").first.get_attribute("id") == "part-1"
