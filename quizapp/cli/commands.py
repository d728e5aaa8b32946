"""The command ``quizapp``: its sub-commands, one line each."""

import click

from quizapp.cli.audit import audit
from quizapp.cli.config import config
from quizapp.cli.facts import facts
from quizapp.cli.items import items
from quizapp.cli.memory import memory
from quizapp.cli.people import people
from quizapp.cli.reports import reports
from quizapp.cli.serve import serve
from quizapp.cli.sets import sets


@click.group()
def main() -> None:
    """Quizzes whose keys are proved."""


main.add_command(audit)
main.add_command(config)
main.add_command(facts)
main.add_command(items)
main.add_command(memory)
main.add_command(people)
main.add_command(reports)
main.add_command(serve)
main.add_command(sets)
