"""A real Chromium and the real server. Without a browser: skipped here, a failure where CI=true."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.stepped import Stepped, stepped
from tests.serving import Server, served

#: Quiet, and the same everywhere: no sandbox in containers, nothing that calls home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]


@dataclass(frozen=True, slots=True)
class Device:
    """A screen, and whether scripts run."""

    width: int
    scripts: bool

    def __str__(self) -> str:
        return f"{self.width}-{'scripts' if self.scripts else 'plain'}"


DEVICES = [Device(width, scripts) for width in (360, 1280) for scripts in (True, False)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    path = next(filter(None, (shutil.which(name) for name in names if name)), None)
    if path is None:
        missing = "there is no Chromium here: tools/find-chromium says how to get one"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served") / "instance"


@pytest.fixture(scope="session")
def server(instance: Path) -> Iterator[Server]:
    with served(instance) as server:
        yield server


#: When the clock of a stepped server begins.
BEGUN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def contexts() -> list[BrowserContext]:
    """The profiles that a test opened."""
    return []


@pytest.fixture
def clock(
    tmp_path_factory: pytest.TempPathFactory, contexts: list[BrowserContext]
) -> Iterator[Stepped]:
    """A server whose time is made to pass by the test."""
    with stepped(tmp_path_factory.mktemp("stepped"), BEGUN) as clock:
        yield clock
        # Pages that ask again and again would complain of a server that is gone.
        for context in contexts:
            context.close()


#: Opens a browser profile of its own: ``visit(width=360, scripts=False, color_scheme="dark")``.
Visit = Callable[..., BrowserContext]


@pytest.fixture
def visit(browser: Browser, contexts: list[BrowserContext]) -> Iterator[Visit]:
    """Profiles whose pages may complain of nothing: no console error, nothing from elsewhere."""
    complaints: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: _complaint(said.type, _said(said), complaints))
        page.on("request", lambda request: _foreign(request.url, complaints))

    def visit(width: int = 1280, *, scripts: bool = True, **more: object) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            **more,  # type: ignore[arg-type]
        )
        context.set_default_timeout(20_000)
        context.on("page", watch)
        contexts.append(context)
        return context

    yield visit

    for context in contexts:
        context.close()
    assert not complaints


def _said(message: ConsoleMessage) -> str:
    return f"{message.text} ({message.location.get('url', '')})"


def _complaint(kind: str, text: str, complaints: list[str]) -> None:
    # The browser itself notes pages of status 404 and 422, which some tests ask for.
    if kind in {"error", "warning"} and "server responded with a status of 4" not in text:
        complaints.append(text)


def _foreign(url: str, complaints: list[str]) -> None:
    if not url.startswith("http://127.0.0.1:"):
        complaints.append(f"asked for {url}")


@pytest.fixture(params=DEVICES, ids=str)
def device(request: pytest.FixtureRequest) -> Device:
    return request.param


@pytest.fixture
def page(visit: Visit, device: Device) -> Page:
    """A page of a newcomer, on each device."""
    return visit(device.width, scripts=device.scripts).new_page()
