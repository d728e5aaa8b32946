"""P13: how long answers wait while thirty people sign in at once."""

import itertools
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from bench.common.answers import Ready, ready
from bench.common.goals import Goal, say, say_machine
from bench.common.servers import ours
from quizapp.clock import utc_now
from quizapp.core.people.names import name_key
from quizapp.core.people.roles import Role
from quizapp.services.hashing import hash_password
from quizapp.services.run import open_store
from quizapp.store.accounts import add_account
from quizapp.store.learners import add_guest
from tests import make

GOAL: Final = Goal("P13", "99th percentile of an answer, 30 log in / quiet", 3.0)
LOGINS: Final = 30
CLIENTS: Final = 8
#: So many answers a second come from each client: a class that works, not a storm.
RATE: Final = 5
SECONDS: Final = 6.0
#: Two of them are as many logins as one address has at once.
ROUNDS: Final = 2
_WORDS: Final = "four words of mine"
_HEADERS: Final = {
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
}


def prepare(folder: Path) -> list[Ready]:
    """Fill an installation with answers to be sent and people who will log in."""
    answers = ready(folder)
    hashed = hash_password(_WORDS)
    with closing(open_store(make.config(folder), now=utc_now())) as store:
        for number in range(LOGINS * ROUNDS):
            name = f"Learner {number}"

            def add(session: object, name: str = name) -> None:
                learner = add_guest(session, now=utc_now())  # type: ignore[arg-type]
                add_account(
                    session,  # type: ignore[arg-type]
                    learner,
                    name=name,
                    key=name_key(name),
                    password=hashed,
                    role=Role.LEARNER,
                    now=utc_now(),
                )

            store.write(add)
    return answers


def post(connection: HTTPConnection, url: str, values: dict[str, str], cookie: str = "") -> int:
    """Send a form; return the status."""
    headers = _HEADERS | ({"Cookie": f"quizapp={cookie}"} if cookie else {})
    connection.request("POST", url, urlencode(values), headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def answering(port: int, answers: Sequence[Ready], beside: Callable[[], None]) -> list[float]:
    """Return how long each answer took that was sent in some seconds, in seconds.

    Args:
        beside: what goes on at the same time, begun after one second.
    """
    times: list[float] = []
    statuses: list[int] = []
    until = time.perf_counter() + SECONDS

    def client(own: Sequence[Ready]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        for one in itertools.cycle(own):
            begun = time.perf_counter()
            if begun >= until:
                connection.close()
                return
            statuses.append(post(connection, one.url, one.form(), one.cookie))
            took = time.perf_counter() - begun
            times.append(took)
            time.sleep(max(0.0, 1 / RATE - took))

    threads = [
        threading.Thread(target=client, args=(answers[start::CLIENTS],)) for start in range(CLIENTS)
    ]
    for one in threads:
        one.start()
    time.sleep(1)
    beside()
    for one in threads:
        one.join()
    _require_taken(statuses)
    return times


def _require_taken(statuses: Sequence[int]) -> None:
    refused = [one for one in statuses if one != HTTPStatus.SEE_OTHER]
    if refused or not statuses:
        raise RuntimeError(f"{len(refused)} of {len(statuses)} were refused: {refused[:3]}")


def log_in(port: int, first: int) -> None:
    """Let thirty people sign in at once."""
    statuses: list[int] = []

    def one(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        values = {"name": f"Learner {number}", "password": _WORDS, "leads_to": ""}
        statuses.append(post(connection, "/sign-in", values))
        connection.close()

    threads = [
        threading.Thread(target=one, args=(number,)) for number in range(first, first + LOGINS)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    _require_taken(statuses)


def p99(times: Sequence[float]) -> float:
    """Return the time that 99 of 100 answers took at most."""
    return sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]


def main() -> None:
    """Measure both in turns, and say the best round of each."""
    say_machine()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        answers = prepare(folder)
        quiet, busy = [], []
        with ours(folder) as port:
            answering(port, answers, lambda: None)  # warms the server
            for number in range(ROUNDS):
                quiet.append(p99(answering(port, answers, lambda: None)))
                first = number * LOGINS
                busy.append(p99(answering(port, answers, lambda first=first: log_in(port, first))))
    one, other = min(quiet), min(busy)
    say(GOAL, other / one, f"{other * 1e3:.0f} / {one * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
