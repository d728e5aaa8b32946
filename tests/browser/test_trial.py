"""A new user's trial: from an empty instance to a class that answers, by what the pages offer."""

import time
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from quizapp.services.first_admin import admin_secret
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import choose, press
from tests.browser.test_classes import WORDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_from_nothing_to_a_class_that_has_answered(
    visit: Visit, clock: Stepped, width: int
) -> None:
    """No address is typed but the two that are handed over: the admin's link, and the class's."""
    steps: list[tuple[str, float]] = [("", time.perf_counter())]
    secret = clock.store.write(lambda session: admin_secret(session, now=clock.now))
    page = visit(width).new_page()
    page.goto(f"{clock.url}/first-admin/{secret}")
    page.get_by_label("Name").fill("Ms Rao")
    page.get_by_label("Password").fill(WORDS)
    press(page.get_by_role("button", name="Make the account"))
    steps.append(("an account", time.perf_counter()))

    press(page.get_by_role("link", name="My sets"))
    page.get_by_label("Title").fill("Capitals of Europe")
    press(page.get_by_role("button", name="Begin it"))
    press(page.get_by_role("button", name="Save and publish"))
    expect(page.locator(".notice")).to_contain_text("Published.")
    steps.append(("a set", time.perf_counter()))

    press(page.get_by_role("link", name="Classes", exact=True))
    page.get_by_label("Name of the class").fill("10 B")
    press(page.get_by_role("button", name="Make the class"))
    press(page.get_by_role("button", name="Make a code"))
    address = page.locator(".joining a").inner_text()
    steps.append(("a class with a code", time.perf_counter()))

    press(page.get_by_role("link", name="Assign something"))
    page.get_by_label("From which set?").select_option(label="Capitals of Europe")
    press(page.get_by_role("button", name="Assign it"))
    expect(page.locator("[data-watched]")).to_contain_text("0 of 0 learners began")
    steps.append(("an assignment", time.perf_counter()))

    pupil = visit(360).new_page()
    pupil.goto(address)
    pupil.get_by_label("Your name").fill("Asha")
    press(pupil.get_by_role("button", name="Join"))
    press(pupil.locator(".card a").first)
    press(pupil.get_by_role("button", name="Begin"))
    choose(pupil)
    press(pupil.get_by_role("button", name="Save and go on"))
    expect(page.locator("[data-watched]")).to_contain_text("1 of 1 learner began")
    steps.append(("a learner who answers", time.perf_counter()))

    for (_, begun), (what, done) in pairwise(steps):
        print(f"{what}: {done - begun:.1f} s")
