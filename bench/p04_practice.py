"""P4: practice with 100,000 slots and 1,000,000 responses, beside Anki's own backend.

Both sides hold as much: so many slots or cards, ten reviews of each that is known, the same share
due, FSRS on. They take turns, step by step, in one run; what is compared are the medians. Anki runs
in a process of a Python of its own, named by ``ANKI_PYTHON`` (``--ci``: a fiftieth of the size).
Our CPU is that of the thread that serves the step, Anki's that of its process. What Anki does when
a collection is opened and a queue is built, we do when a sitting is made: for 20 questions at once.
"""

import argparse
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient

from bench.common.anki_side import MISSING, AnkiSide, anki_python, anki_side
from bench.common.goals import Cost, Goal, say, say_machine, typical
from bench.common.practising import DUE, KNOWN, Practising, practising, saying, timed
from quizapp.clock import utc_now
from quizapp.services.practice import SITTING
from quizapp.services.run import open_store
from quizapp.services.views import QuestionView

_SMALL, _LARGE, _CI = 1_000, 100_000, 2_000
_SITTINGS: Final = 6
#: Anki's steps are as many as ours.
Costs = dict[str, list[Cost]]
_STEPS: Final = ("open", "stock", "compose", "first", "fetch", "answer", "post", "next", "feedback")
_OWN: Final = {"Sec-Fetch-Site": "same-origin"}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ci", action="store_true")
    large = _CI if parser.parse_args().ci else _LARGE
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        places = [Path(folder) / name for name in ("large", "small")]
        for place in places:
            place.mkdir()
        python = anki_python()
        anki = None
        if python is not None:
            made = anki_side(python, Path(folder), cards=large, known=KNOWN, due=DUE)
            anki = stack.enter_context(made)
            print(f"-- Anki: {dict(anki.counts)}", flush=True)
        sizes = (large, _SMALL)
        sides = [practising(place, size) for place, size in zip(places, sizes, strict=True)]
        for one in sides:
            stack.enter_context(closing(one.store))
            print(f"-- ours: {len(one.shelf.slots):,} slots", flush=True)
        say_machine()
        ours, theirs = measure(sides, anki)
        tell(*ours)
        if theirs is None:
            print(MISSING)
        else:
            beside(ours[0], theirs)
        say_machine()


def measure(
    sides: list[Practising], anki: AnkiSide | None, *, sittings: int = _SITTINGS
) -> tuple[list[Costs], Costs | None]:
    """Return what each step cost, of each of our sides and of Anki's; they take turns."""
    ours: list[Costs] = [{step: [] for step in _STEPS} for _ in sides]
    theirs: Costs = {step: [] for step in ("open", "fetch", "render", "answer")}
    for seed in range(sittings):
        begun = []
        for one, costs in zip(sides, ours, strict=True):
            begun.append(_begin(one, costs, seed))
            if anki is not None:
                anki.do("close")
                theirs["open"].append(anki.do("open"))
        for position in range(1, SITTING + 1):
            for (one, attempt, client), costs in zip(begun, ours, strict=True):
                if seed % 2:
                    _exchange(client, partial(one.fetch, attempt), position, costs)
                else:
                    view = timed(costs["fetch"], partial(one.fetch, attempt, position))
                    timed(costs["answer"], partial(one.answer, view))
            if anki is not None:
                for step in ("fetch", "render", "answer"):
                    theirs[step].append(anki.do(step))
    return ours, theirs if anki is not None else None


def _begin(one: Practising, costs: Costs, seed: int) -> tuple[Practising, str, FlaskClient]:
    """Open the database, start a sitting and get its first question."""
    other = timed(costs["open"], partial(open_store, one.config, now=utc_now()))
    other.close()
    found = timed(costs["stock"], one.stock)
    attempt = timed(costs["compose"], partial(one.start, found, seed))
    timed(costs["first"], partial(one.fetch, attempt, 1))
    client = one.app.test_client(use_cookies=False)
    client.environ_base["HTTP_COOKIE"] = f"quizapp={one.cookie}"
    return one, attempt, client


def _exchange(
    client: FlaskClient, fetch: Callable[[int], QuestionView], position: int, costs: Costs
) -> None:
    """Send an answer, see its feedback, and get the next question, as a browser does."""
    view = fetch(position)
    here = f"/quiz/{view.attempt_id}"
    form = {
        "showing_id": view.showing_id,
        "submission_key": view.submission_key,
        **saying(view),
    }
    url = f"{here}/{position}"
    sent = timed(costs["post"], partial(client.post, url, data=form, headers=_OWN))
    assert sent.status_code == 303, sent.text
    shown = timed(costs["feedback"], partial(client.get, url))
    later = timed(costs["next"], partial(client.get, f"{here}/{min(position + 1, view.count)}"))
    assert shown.status_code == later.status_code == 200


# --- what is said ---


def tell(large: Costs, small: Costs) -> None:
    """Print each step of ours, at both sizes, and the goal that compares them."""
    for step in _STEPS:
        many, few = typical(large[step]), typical(small[step])
        print(
            f"P4   ours, {step:9}{_ms(many.cpu)} CPU, {_ms(many.wall)}; few facts {_ms(few.cpu)} "
            f"CPU, {_ms(few.wall)}",
            flush=True,
        )
    for what, steps in (
        ("open and first item", ("open", "stock", "compose", "first")),
        ("sitting made, first item", ("stock", "compose", "first")),
        ("fetch and answer", ("fetch", "answer")),
        ("whole exchange", ("post", "next")),
    ):
        many, few = _sum(large, steps), _sum(small, steps)
        goal = Goal("P4", f"{what}, many facts / few, CPU", 1.3)
        say(goal, many.cpu / few.cpu, f"{_ms(many.cpu)} / {_ms(few.cpu)}")


def beside(ours: Costs, anki: Costs) -> None:
    """Print what ours costs beside Anki's."""
    opening = ("open", "stock", "compose", "first")
    share = _sum(ours, ("stock", "compose")).cpu / SITTING
    _say("open + first item, time", 0.1, _sum(ours, opening).wall, _sum(anki, ("open",)).wall)
    _say("open + first item, CPU", 0.1, _sum(ours, opening).cpu, _sum(anki, ("open",)).cpu)
    _say("fetch, time", 0.2, _sum(ours, ("fetch",)).wall, _sum(anki, ("fetch",)).wall)
    _say("fetch, CPU", 0.2, _sum(ours, ("fetch",)).cpu, _sum(anki, ("fetch",)).cpu)
    mine, other = _sum(ours, ("fetch", "answer")).cpu, _sum(anki, ("fetch", "answer")).cpu
    _say("fetch + answer, CPU", 0.4, mine, other)
    _say("the same with its share of making the sitting", 0.4, mine + share, other)
    other = _sum(anki, ("fetch", "render", "answer")).cpu
    mine = _sum(ours, ("post", "next")).cpu
    _say("HTTP, answer + next / fetch + render + answer, CPU", 1.0, mine, other)
    mine = _sum(ours, ("post", "feedback", "next")).cpu
    _say("the same with the page of the feedback", 1.0, mine, other)


def _sum(costs: Costs, steps: tuple[str, ...]) -> Cost:
    return sum((typical(costs[step]) for step in steps), Cost(0, 0))


def _say(what: str, limit: float, ours: float, anki: float) -> None:
    say(Goal("P4", f"{what}: ours / Anki", limit), ours / anki, f"{_ms(ours)} / {_ms(anki)}")


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:8.2f} ms"


if __name__ == "__main__":
    main()
