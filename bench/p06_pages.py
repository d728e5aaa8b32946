"""P6: what pages cost, in hellos: CPU of a page over CPU of the smallest Flask app's.

Both sides go through Werkzeug's test client, whose cost stands in for that of a server, with the
header of a browser that takes compressed pages. Quizzes are as the form offers them: ten
questions; of the pages of questions each call takes the next one. A page that is as long as a list
is printed as a base and a cost a row, from a short and a long one.
"""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle
from typing import Final

from flask import Flask

from bench.common.goals import Goal, say, say_machine
from bench.common.sides import best_cpu
from bench.common.sitting import Learner, installation

_BROWSER: Final = {"Accept-Encoding": "gzip, deflate, br, zstd"}
#: The questions of a quiz: every round has each once. Many short rounds find a quiet moment.
_CALLS: Final = 10
_ROUNDS: Final = 40
_LENGTH: Final = 10
#: Lengths that the form offers; a history of some weeks.
_QUESTIONS: Final = (5, 10)
_QUIZZES: Final = (4, 24)

#: Of a whole page; of the page of a question; of one row, by list.
_PAGE: Final = 6.0
_QUESTION: Final = 3.5
_ROW: Final = {"result": 1.5, "history": 0.3, "home": 0.5}

#: Somebody, and the addresses that are asked for in turn.
Visits = Mapping[str, tuple[Learner, list[str]]]


def hello() -> Flask:
    """Return the floor: an app that says hello."""
    app = Flask("hello")
    app.get("/")(lambda: "hello")
    return app


def measured(visits: Visits) -> dict[str, float]:
    """Return for each page, and for ``hello``, the CPU seconds of one GET."""
    floor = hello().test_client()
    sides: dict[str, Callable[[], object]] = {
        "hello": lambda: floor.get("/", headers=_BROWSER),
    }
    for name, (learner, urls) in visits.items():
        for url in urls:
            assert learner.get(url).status == 200, url
        sides[name] = partial(_next, learner, cycle(urls))
    return best_cpu(sides, calls=_CALLS, rounds=_ROUNDS)


def _next(learner: Learner, urls: "cycle[str]") -> object:
    return learner.client.get(next(urls), headers=_BROWSER)


def pages(app: Flask) -> Visits:
    """Return every page that has a goal of its own, ready to be asked for."""
    newcomer, ana, ben = Learner(app), Learner(app), Learner(app)
    waiting, done, end = ana.start(), ana.start(), ben.start(feedback="end")
    for url in questions(done):
        ana.answer(url)
    return {
        "home, a newcomer": (newcomer, ["/"]),
        "home, one unfinished quiz": (ben, ["/"]),
        "set": (newcomer, [newcomer.set_page().url]),
        "question": (ana, questions(waiting)),
        "question, feedback at the end": (ben, questions(end)),
        "feedback": (ana, questions(done)),
    }


def questions(attempt: str) -> list[str]:
    """Return the addresses of all questions of an attempt."""
    return [f"{attempt}/{place}" for place in range(1, _LENGTH + 1)]


def lists(app: Flask) -> Visits:
    """Return the pages that are as long as what they list: short and long ones."""
    visits = {}
    for rows in _QUESTIONS:
        ana = Learner(app)
        result = ana.finish(ana.start(str(rows)), answered=rows)
        visits[f"result {rows}"] = ana, [result]
    for rows in _QUIZZES:
        ben, cem = Learner(app), Learner(app)
        for _ in range(rows):
            ben.finish(ben.start("5"), answered=1)
            cem.start("5")
        visits |= {
            f"history {rows}": (ben, ["/history"]),
            f"home {rows}": (cem, ["/"]),
        }
    return visits


def main() -> None:
    """Measure and print."""
    say_machine()
    with installation() as app:
        ours = pages(app)
        found = measured({**ours, **lists(app)})
    floor = found["hello"]
    for name in ours:
        limit = _QUESTION if name.startswith("question") else _PAGE
        goal = Goal("P6", f"{name} / Flask hello, CPU", limit)
        say(goal, found[name] / floor, f"{found[name] * 1e6:.0f} / {floor * 1e6:.0f} us")
    for name, limit in _ROW.items():
        few, many = _QUESTIONS if name == "result" else _QUIZZES
        row = (found[f"{name} {many}"] - found[f"{name} {few}"]) / (many - few)
        base = found[f"{name} {few}"] - few * row
        goal = Goal("P6", f"{name} without its rows / Flask hello, CPU", _PAGE)
        say(goal, base / floor, f"{base * 1e6:.0f} / {floor * 1e6:.0f} us")
        goal = Goal("P6", f"{name}, each row / Flask hello, CPU", limit)
        say(goal, row / floor, f"{row * 1e6:.0f} / {floor * 1e6:.0f} us")
    say_machine()


if __name__ == "__main__":
    main()
