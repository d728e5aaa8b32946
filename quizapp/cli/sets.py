"""``quizapp sets``: sets that live in the database; for whoever is at the machine."""

from pathlib import Path

import click

from quizapp.cli.opened import change, run
from quizapp.clock import utc_now
from quizapp.config import read_config
from quizapp.core.sets.packing import packed, unpacked
from quizapp.services.authoring import begin_set
from quizapp.services.drafts import english, ids_of_folder, read_draft
from quizapp.services.people import Session
from quizapp.services.set_admin import all_sets, owner_named, texts_of_set


@click.group()
def sets() -> None:
    """Sets that were made in the app."""


@sets.command("list")
def list_() -> None:
    """List the sets of the database: id, title, whose, versions."""
    found = run(lambda store: store.read(all_sets))
    for one in found:
        published = "" if one.published is None else f", published: {one.published}"
        archived = ", archived" if one.archived else ""
        click.echo(
            f"{one.set_id}: {one.title}, by {one.owner}, versions: {one.versions}"
            f"{published}{archived}"
        )
    if not found:
        click.echo("No set was made here yet.")


@sets.command("export")
@click.argument("set_id")
@click.option("--version", type=int, help="Another version than the one saved last.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where it is written.")
def export(set_id: str, version: int | None, output: Path | None) -> None:
    """Write a set of the database as a zip."""
    texts = run(
        lambda store: store.read(
            lambda session: texts_of_set(session, set_id=set_id, number=version)
        )
    )
    path = output or Path(f"{set_id}.zip")
    path.write_bytes(packed(set_id, texts))
    click.echo(f"{path}: {set_id}, {len(texts.files)} files beside it.")


@sets.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--owner", required=True, help="The name of the teacher whose set it becomes.")
def import_(file: Path, owner: str) -> None:
    """Make a set of a zip or a YAML file; its owner publishes it."""

    def bring(session: Session) -> str:
        texts = unpacked(file.name, file.read_bytes())
        draft = read_draft(texts, english(), now=utc_now())
        begun = begin_set(
            session,
            learner_id=owner_named(session, name=owner),
            draft=draft,
            wanted_id=draft.set_id or file.stem,
            taken=ids_of_folder(read_config().questions).__contains__,
            note=f"From {file.name}",
            now=utc_now(),
        )
        faults = draft.report.faults
        return "\n".join([*map(str, faults), f"{begun.set_id}: {draft.title}, for {owner}."])

    click.echo(change(bring))
