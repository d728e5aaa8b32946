"""Draws the paper of an assignment."""

import secrets
from typing import Protocol

from quizapp.core.items.wanted import Level, Sort, Wanted, prior
from quizapp.core.profiles.profile import Profile
from quizapp.core.teaching.terms import Policy
from quizapp.library.shelf import Shelf
from quizapp.services.papers import Paper, compose_paper
from quizapp.web.context import context


class Task(Protocol):
    """What says how the papers of an assignment are drawn."""

    @property
    def size(self) -> int | None:
        """How many items; None for as many as can stand together."""

    @property
    def sort(self) -> str:
        """Which items are wanted."""

    @property
    def level(self) -> str:
        """How hard they shall be."""

    @property
    def policy(self) -> Policy:
        """When answers are shown."""


def draw(task: Task, shelf: Shelf, profile: Profile) -> Paper:
    """Return a paper of an assignment, drawn anew.

    Raises:
        NothingToAsk: the set has no such question.
    """
    wanted = Wanted(Sort(task.sort), Level(task.level))
    is_plain = wanted.level is Level.MIXED
    return compose_paper(
        shelf.under(profile),
        size=task.size,
        feedback_each=task.policy is Policy.EACH,
        seed=secrets.randbits(32),
        today=context().now().date(),
        wanted=wanted,
        difficulty=prior if is_plain else context().observations.of(shelf.bank.set_id),
    )
