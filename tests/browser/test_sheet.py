"""A sheet of items of every kind from the bundled sets: how each looks as a question, and after.

With ``SHEET=folder`` in the environment each page is kept there as an image.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizapp import paths
from quizapp.clock import utc_now
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.themes import themes
from quizapp.library.files import load_set
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.papers import Entry, bundle_of
from quizapp.services.run import open_store
from tests import make
from tests.browser.conftest import Visit
from tests.browser.made import Made
from tests.browser.taking import choose, go_on
from tests.browser.test_look import SCHEMES, WIDE
from tests.people import guest
from tests.serving import served

pytestmark = pytest.mark.browser

_SHEET: Final = os.environ.get("SHEET")
#: So many items of each kind are on the sheet; without one, one is looked at.
EACH: Final = 1 if _SHEET is None else 3
WIDTHS: Final = {"light": 1280, "dark": 360}


@cache
def shelf() -> Shelf:
    return Shelf(load_set(paths.QUESTIONS / "india-us-2plus2-2023.yaml"), load_wording())


@cache
def on_the_sheet() -> dict[str, list[Item]]:
    """Return some items of each kind, drawn at random."""
    found = {kind.name: list(items(shelf().context, kinds=[kind])) for kind in KINDS}
    return {name: Random(name).sample(some, min(EACH, len(some))) for name, some in found.items()}


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Serve a quiz of all these items for each theme."""
    config = make.config(tmp_path_factory.mktemp("sheet"))
    store = open_store(config, now=utc_now())
    now, one = utc_now(), shelf()
    person = store.write(lambda session: guest(session, now))
    entries = [
        Entry.of(item, themes(item, one.bank, one.wording), kind, one.wording.how(item.format))
        for kind, some in on_the_sheet().items()
        for item in some
    ]
    attempts = [
        store.write(
            lambda session: make.attempt(
                session, person, now, *entries, feedback_each=True, bundle=bundle_of(one.bank)
            )
        )
        for _theme in SCHEMES
    ]
    store.close()
    assert person.cookie is not None
    with served(config.instance) as server:
        yield Made(server.url, person.cookie, [f"/quiz/{attempt}" for attempt in attempts])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_is_readable_as_a_question_and_after_it(
    visit: Visit, sheet: Made, scheme: str
) -> None:
    context = visit(WIDTHS[scheme], color_scheme=scheme)
    quiz = sheet.quiz(context)
    page = context.new_page()
    position = 0
    for kind, some in on_the_sheet().items():
        assert some, kind
        for number in range(1, len(some) + 1):
            position += 1
            page.goto(f"{quiz}/{position}")
            _looks_well(page, f"{kind}-{number}", scheme, first=number == 1)
            choose(page)
            go_on(page)
            expect(page.locator("#feedback .verdict-word").first).to_be_visible()
            _looks_well(page, f"{kind}-{number}-after", scheme, first=number == 1)


def _looks_well(page: Page, name: str, scheme: str, *, first: bool) -> None:
    assert page.evaluate(WIDE) <= 0, name
    if first:
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found] == [], name
    if _SHEET is not None:
        folder = Path(_SHEET) / scheme
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)
