"""A class from its beginning to the last answer, and an account from guest to another device."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.core.people.roles import Role
from tests.browser.conftest import Visit
from tests.browser.stepped import Stepped
from tests.browser.taking import SET, choose, press, start
from tests.browser.test_look import SCHEMES, WIDE
from tests.people import Person, account
from tests.web.html import Element, parse

pytestmark = pytest.mark.browser

WORDS = "four words of mine"
LEARNERS = 30


def as_person(context: BrowserContext, clock: Stepped, person: Person) -> Page:
    assert person.cookie is not None
    context.add_cookies([{"name": "quizapp", "value": person.cookie, "url": clock.url}])
    return context.new_page()


def teacher(clock: Stepped) -> Person:
    return clock.store.write(
        lambda session: account(session, clock.now, name="Ms Rao", role=Role.TEACHER)
    )


def make_class(page: Page, clock: Stepped) -> str:
    """Make a class and a code of it, as a teacher does; return the code."""
    page.goto(clock.url)
    press(page.get_by_role("link", name="Classes", exact=True))
    page.get_by_label("Name of the class").fill("10 B")
    press(page.get_by_role("button", name="Make the class"))
    press(page.get_by_role("button", name="Make a code"))
    return page.locator(".join-code").inner_text()


def assign(page: Page, *, minutes: str = "", policy: str = "end", closes: str = "") -> None:
    """Give the class of a page five questions of the bundled set."""
    press(page.get_by_role("link", name="Assign something"))
    page.get_by_label("From which set?").select_option("india-us-2plus2-2023")
    page.locator("input[name=length][value='5']").check()
    page.locator(f"input[name=policy][value='{policy}']").check()
    page.get_by_label("Time for an attempt").fill(minutes)
    if closes:
        page.get_by_label("Until when may it be done?").fill(closes)
    press(page.get_by_role("button", name="Assign it"))


class Learner:
    """Somebody with a browser as far as forms go, so that thirty fit into a test."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.page: Element | None = None
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Element:
        return self._open(Request(self.url + path))  # noqa: S310 - our own server

    def send(self, ending: str, **values: str) -> Element:
        assert self.page is not None
        form = next(one for one in self.page.all("form") if one["action"].endswith(ending))
        fields = {
            one["name"]: one.get("value") or "" for one in form.all("input") if one.get("name")
        }
        data = urlencode({**fields, **values}).encode()
        headers = {"Sec-Fetch-Site": "same-origin"}
        return self._open(Request(self.url + form["action"], data, headers))  # noqa: S310

    def _open(self, request: Request) -> Element:
        with self._opener.open(request, timeout=60) as answer:
            self.page = parse(answer.read().decode())
        return self.page


def take(url: str, code: str, name: str) -> None:
    """Join a class, begin what it is assigned, and hand it in."""
    learner = Learner(url)
    learner.get(f"/join/{code}")
    page = learner.send("/join", name=name)
    (task,) = [one["href"] for one in page.all("a") if one["href"].startswith("/tasks/")]
    learner.get(task)
    page = learner.send("/start")
    attempt = page.one("form", id="answer")["action"].rpartition("/")[0]
    learner.get(f"{attempt}/finish")
    learner.send("/finish")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_class_of_thirty_takes_what_it_is_assigned_and_the_teacher_sees_it_come_in(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    page = as_person(visit(1280, scripts=scripts), clock, teacher(clock))
    code = make_class(page, clock)
    assign(page, minutes="20")
    expect(page.locator("[data-watched]")).to_contain_text("0 of 0 learners began")

    with ThreadPoolExecutor(6) as pool:
        names = [f"Learner {chr(65 + number)}" for number in range(LEARNERS)]
        list(pool.map(lambda name: take(clock.url, code, name), names))

    if not scripts:
        press(page.get_by_role("button", name="Look again"))
    watched = page.locator("[data-watched]")
    expect(watched).to_contain_text(f"{LEARNERS} of {LEARNERS} learners began")
    expect(watched.get_by_role("row", name="Learner Z")).to_contain_text("✓ handed in")
    expect(watched.locator("tbody tr")).to_have_count(LEARNERS)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_learner_on_a_phone_joins_answers_and_sees_what_was_right_later(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    staff = as_person(visit(1280), clock, teacher(clock))
    code = make_class(staff, clock)
    closes = (clock.now + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    assign(staff, minutes="10", policy="closed", closes=closes)
    page = visit(360, scripts=scripts).new_page()
    page.goto(f"{clock.url}/classes")
    press(page.get_by_role("link", name="Join a class"))
    page.get_by_label("Code of the class").fill("abc def ghj")
    press(page.get_by_role("button", name="Join"))
    expect(page.locator(".error-summary")).to_contain_text("No class has this code now")
    page.get_by_label("Code of the class").fill(code.lower().replace("-", " "))
    page.get_by_label("Your name").fill("Asha")
    press(page.get_by_role("button", name="Join"))

    press(page.locator(".card a").first)
    press(page.get_by_role("button", name="Begin"))
    expect(page.locator("[data-deadline]")).to_contain_text("left" if scripts else "10 min")
    choose(page)
    press(page.get_by_role("button", name="Save and go on"))
    clock.wait(minutes=10)
    page.reload()

    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
    press(page.get_by_role("button", name="Hand it in"))
    expect(page.locator("main")).to_contain_text("Your answers are safe")
    clock.wait(hours=2)
    page.reload()
    press(page.get_by_role("button", name="Show the result and the answers"))
    expect(page.locator(".score")).to_contain_text("of 5 marks")
    assert page.evaluate(WIDE) <= 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_guest_makes_an_account_and_finds_the_quiz_on_another_device(
    visit: Visit, clock: Stepped, scripts: bool
) -> None:
    page = visit(360, scripts=scripts).new_page()
    start(page, clock.url)
    press(page.get_by_role("link", name="Sign in"))
    press(page.get_by_role("link", name="Make an account"))
    page.get_by_label("Name").fill("Asha Rao")
    page.get_by_label("Password").fill(WORDS)
    press(page.get_by_role("button", name="Make the account"))
    press(page.get_by_role("link", name="My history"))
    expect(page.locator(".attempts > li")).to_have_count(1)

    other = visit(1280, scripts=scripts).new_page()
    other.goto(f"{clock.url}/sign-in?next=/history")
    other.get_by_label("Name").fill("asha rao")
    other.get_by_label("Password").fill("not my words")
    press(other.get_by_role("button", name="Sign in"))
    expect(other.locator(".error-summary")).to_contain_text("do not belong together")
    other.get_by_label("Password").fill(WORDS)
    press(other.get_by_role("button", name="Sign in"))

    expect(other.locator(".attempts > li")).to_have_count(1)
    press(other.get_by_role("link", name="Asha Rao"))
    press(other.get_by_role("button", name="End", exact=True))
    page.reload()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    press(other.get_by_role("button", name="Sign out"))
    expect(other.get_by_role("link", name="Sign in")).to_be_visible()


def test_axe_finds_nothing_in_light_and_dark(visit: Visit, clock: Stepped) -> None:
    person = teacher(clock)
    page = as_person(visit(360, reduced_motion="reduce"), clock, person)
    code = make_class(page, clock)
    its_class = page.url
    assign(page, minutes="20")
    task = page.url
    take(clock.url, code, "Asha")
    places = (
        its_class,
        f"{its_class}/assign",
        task,
        *(clock.url + one for one in ("/teach/classes", "/account", "/join", "/notices")),
        *(clock.url + one for one in ("/classes", "/sign-up", "/sign-in", SET)),
    )
    found = {}

    for place in places:
        page.goto(place)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults = Axe().run(page).response["violations"]
            if faults:
                found[place, scheme] = [fault["id"] for fault in faults]
        assert page.evaluate(WIDE) <= 0, place

    assert found == {}
