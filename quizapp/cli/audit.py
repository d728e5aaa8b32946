"""``quizapp audit``: who did what, from the log; for whoever is at the machine."""

import json
from datetime import UTC, datetime
from functools import partial

import click

from quizapp.cli.opened import run
from quizapp.core.people.deeds import Deed
from quizapp.services import auditing
from quizapp.services.auditing import LogLine
from quizapp.services.run import Store


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="From the begin of this day, UTC.")
@click.option("--deed", type=click.Choice([one.value for one in Deed]), help="Only this.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
def audit(since: datetime | None, deed: str | None, as_json: bool) -> None:
    """Print the log: who read or changed what, the latest first."""
    day = None if since is None else since.replace(tzinfo=UTC)
    wanted = None if deed is None else Deed(deed)

    def work(store: Store) -> None:
        below: int | None = None
        while found := store.read(partial(auditing.log, below=below, since=day, deed=wanted)):
            for line in found:
                click.echo(_json(line) if as_json else _text(line))
            below = found[-1].row

    run(work)


def _text(line: LogLine) -> str:
    whom = f": {line.person}" if line.person and line.person != line.actor else ""
    what = "".join(f" {one}" for one in (line.thing, line.detail) if one)
    return f"{line.at:%Y-%m-%d %H:%M:%S} {line.actor or 'somebody'} {line.deed}{whom}{what}"


def _json(line: LogLine) -> str:
    told = {
        "at": line.at.isoformat(),
        "actor": line.actor,
        "deed": line.deed,
        "person": line.person,
        "thing": line.thing,
        "detail": line.detail,
    }
    return json.dumps(told, ensure_ascii=False)
