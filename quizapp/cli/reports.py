"""``quizapp reports``: what learners say is wrong with questions."""

from contextlib import closing

import click

from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.errors import ConfigError, QuizError
from quizapp.services.reporting import newest_reports
from quizapp.services.run import open_store


@click.command()
@click.option("--most", default=100, show_default=True, help="So many, the newest.")
def reports(most: int) -> None:
    """What learners say is wrong with questions, the newest first."""
    try:
        with closing(open_store(read_config(), now=utc_now())) as store:
            found = store.read(lambda session: newest_reports(session, most=most))
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    except QuizError as error:
        give_up(error, 1)
    for one in found:
        click.echo(f"{one.reported_at:%Y-%m-%d %H:%M} UTC  {one.set_id}  item {one.item_id}")
        click.echo(f"    {one.text}")
    if not found:
        click.echo("Nobody reported anything.")
