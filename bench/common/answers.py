"""Learners in mid-quiz, ready to answer: in a database of ours, and as a file for wrk."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp import paths
from quizapp.clock import utc_now
from quizapp.library.loader import Library
from quizapp.services.papers import Paper, compose_paper
from quizapp.services.quizzes import question, start_quiz
from quizapp.services.run import Store, open_store
from quizapp.services.tokens import new_token
from tests import make
from tests.people import holder

#: Whatever else is answered takes its own fields; what is measured is the way to the disk.
_CHOSEN = frozenset({"choice", "true_false"})
LEARNERS = 200
QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that only lacks its submission key.

    Attributes:
        url: of the question.
        cookie: of the learner.
    """

    url: str
    cookie: str
    showing_id: str
    response: str

    def form(self) -> dict[str, str]:
        """Return the form as a page sends it, with a key of its own."""
        return {
            "showing_id": self.showing_id,
            "submission_key": secrets.token_urlsafe(16),
            "response": self.response,
        }


def ready(folder: Path) -> list[Ready]:
    """Make an installation in a folder where learners sit at quizzes with feedback at the end.

    Such a question may be answered again and again, and each answer is stored.
    """
    config = make.config(folder)
    store = open_store(config, now=utc_now())
    shelf = Library(config.questions, paths.WORDING / "en").shelf("india-us-2plus2-2023")
    today = utc_now().date()
    papers = [
        compose_paper(shelf, size=QUESTIONS, feedback_each=False, seed=seed, today=today)
        for seed in range(20)
    ]
    found = [one for number in range(LEARNERS) for one in _sit(store, papers[number % len(papers)])]
    store.settle()
    store.close()
    return found


def _sit(store: Store, paper: Paper) -> Iterator[Ready]:
    now = utc_now()
    started = store.write(
        lambda session: start_quiz(
            session, learner_id=None, paper=paper, start_key=new_token(), now=now
        )
    )
    learner_id = store.read(lambda session: holder(session, started.cookie, utc_now()))
    for position in range(1, QUESTIONS + 1):
        view = store.read(
            lambda session, position=position: question(
                session,
                learner_id=learner_id,
                attempt_id=started.attempt_id,
                position=position,
            )
        )
        if view.format not in _CHOSEN:
            continue
        response = view.options[0].token
        url = f"/quiz/{started.attempt_id}/{position}"
        yield Ready(url, started.cookie, view.showing_id, response)
