"""One learner in one quiz that takes answers without end, for a server that is about to fail."""

import json
import random
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace

from quizapp.services.answering import MOST_RESPONSES
from tests.durability.browsing import Browser, Page
from tests.durability.learner import SET, Sent, chosen

#: As long as a quiz may be: with all answers that a question takes, more than a small disk holds.
_LENGTH = 20


@dataclass
class Sitting:
    """A quiz with feedback at the end: its questions may be answered again and again, in turn.

    Attributes:
        questions: their addresses.
    """

    browser: Browser
    rng: random.Random
    questions: tuple[str, ...]
    sent: list[Sent] = field(default_factory=list)
    acknowledged: list[Sent] = field(default_factory=list)

    def answer(self) -> Page:
        """Send an answer once, and note it if it was acknowledged."""
        question = self.questions[len(self.sent) % len(self.questions)]
        one = chosen(self.browser.get(question), question, self.rng)
        return self.send(replace(one, submission_key=secrets.token_urlsafe(16)))

    def send(self, one: Sent) -> Page:
        self.sent.append(one)
        page = self.browser.post(one.url, one.fields)
        if page.status == 303:
            self.acknowledged.append(one)
        return page

    def answer_until_refused(self) -> Page:
        for _ in range(_LENGTH * MOST_RESPONSES - len(self.sent)):
            page = self.answer()
            if page.status != 303:
                return page
        raise AssertionError(f"{len(self.sent)} answers were taken")

    @property
    def unready(self) -> str:
        """Why no answers are taken, as the server says; the empty text where they are."""
        page = self.browser.get("/readyz")
        said = json.loads(page.text)
        assert (page.status == 200) is said["ready"] is not bool(said["reason"])
        reason: str = said["reason"]
        return reason

    @property
    def is_readable(self) -> bool:
        """Whether the question and the history can be read."""
        return all(self.browser.get(url).status == 200 for url in (self.questions[0], "/history"))


@contextmanager
def sitting(port: int) -> Iterator[Sitting]:
    """A quiz that was started."""
    with closing(Browser(port)) as browser:
        page = browser.get(SET)
        key = next(one["value"] for one in page.inputs if one["name"] == "start_key")
        form = (("start_key", key), ("length", str(_LENGTH)), ("feedback", "end"))
        begun = browser.post(f"{SET}/start", form)
        assert begun.status == 303, begun.text
        quiz = begun.leads_to.rpartition("/")[0]
        questions = tuple(f"{quiz}/{position}" for position in range(1, _LENGTH + 1))
        yield Sitting(browser, random.Random(1), questions)
