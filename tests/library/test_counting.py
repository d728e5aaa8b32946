"""Counting in the background: each set once, and none that nobody has any more."""

import threading

from quizapp.library.counting import Counting


def test_a_set_is_counted_once_however_often_it_is_asked_for():
    counting, told, done = Counting(), [], threading.Event()

    class Told:
        def __init__(self, name: str) -> None:
            self._name = name

        def count(self) -> None:
            told.append(self._name)
            if self._name == "last":
                done.set()

    often, last = Told("often"), Told("last")
    for one in (often, often, often, last):
        counting.soon(one)  # type: ignore[arg-type]

    assert done.wait(30)
    assert told == ["often", "last"]


def test_a_set_that_was_saved_again_before_its_turn_is_let_go_uncounted():
    counting, told = Counting(), []
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()

    class Waits:
        def count(self) -> None:
            begun.set()
            go_on.wait(30)

    class Told:
        def __init__(self, name: str) -> None:
            self._name = name

        def count(self) -> None:
            told.append(self._name)
            done.set()

    first, former, latter = Waits(), Told("former"), Told("latter")
    for one in (first, former, latter):
        counting.soon(one)  # type: ignore[arg-type]
    assert begun.wait(30)
    one = former = None
    go_on.set()

    assert done.wait(30)
    assert told == ["latter"]


def test_a_set_that_cannot_be_counted_is_logged_and_the_next_one_has_its_turn(caplog):
    counting, done = Counting(), threading.Event()

    class Broken:
        def count(self) -> None:
            raise ValueError("no such kind")

    class Sound:
        def count(self) -> None:
            done.set()

    broken, sound = Broken(), Sound()
    for one in (broken, sound):
        counting.soon(one)  # type: ignore[arg-type]

    assert done.wait(30)
    assert "no such kind" in caplog.text
