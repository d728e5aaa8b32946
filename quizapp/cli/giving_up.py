"""How a command ends that cannot go on: what is wrong on the error output, and a status."""

from typing import Final, NoReturn

import click

#: Of sysexits(3): the settings are wrong; a supervisor need not try again.
EX_CONFIG: Final = 78


def give_up(error: Exception, status: int) -> NoReturn:
    """Say what is wrong and end with a status."""
    click.echo(str(error), err=True)
    raise SystemExit(status)
