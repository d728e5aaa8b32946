"""``quizapp memory``: what is kept of every learner's memory, and the weights that it goes by."""

from contextlib import closing

import click

from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.cli.progress import Progress
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.errors import ConfigError, QuizError
from quizapp.services.learners import LearnerId
from quizapp.services.memory import rebuild_all
from quizapp.services.personal import (
    ENOUGH,
    Decision,
    Verdict,
    learners_with_reviews,
    try_fit,
)
from quizapp.services.run import open_store, sole_server

_SAID = {
    Verdict.KEPT: "kept",
    Verdict.NOT_BETTER: "not better, so those of before stay",
    Verdict.TOO_FEW: "too few reviews to fit to",
}


@click.group()
def memory() -> None:
    """Memories of what was answered: one for each learner and slot."""


@memory.command()
def rebuild() -> None:
    """Make all memories again from the responses; needed only if they were spoilt."""
    try:
        config = read_config()
        with sole_server(config), closing(open_store(config, now=utc_now())) as store:
            progress = Progress()
            for learner, found in rebuild_all(store.read, store.write, progress.told):
                progress.over()
                click.echo(
                    f"learner {learner}: {found.reviews} answers, {found.memories} memories, "
                    f"{found.changed} changed"
                )
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    except QuizError as error:
        give_up(error, 1)
    click.echo("Every memory is as the answers have it.")


@memory.command()
@click.argument("learner", type=int, required=False)
def fit(learner: int | None) -> None:
    """Fit weights to the reviews of a learner, or of all; keep those that forecast better."""
    try:
        with closing(open_store(read_config(), now=utc_now())) as store:
            everybody = store.read(learners_with_reviews)
            for one in everybody if learner is None else [LearnerId(learner)]:
                decided = try_fit(store.read, store.write, one, clock=utc_now, forced=True)
                click.echo(f"learner {one}: {_told(decided)}")
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    except QuizError as error:
        give_up(error, 1)


def _told(decided: Decision | None) -> str:
    if decided is None:
        return f"nothing is fitted: fewer than {ENOUGH} reviews to score, or it is switched off"
    tried = decided.tried
    if tried is None:
        return _SAID[decided.verdict]
    return (
        f"{_SAID[decided.verdict]}; {tried.scored} reviews, log loss on the newest {tried.held} "
        f"{tried.before:.4f} before, {tried.after:.4f} with fitted weights, "
        f"difference +-{tried.error:.4f}"
    )
