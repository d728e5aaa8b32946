"""Addresses of pages, for pages and redirects.

Written out, because looking one up by its route takes as long as printing ten lines of a page; a
test holds each to its route. Files have theirs from ``assets``.
"""

from typing import Final
from urllib.parse import quote

#: The list of the sets.
HOME: Final = "/"
#: All attempts of whoever asks.
HISTORY: Final = "/history"
#: How whoever asks wants to practise.
SETTINGS: Final = "/settings"


def set_page(set_id: str) -> str:
    """The page of a set."""
    return f"/sets/{_part(set_id)}"


def start(set_id: str) -> str:
    """Where the form that starts a quiz is posted."""
    return f"{set_page(set_id)}/start"


def plan(set_id: str) -> str:
    """The plan until the exam of a set, and where its day is posted."""
    return f"{set_page(set_id)}/plan"


def practise(set_id: str) -> str:
    """Where the form that starts a sitting is posted."""
    return f"{set_page(set_id)}/practice"


def known(set_id: str, *, first: int = 0, paragraph: int = 0) -> str:
    """What is known of a set; further down its lists, if so wanted."""
    places = {"from": first, "paragraph": paragraph}
    query = "&".join(f"{name}={place}" for name, place in places.items() if place)
    return f"{set_page(set_id)}/known" + (f"?{query}" if query else "")


def known_fact(set_id: str, slot: str) -> str:
    """What is known of one fact; a slot has several parts."""
    return f"{known(set_id)}/{quote(slot, safe='/:')}"


def resume(attempt_id: str) -> str:
    """The first question without an answer."""
    return f"/quiz/{_part(attempt_id)}"


def question(attempt_id: str, position: int) -> str:
    """A question, and where its answer is posted."""
    return f"{resume(attempt_id)}/{position}"


def report(attempt_id: str, position: int) -> str:
    """Where a report on a question is posted."""
    return f"{question(attempt_id, position)}/report"


def questions(attempt_id: str, count: int) -> list[str]:
    """All questions of a quiz, from the first."""
    quiz = resume(attempt_id)
    return [f"{quiz}/{position}" for position in range(1, count + 1)]


def finish(attempt_id: str) -> str:
    """The page before the end, and where the end is posted."""
    return f"{resume(attempt_id)}/finish"


def result(attempt_id: str) -> str:
    """The result of a finished quiz."""
    return f"{resume(attempt_id)}/result"


def _part(text: str) -> str:
    """Return one part of a path; ids may come from an address that somebody made up."""
    return quote(text, safe="")
