"""The database for a command: opened, used, closed; what goes wrong is said in words."""

from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.errors import ConfigError, QuizError
from quizapp.services.people import Session
from quizapp.services.run import Store, open_store

T = TypeVar("T")


def run(work: Callable[[Store], T]) -> T:
    """Return what is done with the database; end the command where it cannot be done."""
    try:
        with closing(open_store(read_config(), now=utc_now())) as store:
            return work(store)
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    except QuizError as error:
        give_up(error, 1)


def change(job: Callable[[Session], T]) -> T:
    """Return what a job returns, once what it changed is safe."""
    return run(lambda store: store.write(job))
