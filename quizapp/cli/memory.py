"""``quizapp memory``: what is kept of every learner's memory, made again from the responses."""

from contextlib import closing

import click

from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.cli.progress import Progress
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.errors import ConfigError, QuizError
from quizapp.services.memory import rebuild_all
from quizapp.services.run import open_store, sole_server


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
