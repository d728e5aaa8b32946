"""Learners who sit at quizzes of the bundled sets, in an installation that is thrown away."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from quizapp import paths
from quizapp.clock import utc_now
from quizapp.library.loader import REST_SECONDS, Library
from quizapp.services.run import open_store
from quizapp.web.app import create_app
from tests import make
from tests.web.visitor import Answer, Visitor


@contextmanager
def installation() -> Iterator[Flask]:
    """The app on a new database."""
    with tempfile.TemporaryDirectory() as folder:
        config = make.config(Path(folder))
        store = open_store(config, now=utc_now())
        library = Library(config.questions, paths.WORDING / "en", rest=REST_SECONDS)
        yield create_app(config, store=store, library=library)
        store.close()


class Learner(Visitor):
    """Somebody who takes quizzes of the first set that the home page offers."""

    def set_page(self) -> Answer:
        """Open the page of that set."""
        links = (link["href"] for link in self.get("/").page.all("a"))
        return self.get(next(href for href in links if href.startswith("/sets/")))

    def start(self, length: str = "10", feedback: str = "each") -> str:
        """Start a quiz; return the address of the attempt."""
        started = self.submit(self.set_page(), length=length, feedback=feedback)
        assert started.status == 303, started.text
        return started.leads_to.rpartition("/")[0]

    def answer(self, url: str) -> Answer:
        """Choose the first option of a question, or type something, and send it.

        Of what has fields for parts nothing is known.
        """
        seen = self.get(url)
        first = [box["value"] for box in seen.page.all("input", name="response")[:1]]
        said = {"response": first[0] or "something"} if first else {"unknown": "yes"}
        answered = self.submit(seen, **said)
        assert answered.status == 303, answered.text
        return answered

    def finish(self, attempt: str, *, answered: int) -> str:
        """Answer that many questions of an attempt, finish it, return the result's address."""
        for place in range(1, answered + 1):
            self.answer(f"{attempt}/{place}")
        return self.submit(self.get(f"{attempt}/finish")).leads_to
