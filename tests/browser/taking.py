"""What people do in a quiz: start, choose, send, finish."""

import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Locator, Page

SET = "/sets/india-us-2plus2-2023"


def start(page: Page, url: str, *, length: str = "5", feedback: str = "each") -> None:
    """Start a quiz as a newcomer does, from the page of the set."""
    page.goto(url + SET)
    wanted = page.locator(f"input[name=length][value='{length}']")
    while not wanted.count():  # the set is still being counted: nobody knows how many are all
        page.reload()
    wanted.check()
    page.locator(f"input[name=feedback][value='{feedback}']").check()
    press(page.get_by_role("button", name="Start the quiz"))


def answers(page: Page) -> Locator:
    """Return the controls of the question that is open on a page."""
    return page.locator("input[name=response]")


def choose(page: Page, place: int = 0) -> None:
    """Choose an option by its place, or type something."""
    first = answers(page).first
    if first.get_attribute("type") == "text":
        first.fill(f"something {place}")
    else:
        answers(page).nth(place).check()


def main_button(page: Page) -> Locator:
    """Return the one button or link that goes on."""
    return page.locator("main .button[data-tone=primary]")


def press(what: Locator) -> None:
    """Click, and come back on the page that it leads to."""
    with what.page.expect_navigation():
        what.click()


def go_on(page: Page) -> None:
    """Press what goes on."""
    press(main_button(page))


def take(page: Page) -> None:
    """Answer every question that is still open, by whatever comes first, up to the end page."""
    while not page.url.endswith("/finish"):
        if answers(page).count():
            choose(page)
        go_on(page)


def finish(page: Page) -> None:
    press(page.get_by_role("button", name="Finish and see the result"))


def attempt_of(page: Page) -> str:
    """Return the id of the attempt that a page belongs to."""
    return page.url.split("/quiz/")[1].split("/")[0]


def responses(instance: Path, attempt: str) -> int:
    """Return how many responses are stored for an attempt."""
    with closing(sqlite3.connect(instance / "quizapp.db")) as database:
        (count,) = database.execute(
            """
            SELECT count(*) FROM responses
            JOIN showings ON showings.id = responses.showing_id
            JOIN attempts ON attempts.id = showings.attempt_id
            WHERE attempts.public_id = ?
            """,
            (attempt,),
        ).fetchone()
        return int(count)
