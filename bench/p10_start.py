"""P10: from a cold start to the first question, beside Flask alone; and what a worker holds.

Ours is a fresh process that makes the app on an instance folder, starts a quiz on the bundled set
and renders its first question; the floor is one that imports Flask and serves a hello. Both go
through the WSGI app by Werkzeug's test client. The worker is one of ``quizapp serve``.
"""

import http.client
import re
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench.common.goals import Goal, say, say_machine
from bench.common.processes import best_process_cpu, children_of, memory_of, say_cpu

_ROUNDS = 7
_SET = "/sets/india-us-2plus2-2023"
_OWN = {"Sec-Fetch-Site": "same-origin"}
_START = Goal("P10", "cold start to first question / import flask + hello, CPU", 5)
_HELD = Goal("P10", "a worker after 30 quizzes, PSS / 90 MB", 1)


def hello() -> None:
    """Serve one hello: the floor."""
    from flask import Flask  # noqa: PLC0415 - the import is what is measured

    app = Flask("hello")
    app.add_url_rule("/", view_func=lambda: "hello")
    assert app.test_client().get("/").data == b"hello"


def question(instance: str, *, kept: bool) -> None:
    """Make the app, start a quiz and render its first question.

    Args:
        kept: whether the pool may be one that an earlier worker has kept.
    """
    from quizapp.library.sweeping import unswept  # noqa: PLC0415 - as above

    with unswept():  # as ``python -m quizapp`` does
        from quizapp import paths  # noqa: PLC0415
        from quizapp.clock import utc_now  # noqa: PLC0415
        from quizapp.config import read_config  # noqa: PLC0415
        from quizapp.library.loader import Library  # noqa: PLC0415
        from quizapp.services.run import open_store  # noqa: PLC0415
        from quizapp.services.tokens import new_token  # noqa: PLC0415
        from quizapp.web.app import create_app  # noqa: PLC0415

    config = read_config({"QUIZAPP_INSTANCE": instance})
    store = open_store(config, now=utc_now())
    pools = config.instance / "pools" if kept else None
    library = Library(config.questions, paths.WORDING / "en", pools)
    client = create_app(config, store=store, library=library).test_client()
    form = {"start_key": new_token(), "length": "10", "feedback": "each"}
    started = client.post(f"{_SET}/start", data=form, headers=_OWN)
    assert started.status_code == 303, started.status
    page = client.get(started.headers["Location"])
    assert page.status_code == 200, page.status
    assert b"Question 1 of" in page.data


def imports() -> None:
    """Import all that the pages need, and nothing more."""
    from quizapp.library.sweeping import unswept  # noqa: PLC0415

    with unswept():
        import quizapp.services.run  # noqa: PLC0415
        import quizapp.web.app  # noqa: F401, PLC0415


def measure() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        instance = str(Path(folder) / "instance")
        # Once for an installation: the database is made, and a worker keeps the pool.
        question(instance, kept=False)
        held = _worker_memory(Path(instance))
        sides = {
            "hello": [__file__, "hello"],
            "imports": [__file__, "imports"],
            "question": [__file__, "question", instance],
            "unkept": [__file__, "unkept", instance],
        }
        best = best_process_cpu(sides, rounds=_ROUNDS)
        imported = best["imports"] / best["hello"]
        say(
            _START,
            best["question"] / best["hello"],
            f"{best['question']:.3f} s / {best['hello']:.3f} s; imports alone {imported:.2f}, "
            f"without a kept pool {best['unkept'] / best['hello']:.2f}",
        )
        say(_HELD, held["Pss"] / 90, f"PSS {held['Pss']:.0f} MB, RSS {held['Rss']:.0f} MB")
    say_machine()


def _worker_memory(instance: Path) -> dict[str, float]:
    from tests.serving import served  # noqa: PLC0415 - not for the fresh processes

    with served(instance, QUIZAPP_WORKERS="1") as server:
        for _ in range(30):
            _browse(server.port)
        time.sleep(1)  # the warming of the pool has ended by then
        (worker,) = _workers(server.pid)
        return memory_of(worker)


def _workers(pid: int) -> list[int]:
    """Return the children that serve; the resource tracker of multiprocessing is none of them."""
    found = []
    for child in children_of(pid):
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        if b"resource_tracker" not in command:
            found.append(child)
    return found


def _browse(port: int) -> None:
    """See the set, start a quiz and see its first question."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", _SET)
    page = connection.getresponse().read().decode()
    (key,) = re.findall(r'name="start_key"[^>]*value="([^"]+)"', page)
    form = urlencode({"start_key": key, "length": "all", "feedback": "each"})
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"{_SET}/start", form, kind | _OWN)
    started = connection.getresponse()
    started.read()
    assert started.status == 303, started.status
    cookie = started.headers["Set-Cookie"].partition(";")[0]
    first = urlsplit(started.headers["Location"]).path
    connection.request("GET", first, headers={"Cookie": cookie})
    shown = connection.getresponse()
    assert b"Question 1 of" in shown.read()
    connection.close()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["hello"]:
            hello()
            say_cpu()
        case ["imports"]:
            imports()
            say_cpu()
        case ["question", instance]:
            question(instance, kept=True)
            say_cpu()
        case ["unkept", instance]:
            question(instance, kept=False)
            say_cpu()
        case _:
            measure()
