"""P7: what the page of a question weighs on the wire, in a real browser and counted by hand.

The browser is a Chromium with an empty cache; every request that it sends counts, its own one for
the icon too. The bytes are those of the answers, heads included, as the real server sends them.
Beside it the same answers are fetched through a plain socket and counted.
"""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.common.goals import Goal, say, say_machine
from tests.browser.conftest import FLAGS
from tests.browser.taking import SET, go_on, start
from tests.serving import Server, served

_ICON: Final = ".svg"
#: Milliseconds after the last answer: the icon is asked for when all else is there.
_REST: Final = 1_000


@dataclass  # without slots: playwright marks what listens to it
class Traffic:
    """What a page loads, by the browser's own account.

    Attributes:
        urls: what was asked of the network, not of the cache.
        size: bytes of the answers, by the browser's number of the request.
    """

    urls: dict[str, str] = field(default_factory=dict)
    size: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> "Traffic":
        """Return what a page loads from now on."""
        traffic = cls()
        devtools = page.context.new_cdp_session(page)
        devtools.on("Network.requestWillBeSent", traffic._sent)
        devtools.on("Network.requestServedFromCache", lambda e: traffic._forget(e["requestId"]))
        devtools.on("Network.responseReceived", traffic._received)
        devtools.on("Network.loadingFinished", traffic._finished)
        devtools.send("Network.enable")
        return traffic

    def _sent(self, event: dict[str, Any]) -> None:
        if before := event.get("redirectResponse"):
            # A redirect goes on under the same number; what led to it counts as well.
            self.urls[f"{event['requestId']} before"] = before["url"]
            self.size[f"{event['requestId']} before"] = before["encodedDataLength"]
        self.urls[event["requestId"]] = event["request"]["url"]

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self._forget(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.urls:
            self.size[event["requestId"]] = event["encodedDataLength"]

    def _forget(self, number: str) -> None:
        self.urls.pop(number, None)

    def of_page(self) -> list[str]:
        """Return what the page itself needed: all but the browser's icon."""
        return [url for url in self.urls.values() if not url.endswith(_ICON)]


def browser(playwright: Any) -> Browser:  # noqa: ANN401  # its type is private
    """Return a Chromium."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    path = next(filter(None, (shutil.which(name) for name in names if name)), None)
    chromium: Browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    return chromium


def visited(page: Page, url: str) -> Traffic:
    """Return what opening an address loads."""
    traffic = Traffic.of(page)
    page.goto(url)
    page.wait_for_timeout(_REST)
    return traffic


def by_hand(url: str, context: BrowserContext) -> int:
    """Return the bytes of an answer, its head included, through a plain socket."""
    parts = urlsplit(url)
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies(url))
    ask = (
        f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nCookie: {cookies}\r\n"
        "Accept-Encoding: gzip, deflate, br, zstd\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 80)) as wire:
        wire.sendall(ask.encode())
        return sum(map(len, iter(lambda: wire.recv(65536), b"")))


def say_weight(what: str, traffic: Traffic, *, requests: int, kilobytes: float) -> None:
    """Print how many requests a visit took, and their answers' bytes."""
    names = ", ".join(urlsplit(url).path.rpartition("/")[2] for url in traffic.urls.values())
    ours = Goal("P7", f"{what}: requests of the page", requests)
    say(ours, len(traffic.of_page()), "without the icon")
    every = Goal("P7", f"{what}: requests, the browser's icon included", requests)
    say(every, len(traffic.urls), names)
    weight = Goal("P7", f"{what}: kB by the browser", kilobytes)
    say(weight, sum(traffic.size.values()) / 1000, "all answers, heads included")


def say_by_hand(what: str, urls: Iterable[str], context: BrowserContext, kilobytes: float) -> None:
    """Print the bytes of the same answers through a socket."""
    sizes = [by_hand(url, context) for url in urls]
    goal = Goal("P7", f"{what}: kB by hand", kilobytes)
    say(goal, sum(sizes) / 1000, " + ".join(map(str, sizes)))


def measure(chromium: Browser, server: Server) -> None:
    """Take a quiz in one browser, open a question of it in a new one, twice."""
    first = chromium.new_context()
    page = first.new_page()
    start(page, server.url, feedback="end")
    question = page.url
    cold = chromium.new_context(storage_state=first.storage_state())
    again = cold.new_page()
    traffic = visited(again, question)
    say_weight("question, empty cache", traffic, requests=3, kilobytes=25)
    say_by_hand("question, empty cache", traffic.urls.values(), cold, 25)
    other = question.rpartition("/")[0] + "/2"
    traffic = visited(again, other)
    say_weight("another question", traffic, requests=1, kilobytes=3)
    say_by_hand("another question", traffic.urls.values(), cold, 3)
    newcomer = chromium.new_context().new_page()
    newcomer.goto(server.url + SET)
    newcomer.wait_for_timeout(_REST)
    traffic = Traffic.of(newcomer)
    go_on(newcomer)
    newcomer.wait_for_timeout(_REST)
    say_weight("a newcomer's first question", traffic, requests=3, kilobytes=25)


def main() -> None:
    """Measure and print."""
    say_machine()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "instance") as server,
        sync_playwright() as playwright,
    ):
        chromium = browser(playwright)
        measure(chromium, server)
        chromium.close()


if __name__ == "__main__":
    main()
