"""``quizapp items``: what can be asked about a set, as an examiner reads it or as JSON lines."""

import json

import click

from quizapp.core.items.codec import to_json
from quizapp.core.items.item import Item
from quizapp.core.items.refusal import Refusal
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.core.responses import FORMATS
from quizapp.errors import QuizError
from quizapp.services.items import KIND_NAMES, offers_of


@click.command()
@click.argument("named", metavar="SET")
@click.option("--kind", type=click.Choice(KIND_NAMES), help="Only items of this kind.")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the options.")
@click.option("--profile", default=CLASSROOM.id, show_default=True, help="The exam they are for.")
@click.option("--json", "as_json", is_flag=True, help="One published item a line.")
@click.option("--refused", is_flag=True, help="The slots that are not asked, with the reasons.")
def items(
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
