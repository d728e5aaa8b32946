"""What people do in a quiz: start, choose, send, finish."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Locator, Page

SET = "/sets/india-us-2plus2-2023"


def start(page: Page, url: str, *, length: str = "5", feedback: str = "each") -> None:
    """Start a quiz as a newcomer does, from the page of the set."""
    shown = page.goto(url + SET)
    assert shown is not None
    assert shown.ok, f"{shown.status} for {shown.url}"
    wanted = page.locator(f"input[name=length][value='{length}']")
    while not wanted.count():  # the set is still being counted: nobody knows how many are all
        page.reload()
    wanted.check()
    page.locator(f"input[name=feedback][value='{feedback}']").check()
    press(page.get_by_role("button", name="Start the quiz"))


#: Each way to answer, by what only its page has.
WAYS = {
    "order": ".order",
    "matches": ".matches",
    "marks": ".marks",
    "figures": ".figures",
    "card": "#response-1 a",
    "turned": ".ratings",
    "text": "input[name=response][type=text]",
    "checkbox": "input[name=response][type=checkbox]",
    "radio": "input[name=response][type=radio]",
}


def is_open(page: Page) -> bool:
    """Return whether a page asks something."""
    return page.locator("#answer").count() > 0


def way(page: Page) -> str:
    """Return how the open question of a page is answered."""
    return next(name for name, selector in WAYS.items() if page.locator(selector).count())


def answers(page: Page) -> Locator:
    """Return the controls of the question that is open on a page."""
    return page.locator("#answer :is(input:not([type=hidden]), select, .order-move):visible")


def choose(page: Page, place: int = 0) -> None:
    """Fill in something wherever a question asks for it; another place is another answer.

    Of a card only the back is shown: how it is rated, goes on.
    """
    _FILL[way(page)](page, place)


def _turn(page: Page, _place: int) -> None:
    press(page.locator("#response-1 a"))


def _rate_later(_page: Page, _place: int) -> None:
    pass


def _type(page: Page, place: int) -> None:
    field = page.locator("input[name=response]")
    field.fill(
        f"{place + 1}" if field.get_attribute("inputmode") == "decimal" else f"thing {place}"
    )


def _figures(page: Page, place: int) -> None:
    for name, figures in (("day", f"{place + 1}"), ("month", "5"), ("year", "2001")):
        for field in page.locator(f".figures-{name}").all():
            field.fill(figures)


def _match(page: Page, place: int) -> None:
    page.locator(".matches select").first.select_option(str(place))


def _put_in_order(page: Page, place: int) -> None:
    """Move the first entry down by some places, or choose such places."""
    if page.locator(".order-move").count():
        page.locator(".order-move").nth(1).click()
        for _ in range(place):
            page.locator(".order-move:focus").click()
        return
    choices = page.locator(".order select").all()
    for number, choice in enumerate(choices):
        choice.select_option(str((number + place) % len(choices) + 1))


def _check(page: Page, place: int) -> None:
    page.locator("input[name=response]").nth(place).check()


_FILL: dict[str, Callable[[Page, int], None]] = {
    "order": _put_in_order,
    "matches": _match,
    "marks": _check,
    "figures": _figures,
    "card": _turn,
    "turned": _rate_later,
    "text": _type,
    "checkbox": _check,
    "radio": _check,
}


def filled(page: Page) -> list[str]:
    """Return what the controls of the open question hold, by their names."""
    found = []
    for one in page.locator("#answer :is(input:not([type=hidden]), select)").all():
        name = one.get_attribute("name")
        if one.get_attribute("type") in {"radio", "checkbox"}:
            found.append(f"{name} {one.get_attribute('value')}: {one.is_checked()}")
        else:
            found.append(f"{name}: {one.input_value()}")
    return sorted(found)


def main_button(page: Page) -> Locator:
    """Return the one button or link that goes on; of a card the first rating.

    On the page of a set it is the one that starts a quiz, beside the one that starts a sitting.
    """
    if (start := page.locator("form[action$='/start'] .button")).count():
        return start
    return page.locator("main :is(.button[data-tone=primary], .ratings > .button)").first


def shown(page: Page) -> list[object]:
    """Return what changes with each step of a sitting."""
    return [page.url, is_open(page)]


def wait_for_another(page: Page, before: list[object]) -> None:
    """Wait until another step of a sitting is shown, without a page being loaded."""
    page.wait_for_function(
        """([url, open]) => location.href !== url
            || Boolean(document.querySelector("#answer")) !== open""",
        arg=before,
    )


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
        if is_open(page):
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
