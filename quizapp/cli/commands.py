"""The command ``quizapp``: its sub-commands, one line each."""

import click

from quizapp.cli.facts import facts


@click.group()
def main() -> None:
    """Quizzes whose keys are proved."""


main.add_command(facts)
