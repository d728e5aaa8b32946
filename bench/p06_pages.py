"""P6: what pages cost, in hellos: CPU of a page over CPU of the smallest Flask app's.

Both sides go through Werkzeug's test client, whose cost stands in for that of a server. Quizzes
are as the form offers them: ten questions, feedback after each. The result and the history are
printed as a base and a cost a row.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from flask import Flask

from bench.common.goals import Goal, say, say_machine
from bench.common.sides import best_cpu
from bench.common.sitting import Learner, installation

_CALLS: Final = 100
_PAGE: Final = 6.0
_QUESTION: Final = 3.5
_ROWS: Final = (5, 10)


def hello() -> Flask:
    """Return the floor: an app that says hello."""
    app = Flask("hello")
    app.get("/")(lambda: "hello")
    return app


def measured(app: Flask, urls: Mapping[str, tuple[Learner, str]]) -> dict[str, float]:
    """Return for each page, and for ``hello``, the CPU seconds of one GET."""
    sides: dict[str, Callable[[], object]] = {"hello": partial(hello().test_client().get, "/")}
    for name, (learner, url) in urls.items():
        assert learner.get(url).status == 200, url
        sides[name] = partial(learner.client.get, url)
    return best_cpu(sides, calls=_CALLS)


def pages(app: Flask) -> dict[str, tuple[Learner, str]]:
    """Return every page that has a goal of its own, ready to be asked for."""
    ana = Learner(app)
    for _ in range(3):
        attempt = ana.start()
    ana.answer(f"{attempt}/2")
    end = ana.start(feedback="end")
    ana.answer(f"{end}/2")
    newcomer = Learner(app)
    return {
        "home, a newcomer": (newcomer, "/"),
        "home, four unfinished": (ana, "/"),
        "set": (ana, newcomer.set_page().url),
        "question": (ana, f"{attempt}/1"),
        "question, feedback at the end": (ana, f"{end}/1"),
        "feedback": (ana, f"{attempt}/2"),
    }


def lists(app: Flask) -> dict[str, tuple[Learner, str]]:
    """Return the pages that are as long as what they list: short and long ones."""
    sides = {}
    for rows in _ROWS:
        ana, ben = Learner(app), Learner(app)
        sides[f"result {rows}"] = (ana, ana.finish(ana.start(str(rows)), answered=rows))
        for _ in range(rows):
            ben.finish(ben.start("5"), answered=1)
        sides[f"history {rows}"] = (ben, "/history")
    return sides


def main() -> None:
    """Measure and print."""
    say_machine()
    with installation() as app:
        ours = pages(app)
        found = measured(app, {**ours, **lists(app)})
    floor = found["hello"]
    for name in ours:
        limit = _QUESTION if name.startswith("question") else _PAGE
        goal = Goal("P6", f"{name} / Flask hello, CPU", limit)
        say(goal, found[name] / floor, f"{found[name] * 1e6:.0f} / {floor * 1e6:.0f} us")
    few, many = _ROWS
    for name in ("result", "history"):
        row = (found[f"{name} {many}"] - found[f"{name} {few}"]) / (many - few)
        base = found[f"{name} {few}"] - few * row
        goal = Goal("P6", f"{name} without its rows / Flask hello, CPU", _PAGE)
        say(goal, base / floor, f"{base * 1e6:.0f} us and {row * 1e6:.0f} us a row")


if __name__ == "__main__":
    main()
