"""P1: one answer, from the form to the disk, beside bare Flask and the driver."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from bench.common.answers import LEARNERS, QUESTIONS, Ready, ready
from bench.common.floor import make_floor
from bench.common.goals import Goal, say, say_machine
from bench.common.servers import best_loads, require_wrk, write_answers
from bench.common.sides import best_cpu
from quizapp import paths
from quizapp.clock import utc_now
from quizapp.library.loader import Library
from quizapp.services.run import open_store
from quizapp.web.app import create_app
from tests import make

RATE = Goal("P1", "answers a second, 16 clients: ours / floor", 0.7, least=True)
P99 = Goal("P1", "99th percentile, 16 clients: ours / floor", 1.5)
CPU = Goal("P1", "in process, calls for the same CPU: ours / floor", 0.5, least=True)
ROUNDS = 3
SECONDS = 3


def in_process(ours_in: Path, floor_in: Path, answers: tuple[list[Ready], list[Ready]]) -> None:
    config = make.config(ours_in)
    store = open_store(config, now=utc_now())
    library = Library(config.questions, paths.WORDING / "en")
    app = create_app(config, store=store, library=library).test_client(use_cookies=False)
    bare = make_floor(str(floor_in / "instance" / "quizapp.db")).test_client(use_cookies=False)
    headers = {"Sec-Fetch-Site": "same-origin"}
    turns = tuple(map(itertools.cycle, answers))

    def send(client: FlaskClient, turn: Iterator[Ready]) -> None:
        one = next(turn)
        sent = headers | {"Cookie": f"quizapp={one.cookie}"}
        assert client.post(one.url, data=one.form(), headers=sent).status_code == 303

    cpu = best_cpu(
        {
            "ours": lambda: send(app, turns[0]),
            "floor": lambda: send(bare, turns[1]),
        },
        calls=40,
        rounds=40,
    )
    store.close()
    say(CPU, cpu["floor"] / cpu["ours"], f"{cpu['ours'] * 1e6:.0f} / {cpu['floor'] * 1e6:.0f} us")


def served(folders: dict[str, Path], answers: dict[str, Path]) -> None:
    best = best_loads(folders, answers, rounds=ROUNDS, seconds=SECONDS)
    mine, bare = best["ours"], best["floor"]
    say(RATE, mine.rate / bare.rate, f"{mine.rate:.0f} / {bare.rate:.0f} a second")
    say(P99, mine.p99 / bare.p99, f"{mine.p99 * 1e3:.1f} / {bare.p99 * 1e3:.1f} ms")


def main() -> None:
    require_wrk()
    say_machine()
    print(f"-- {LEARNERS} learners with {QUESTIONS} questions each")
    with tempfile.TemporaryDirectory() as folder:
        folders = {name: Path(folder) / name for name in ("ours", "floor")}
        answers = {name: ready(place) for name, place in folders.items()}
        in_process(folders["ours"], folders["floor"], (answers["ours"], answers["floor"]))
        served(folders, write_answers(answers, Path(folder)))


if __name__ == "__main__":
    main()
