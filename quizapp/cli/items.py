"""``quizapp items``: what can be asked about a set, and what is unfair in its own questions."""

import json

import click

from quizapp.cli.facts_report import counted
from quizapp.core.items.codec import to_json
from quizapp.core.items.item import Item
from quizapp.core.items.refusal import Refusal
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.core.responses import FORMATS
from quizapp.errors import QuizError
from quizapp.services.items import KIND_NAMES, offers_of
from quizapp.services.linting import LintReport, lint_questions

#: Counts up whenever a field of the JSON of ``lint`` changes its meaning or goes.
_VERSION = 1


class _Listing(click.Group):
    """A group whose first command may be left out: ``items SET`` is ``items list SET``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the first command before what is neither a command nor a call for help."""
        if args and args[0] not in (*self.commands, *self.get_help_option_names(ctx)):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Listing)
def items() -> None:
    """See what a set may ask: ``items SET``, short for ``items list SET``."""


@items.command("list")
@click.argument("named", metavar="SET")
@click.option("--kind", type=click.Choice(KIND_NAMES), help="Only items of this kind.")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the options.")
@click.option("--profile", default=CLASSROOM.id, show_default=True, help="The exam they are for.")
@click.option("--json", "as_json", is_flag=True, help="One published item a line.")
@click.option("--refused", is_flag=True, help="The slots that are not asked, with the reasons.")
def list_(
    named: str, kind: str | None, seed: int, profile: str, as_json: bool, refused: bool
) -> None:
    """Print the items of SET, a bundled set's id or a set file; the same ones for a seed."""
    try:
        for offer in offers_of(named, kind=kind, seed=seed, profile=profile):
            if isinstance(offer, Refusal):
                if refused:
                    click.echo(f"{offer.kind} {offer.slot}: {offer.reason}")
            elif not refused:
                click.echo(
                    json.dumps(to_json(offer), ensure_ascii=False) if as_json else _as_read(offer)
                )
    except QuizError as error:
        raise click.ClickException(str(error)) from error


def _as_read(item: Item) -> str:
    """Return an item with its key and reasons, as an examiner reads it."""
    lines = [f"[{item.kind}, {item.format}] {item.stem}"]
    for option in item.options:
        lines.append(f"  {'*' if option.right else '-'} {option.text}  ({option.why})")
    for part in item.parts:
        holds = "=" if part.holds else "!"
        text = "; ".join(item.accepted) or f"{part.label} {part.text}".strip()
        lines.append(f"  {holds} {text}  ({part.why})")
    lines.extend(f"  > {one.label} {one.text}" for one in item.targets)
    if not item.options and not item.accepted:
        lines.append(f"  key: {FORMATS[item.format].key_spoken(item)}")
    return "\n".join((*lines, ""))


@items.command()
@click.argument("named", metavar="SET")
@click.option("--profile", default=CLASSROOM.id, show_default=True, help="The exam they are for.")
@click.option("--json", "as_json", is_flag=True, help="All of this as JSON, for an editor.")
def lint(named: str, profile: str, as_json: bool) -> None:
    """Print what the hand-written questions of SET do that gives their keys away.

    Exits with 1 when there is anything.
    """
    try:
        report = lint_questions(named, profile=profile)
    except QuizError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(_flaws(report), ensure_ascii=False, indent=2))
    else:
        for flaw in report.flaws:
            click.echo(f"{flaw.at} [{flaw.lint}]\n  -> {flaw.hint}")
        click.echo(
            f"{report.path}: {counted(len(report.flaws), 'flaw')} in "
            f"{counted(report.questions, 'question')} written by hand"
        )
    if report.flaws:
        raise SystemExit(1)


def _flaws(report: LintReport) -> dict[str, object]:
    """Return a report as plain data; ``docs/facts.md`` tells its fields."""
    return {
        "version": _VERSION,
        "path": report.path,
        "questions": report.questions,
        "flaws": [
            {
                "lint": flaw.lint,
                "path": flaw.at.path,
                "line": flaw.at.line,
                "column": flaw.at.column,
                "message": flaw.at.reason,
                "hint": flaw.hint,
                "subject": flaw.subject,
            }
            for flaw in report.flaws
        ],
    }
