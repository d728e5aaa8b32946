"""``quizapp facts``: what a teacher does with set files."""

import json
from pathlib import Path

import click

from quizapp import paths
from quizapp.cli.facts_report import as_json, as_text
from quizapp.clock import utc_now
from quizapp.services.checking import check_files
from quizapp.services.language import schema_of_sets


@click.group()
def facts() -> None:
    """Work with set files."""


@facts.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="What each fact yields, and every hint.")
@click.option("--json", "in_json", is_flag=True, help="All of this as JSON, for an editor.")
def check(files: tuple[Path, ...], explain: bool, in_json: bool) -> None:
    """Print every fault of the FILES (default: all bundled sets) and what sound ones hold.

    Exits with 1 when there is any fault.
    """
    reports = check_files(files, paths.QUESTIONS, now=utc_now(), explain=explain or in_json)
    if not reports:
        click.echo("there is no set to check: name a file", err=True)
        raise SystemExit(1)
    if in_json:
        click.echo(json.dumps(as_json(reports), ensure_ascii=False, indent=2))
    else:
        for report in reports:
            for line in as_text(report):
                click.echo(line)
    if any(report.faults for report in reports):
        raise SystemExit(1)


@facts.command()
def schema() -> None:
    """Print the JSON Schema of set files, for editors that complete and check them."""
    click.echo(json.dumps(schema_of_sets(), ensure_ascii=False, indent=2))
