"""Sets from the first line to the learner: written, checked, published, taken, linked to."""

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizapp.core.people.roles import Role
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import press
from tests.browser.test_classes import as_person, teacher
from tests.browser.test_look import SCHEMES, WIDE
from tests.people import account

pytestmark = pytest.mark.browser

TEXT = "The facts, as YAML"
#: What two wrote, in one text.
BOTH = re.compile(r"Lutetia[\s\S]*Lisboa")


def begin(page: Page, clock: Stepped, title: str = "Capitals of Europe") -> None:
    """Begin a set, as a teacher finds the way."""
    page.goto(clock.url)
    press(page.get_by_role("link", name="My sets"))
    page.get_by_label("Title").fill(title)
    press(page.get_by_role("button", name="Begin it"))


def write(page: Page, old: str, new: str) -> None:
    text = page.get_by_label(TEXT)
    text.fill(text.input_value().replace(old, new))


@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (360, True), (360, False)], ids=["wide", "small", "plain"]
)
def test_a_teacher_writes_a_set_mends_it_publishes_it_and_a_learner_takes_it(
    visit: Visit, clock: Stepped, width: int, scripts: bool
) -> None:
    page = as_person(visit(width, scripts=scripts), clock, teacher(clock))
    begin(page, clock)
    expect(page.locator("[data-checked]")).to_contain_text("No faults.")

    write(page, "name: Rome", "nome: Rome")
    if not scripts:
        press(page.get_by_role("button", name="Check it"))
    expect(page.locator("[data-checked]")).to_contain_text("2 faults to mend")
    if scripts:
        page.locator("[data-checked] a").first.click()
        chosen = page.evaluate(
            "() => { const it = document.activeElement;"
            " return it.value.slice(it.selectionStart, it.selectionEnd); }"
        )
        assert "nome: Rome" in chosen
    write(page, "nome: Rome", "name: Rome")
    write(page, "name: Paris", "name: Paris on the Seine")
    page.get_by_label("What did you change?").fill("The river")
    press(page.get_by_role("button", name="Save and publish"))
    expect(page.locator(".notice")).to_contain_text("Published.")
    press(page.get_by_role("link", name="Who sees it"))
    page.get_by_label("Everybody").check()
    press(page.get_by_role("button", name="Save", exact=True))
    assert page.evaluate(WIDE) <= 0

    pupil = visit(360, scripts=scripts).new_page()
    pupil.goto(clock.url)
    press(pupil.get_by_role("link", name="Capitals of Europe"))
    press(pupil.get_by_role("button", name="Start the quiz"))
    expect(pupil.locator("main")).to_contain_text("Question 1 of")

    press(page.get_by_role("link", name="Capitals of Europe"))
    press(page.get_by_role("link", name="Versions"))
    expect(page.locator("main")).to_contain_text("The river")
    press(page.get_by_role("link", name="What changed").first)
    expect(page.locator(".diff").first).to_contain_text("Paris on the Seine")
    assert page.evaluate(WIDE) <= 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_two_who_write_at_once_lose_nothing(visit: Visit, clock: Stepped, scripts: bool) -> None:
    tara = teacher(clock)
    page = as_person(visit(1280, scripts=scripts), clock, tara)
    begin(page, clock)
    other = as_person(visit(1280, scripts=scripts), clock, tara)
    other.goto(page.url)
    write(other, "name: Paris", "name: Lutetia")
    press(other.get_by_role("button", name="Save", exact=True))

    write(page, "name: Lisbon", "name: Lisboa")
    press(page.get_by_role("button", name="Save", exact=True))

    expect(page.locator("main")).to_contain_text("Somebody saved version 2 while you wrote")
    expect(page.get_by_label(TEXT)).to_have_value(BOTH)
    press(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".notice")).to_contain_text("Saved as version 3.")


def test_leaving_with_something_unsaved_is_asked_about(visit: Visit, clock: Stepped) -> None:
    page = as_person(visit(1280), clock, teacher(clock))
    begin(page, clock)
    page.get_by_label(TEXT).press("End")
    page.keyboard.type(" # mine")
    asked: list[str] = []

    def stay(dialog: object) -> None:
        asked.append("asked")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", stay)
    page.get_by_role("link", name="Versions").click()
    page.wait_for_timeout(200)

    assert asked
    expect(page.get_by_label(TEXT)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_link_is_made_and_a_stranger_follows_it(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    page = as_person(visit(1280, scripts=scripts), clock, teacher(clock))
    page.goto(f"{clock.url}/teach/links")
    page.get_by_label("To which set?").select_option("india-us-2plus2-2023")
    page.locator("input[name=length][value='5']").check()
    press(page.get_by_role("button", name="Make the link"))
    address = page.locator(".notice a").inner_text()

    pupil = visit(360, scripts=scripts).new_page()
    pupil.goto(address)
    expect(pupil.locator("main")).to_contain_text("5 questions")
    press(pupil.get_by_role("button", name="Begin"))

    expect(pupil.locator("main")).to_contain_text("Question 1 of 5")


def test_a_zip_goes_out_and_comes_in(visit: Visit, clock: Stepped, tmp_path: Path) -> None:
    page = as_person(visit(1280), clock, teacher(clock))
    begin(page, clock)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Save as a zip").click()
    waiting.value.save_as(tmp_path / "set.zip")
    page.goto(f"{clock.url}/teach/sets")
    page.get_by_label("A zip or a YAML file").set_input_files(tmp_path / "set.zip")
    press(page.get_by_role("button", name="Bring it in"))

    expect(page.locator("[data-checked]")).to_contain_text("No faults.")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_where_sets_are_written(
    visit: Visit, clock: Stepped, width: int, scheme: str
) -> None:
    tara = clock.store.write(
        lambda session: account(session, clock.now, name="Ms Rao", role=Role.TEACHER)
    )
    page = as_person(visit(width, color_scheme=scheme), clock, tara)
    begin(page, clock)
    home = page.url
    write(page, "name: Rome", "nome: Rome")
    page.get_by_label("What did you change?").fill("A fault")
    press(page.get_by_role("button", name="Save", exact=True))
    pages = ["", "/versions", "/versions/2", "/sharing"]
    for url in (
        *(home + rest for rest in pages),
        f"{clock.url}/teach/sets",
        f"{clock.url}/teach/links",
    ):
        page.goto(url)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{url}\n{found.generate_report()}"
        assert page.evaluate(WIDE) <= 0, url
    shots(page, home, clock, width, scheme)


def shots(page: Page, home: str, clock: Stepped, width: int, scheme: str) -> None:
    if "SHOTS" in os.environ:
        folder = Path(os.environ["SHOTS"])
        for name, url in (
            ("edit", home),
            ("versions", home + "/versions"),
            ("diff", home + "/versions/2"),
            ("sharing", home + "/sharing"),
            ("list", f"{clock.url}/teach/sets"),
            ("links", f"{clock.url}/teach/links"),
        ):
            page.goto(url)
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
