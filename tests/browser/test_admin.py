"""Running the place in a browser: an admin looks, gives a role, hands a code over, erases."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizapp.core.people.roles import Role
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import press
from tests.browser.test_classes import WORDS, as_person
from tests.browser.test_look import SCHEMES, WIDE
from tests.people import account

pytestmark = pytest.mark.browser

OTHER = "another four good words"


def admin(visit: Visit, clock: Stepped, width: int = 1280, **more: object) -> Page:
    ada = clock.store.write(
        lambda session: account(session, clock.now, name="Ada", role=Role.ADMIN)
    )
    return as_person(visit(width, **more), clock, ada)


def sign_up(visit: Visit, clock: Stepped, name: str, *, scripts: bool = True) -> Page:
    page = visit(360, scripts=scripts).new_page()
    page.goto(f"{clock.url}/sign-up")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(WORDS)
    press(page.get_by_role("button", name="Make the account"))
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_admin_gives_a_role_and_a_code_and_erases_somebody(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    pupil = sign_up(visit, clock, "Asha Rao", scripts=scripts)
    page = admin(visit, clock, scripts=scripts)
    page.goto(clock.url)
    press(page.get_by_role("link", name="Admin"))
    expect(page.locator("main")).to_contain_text("QUIZAPP_INSTANCE")
    press(page.get_by_role("link", name="People"))
    page.get_by_label("Part of a name").fill("asha")
    press(page.get_by_role("button", name="Look"))
    press(page.get_by_role("link", name="Asha Rao"))
    page.get_by_label("a teacher").check()
    press(page.get_by_role("button", name="Save"))
    expect(page.locator(".notice")).to_contain_text("The role is changed.")

    press(page.get_by_role("button", name="New password code"))
    code = page.locator(".join-code").inner_text()
    press(page.get_by_role("link", name="Back"))
    pupil.context.clear_cookies()
    pupil.goto(f"{clock.url}/sign-in")
    press(pupil.get_by_role("link", name="set another password by it"))
    pupil.get_by_label("Name").fill("Asha Rao")
    pupil.get_by_label("Code").fill(code)
    pupil.get_by_label("New password").fill(OTHER)
    press(pupil.get_by_role("button", name="Set it and sign in"))
    expect(pupil.get_by_role("link", name="My sets")).to_be_visible()

    page.get_by_text("Erase them").click()
    page.get_by_label("Type the name: Asha Rao").fill("Asha Rao")
    press(page.get_by_role("button", name="Erase for good"))
    expect(page.locator(".notice")).to_contain_text("Erased.")
    press(page.get_by_role("link", name="Log"))
    expect(page.locator("main")).to_contain_text("erased a person")
    expect(page.locator("main")).not_to_contain_text("Asha Rao")
    pupil.reload()
    expect(pupil.get_by_role("link", name="Sign in")).to_be_visible()


def test_somebody_gets_all_of_theirs_and_goes(visit: Visit, clock: Stepped, tmp_path: Path) -> None:
    page = sign_up(visit, clock, "Asha Rao")
    press(page.get_by_role("link", name="Asha Rao"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Get all of it").click()
    waiting.value.save_as(tmp_path / "asha.zip")
    assert (tmp_path / "asha.zip").stat().st_size > 500

    press(page.get_by_role("link", name="Erase the account"))
    page.get_by_label("Name").fill("Asha Rao")
    page.get_by_label("Password").fill(WORDS)
    press(page.get_by_role("button", name="Erase it for good"))

    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_where_the_place_is_run(
    visit: Visit, clock: Stepped, width: int, scheme: str
) -> None:
    sign_up(visit, clock, "Asha Rao")
    page = admin(visit, clock, width, color_scheme=scheme)
    page.goto(f"{clock.url}/admin/people")
    person = page.get_by_role("link", name="Asha Rao").get_attribute("href")
    shown = {
        "place": "/admin",
        "people": "/admin/people",
        "person": person,
        "sets": "/admin/sets",
        "log": "/admin/log",
        "factor": "/account/second-factor",
        "account": "/account",
        "reset": "/reset",
        "go": "/account/erase",
    }
    for name, path in shown.items():
        page.goto(f"{clock.url}{path}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
        assert page.evaluate(WIDE) <= 0, path
        if "SHOTS" in os.environ:
            target = Path(os.environ["SHOTS"]) / f"{name}-{width}-{scheme}.png"
            page.screenshot(path=target, full_page=True)
