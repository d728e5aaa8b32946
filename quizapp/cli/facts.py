"""``quizapp facts``: what a teacher does with set files."""

from pathlib import Path

import click

from quizapp import paths
from quizapp.core.facts.survey import Survey
from quizapp.services.checking import CheckReport, check_files


@click.group()
def facts() -> None:
    """Work with set files."""


@facts.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Print every fault of the FILES (default: all bundled sets) and what sound ones hold.

    Exits with 1 when there is any fault.
    """
    reports = check_files(files, paths.QUESTIONS)
    if not reports:
        click.echo("there is no set to check: name a file", err=True)
        raise SystemExit(1)
    for report in reports:
        _print(report)
    if any(report.faults for report in reports):
        raise SystemExit(1)


def _print(report: CheckReport) -> None:
    for fault in report.faults:
        click.echo(str(fault))
    if report.survey is None:
        count = len(report.faults)
        click.echo(f"{report.path}: {count} {'fault' if count == 1 else 'faults'}")
    else:
        _print_survey(report.path, report.survey)


def _print_survey(path: str, survey: Survey) -> None:
    click.echo(
        f"{path}: {survey.facts} facts, {survey.slots} slots, {survey.claims} claims, "
        f"{len(survey.bare)} of {survey.sentences} sentences carry no fact"
    )
    for bare in survey.bare:
        click.echo(f"  {bare.source} [p{bare.paragraph}] {bare.text}")
