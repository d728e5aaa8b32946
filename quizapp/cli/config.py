"""``quizapp config``: the settings that are in force, and where each comes from."""

import click

from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.config import InForce, settings_in_force
from quizapp.errors import ConfigError


@click.command()
def config() -> None:
    """Print every setting, its value and where it comes from; secrets are masked."""
    try:
        found = settings_in_force()
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    for one in found:
        click.echo(_line(one))


def _line(one: InForce) -> str:
    origin = f"from {one.origin}" if one.origin else "by default"
    return f"{one.setting.name}={one.value}\n    {one.setting.meaning} ({origin})"
