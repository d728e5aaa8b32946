"""Whole ways through the app, on a phone and a desk, with scripts and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device, Visit
from tests.browser.taking import (
    attempt_of,
    choose,
    filled,
    finish,
    go_on,
    main_button,
    press,
    responses,
    start,
    take,
)
from tests.serving import Server, served

pytestmark = pytest.mark.browser

#: Where four devices would show no more than two.
two_devices = pytest.mark.parametrize(
    "device", [Device(360, scripts=False), Device(1280, scripts=True)], indirect=True, ids=str
)


def test_a_newcomer_gets_to_a_result_with_every_proof(page: Page, server: Server) -> None:
    page.goto(server.url)
    press(page.locator("main article a").first)
    expect(page.locator("main")).to_contain_text("Where it comes from")
    page.locator("input[name=length][value='5']").check()
    go_on(page)
    choose(page)
    go_on(page)
    expect(page.locator("#feedback mark, #feedback .passage").first).to_be_visible()

    take(page)
    finish(page)

    expect(page.locator(".score")).to_contain_text("of 5 marks")
    reviews = page.locator("article.review")
    expect(reviews).to_have_count(5)
    for place in range(5):
        review = reviews.nth(place)
        expect(review).to_contain_text("Your answer")
        expect(review).to_contain_text("Right answer")
        expect(review.locator("mark, .passage").first).to_be_visible()
    result = page.locator("main").inner_text()
    press(page.get_by_role("link", name="My history").first)
    press(page.locator(".attempts a").first)
    assert page.locator("main").inner_text() == result


def test_a_quiz_goes_on_after_the_server_was_killed(page: Page, tmp_path: Path) -> None:
    with served(tmp_path / "instance") as server:
        start(page, server.url, feedback="end")
        for _ in range(2):
            choose(page, 1)
            go_on(page)
        attempt = attempt_of(page)

        server.kill()
        server.start()

        page.goto(server.url)
        expect(page.locator("main")).to_contain_text("2 of 5 questions answered")
        press(page.get_by_role("link", name="Go on"))
        expect(page.locator("main")).to_contain_text("Question 3 of 5")
        take(page)
        finish(page)
        expect(page.locator("article.review")).to_have_count(5)
        assert responses(tmp_path / "instance", attempt) == 5


@pytest.mark.parametrize("feedback", ["each", "end"])
def test_a_double_click_counts_once(
    page: Page, server: Server, instance: Path, feedback: str
) -> None:
    page.goto(f"{server.url}/sets/india-us-2plus2-2023")
    page.locator("input[name=length][value='5']").check()
    page.locator(f"input[name=feedback][value='{feedback}']").check()
    main_button(page).dblclick()
    page.wait_for_url("**/quiz/*/1")
    choose(page)
    main_button(page).dblclick()
    page.wait_for_url("**/quiz/*/1#feedback" if feedback == "each" else "**/quiz/*/2")
    attempt = attempt_of(page)

    assert responses(instance, attempt) == 1
    page.goto(f"{server.url}/history")
    expect(page.get_by_role("link", name="Go on:")).to_have_count(1)
    expect(page.locator("main")).to_contain_text("1 of 5 questions answered")


def test_with_scripts_a_second_press_sends_nothing(visit: Visit, server: Server) -> None:
    page = visit().new_page()
    page.goto(f"{server.url}/sets/india-us-2plus2-2023")

    sent = page.evaluate(
        """() => {
          let sent = 0;
          document.addEventListener("submit", event => {
            if (!event.defaultPrevented) sent += 1;
            event.preventDefault();
          });
          const button = document.querySelector("main button");
          button.click();
          button.click();
          return sent;
        }"""
    )

    assert sent == 1


def test_back_and_reload_lose_nothing_and_count_nothing_twice(
    page: Page, server: Server, instance: Path
) -> None:
    start(page, server.url)
    choose(page)
    go_on(page)
    expect(page.locator("#feedback")).to_be_visible()

    page.reload()
    expect(page.locator("#feedback")).to_be_visible()
    go_on(page)
    choose(page)
    go_on(page)
    for _ in range(3):
        page.go_back()
    page.goto(page.url.partition("#")[0])

    expect(page.locator("#feedback")).to_be_visible()
    assert responses(instance, attempt_of(page)) == 2


@two_devices
def test_back_and_another_answer_is_the_one_that_counts_where_that_is_allowed(
    page: Page, server: Server, instance: Path
) -> None:
    start(page, server.url, feedback="end")
    choose(page, 0)
    go_on(page)

    page.go_back()
    page.wait_for_url("**/quiz/*/1")
    choose(page, 1)
    chosen = filled(page)
    go_on(page)
    press(page.get_by_role("button", name="Previous"))

    expect(page.get_by_role("button", name="Next")).to_be_visible()
    assert filled(page) == chosen
    assert responses(instance, attempt_of(page)) == 2


def test_of_two_tabs_the_first_answer_counts_and_the_other_tab_says_so(
    page: Page, server: Server, instance: Path
) -> None:
    start(page, server.url)
    other = page.context.new_page()
    other.goto(page.url)
    choose(page, 0)
    choose(other, 1)
    go_on(page)
    expect(page.locator("#feedback")).to_be_visible()
    mine = page.locator("#feedback").inner_text()

    go_on(other)

    expect(other.get_by_role("status")).to_contain_text("Your first answer counts")
    assert other.locator("#feedback").inner_text() == mine
    assert responses(instance, attempt_of(page)) == 1


@two_devices
def test_a_quiz_without_any_answer_can_be_skipped_through(page: Page, server: Server) -> None:
    start(page, server.url, feedback="end")
    for _ in range(5):
        press(page.get_by_role("button", name="Skip"))

    expect(page.locator("main li").get_by_role("link", name="Question")).to_have_count(5)
    finish(page)
    expect(page.locator("main")).to_contain_text("0 of 5 questions right, 5 without an answer")
