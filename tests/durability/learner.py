"""A learner who answers quiz after quiz, and remembers what the server said it had stored."""

import random
import re
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event

from tests.durability.browsing import UNREACHABLE, Browser, Fields, Page
from tests.durability.filling import Filled, filled

SET = "/sets/india-us-2plus2-2023"

#: By what the page of a format is known, where it has no options.
_MARKS = {
    "date": 'class="figures"',
    "ordering": "data-order>",
    "matching": 'class="matches"',
    "card": "?show=yes",
}

#: How long a learner tries to send one thing before giving up, in seconds.
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer as it was sent.

    Attributes:
        filled: the answer.
    """

    url: str
    showing_id: str
    submission_key: str
    filled: Filled

    @property
    def fields(self) -> Fields:
        one = (("showing_id", self.showing_id), ("submission_key", self.submission_key))
        chosen = (("response", text) for text in self.filled.chosen)
        parts = ((f"part-{n}", text) for n, text in enumerate(self.filled.parts, 1))
        return (*one, *chosen, *parts)


@dataclass
class Learner:
    """Answers until told to stop; what fails is sent again, as it was.

    Attributes:
        replays: the share of acknowledged answers that are sent once more.
        surprises: answers of the server that none of this should bring about.
    """

    browser: Browser
    rng: random.Random
    stop: Event
    replays: float = 0.1
    sent: list[Sent] = field(default_factory=list)
    acknowledged: list[Sent] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)

    def work(self) -> None:
        """Take one quiz after the other."""
        with closing(self.browser):
            while not self.stop.is_set():
                self.take_quiz()

    def take_quiz(self) -> None:
        url = self.start()
        while not self.stop.is_set() and url and not url.endswith("/finish"):
            page = self._persist(lambda url=url: self.browser.get(url))
            if "submission_key" not in page.text:
                self.surprises.append(f"no form at {url}: {page.status}")
                return
            url = self.answer(chosen(page, url, self.rng))

    def start(self) -> str:
        """Start a quiz and return the address of its first question."""
        page = self._persist(lambda: self.browser.get(SET))
        key = next(one["value"] for one in page.inputs if one["name"] == "start_key")
        feedback = self.rng.choice(("each", "end"))
        form = (("start_key", key), ("length", "5"), ("feedback", feedback))
        begun = self._persist(lambda: self.browser.post(f"{SET}/start", form))
        self.started.append(key)
        return begun.leads_to

    def answer(self, sent: Sent) -> str:
        """Send an answer until it is acknowledged; return the address of the next question."""
        self.sent.append(sent)
        taken = self._persist(lambda: self.browser.post(sent.url, sent.fields))
        if taken.status != 303 or "kept=first" in taken.leads_to:
            self.surprises.append(f"{taken.status} {taken.leads_to} for {sent}")
            return ""
        self.acknowledged.append(sent)
        if self.rng.random() < self.replays:
            again = self.rng.choice(self.acknowledged[-5:])
            replayed = self._persist(lambda: self.browser.post(again.url, again.fields))
            if replayed.status != 303:
                self.surprises.append(f"{replayed.status} for {again} again")
        return following(sent.url) if "#feedback" in taken.leads_to else taken.leads_to

    def _persist(self, send: Callable[[], Page]) -> Page:
        """Return what came back at last; nobody answers while the server is down."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                page = send()
            except UNREACHABLE:
                time.sleep(0.05)
                continue
            if page.status < 500:
                return page
            time.sleep(0.05)
        raise TimeoutError("the server did not come back")


def chosen(page: Page, url: str, rng: random.Random) -> Sent:
    """Return an answer to the question of a page."""
    named = {one["name"]: one["value"] for one in page.inputs if one["type"] == "hidden"}
    tokens = [
        one["value"]
        for one in page.inputs
        # Without a token is the choice that leaves it to the statements' own answers.
        if one["name"] == "response" and one["type"] in {"radio", "checkbox"} and one["value"]
    ]
    parts = len(set(re.findall(r'name="part-[0-9]+"', page.text)))
    format_ = next((name for name, mark in _MARKS.items() if mark in page.text), "")
    targets = page.text.partition("</select>")[0].count("<option") - 1
    answer = filled(format_, tokens, parts, targets, rng)
    return Sent(url, named["showing_id"], named["submission_key"], answer)


def following(url: str) -> str:
    """Return the address of the question after this one; the last of five leads to the end."""
    quiz, _, position = url.rpartition("/")
    return f"{quiz}/{int(position) + 1}" if int(position) < 5 else f"{quiz}/finish"
