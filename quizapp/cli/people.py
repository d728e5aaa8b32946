"""``quizapp people``: who has an account, who runs the place; for whoever is at the machine."""

from pathlib import Path

import click

from quizapp.cli.opened import change, run
from quizapp.clock import utc_now
from quizapp.core.people.deeds import Deed
from quizapp.core.people.roles import Role
from quizapp.services import administering, leaving
from quizapp.services.auditing import told
from quizapp.services.factors import take_off
from quizapp.services.first_admin import admin_secret
from quizapp.services.learners import LearnerId
from quizapp.services.people import CALLED, Session
from quizapp.services.resetting import give_code
from quizapp.services.run import Store

_ROLES = [one.value for one in Role if one.has_account]


def admin_path(secret: str) -> str:
    """Return the address, without its host, at which an admin is made."""
    return f"/first-admin/{secret}"


@click.group()
def people() -> None:
    """Accounts: who there is, and in which role."""


@people.command("list")
def list_() -> None:
    """List all accounts: name, role, since when."""
    found = run(lambda store: store.read(administering.accounts))
    for one in found:
        gone = ", disabled" if one.disabled_at is not None else ""
        click.echo(f"{one.name}, {CALLED[one.role]}{gone}, since {one.created_at:%Y-%m-%d}")
    if not found:
        click.echo("There is no account yet.")


@people.command("admin-link")
def admin_link() -> None:
    """Make a link by which an account becomes that of an admin; good for one use and a day."""
    secret = change(lambda session: admin_secret(session, now=utc_now(), anyway=True))
    click.echo(f"Open, on the address where quizapp serves: {admin_path(secret or '')}")


@people.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(_ROLES))
def role(name: str, role: str) -> None:
    """Make somebody a learner, a teacher or an admin."""
    found = change(lambda session: administering.change_role(session, name=name, role=Role(role)))
    click.echo(f"{found.name} was {CALLED[found.role]}, and is {CALLED[Role(role)]} from now on.")


@people.command("end-sessions")
@click.argument("name")
def end_sessions(name: str) -> None:
    """Sign somebody out everywhere."""
    found = change(lambda session: administering.end_all(session, name=name))
    click.echo(f"{found.name} is signed in nowhere any more.")


@people.command("disable")
@click.argument("name")
@click.option("--undo", is_flag=True, help="Let the owner sign in again.")
def disable(name: str, undo: bool) -> None:
    """Let nobody sign in to an account; what it did stays."""
    found = change(
        lambda session: administering.set_disabled(
            session, name=name, disabled=not undo, now=utc_now()
        )
    )
    click.echo(f"{found.name} can {'sign in again' if undo else 'sign in no more'}.")


@people.command("reset")
@click.argument("name")
def reset(name: str) -> None:
    """Make a code by which somebody sets another password; good once and for a day."""

    def job(session: Session) -> tuple[str, str]:
        found, now = administering.named(session, name), utc_now()
        told(session, deed=Deed.GAVE_CODE, by=None, person=found.learner, now=now)
        return give_code(session, learner_id=None, person=found.learner, now=now)

    found, code = change(job)
    click.echo(f"{found} sets another password at /reset by the code {code}")


@people.command("second-factor-off")
@click.argument("name")
def second_factor_off(name: str) -> None:
    """Ask somebody for no second factor any more, who lost it."""

    def job(session: Session) -> str:
        found = administering.named(session, name)
        told(session, deed=Deed.FACTOR_OFF, by=None, person=found.learner, now=utc_now())
        take_off(session, person=found.learner)
        return found.name

    click.echo(f"{change(job)} is asked for no second factor any more.")


@people.command("export")
@click.argument("name")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A zip.")
def export(name: str, output: Path) -> None:
    """Write everything that is stored of somebody as a zip."""

    def note(session: Session) -> LearnerId:
        found = administering.named(session, name)
        told(session, deed=Deed.EXPORTED, by=None, person=found.learner, now=utc_now())
        return found.learner

    def work(store: Store) -> None:
        person = store.write(note)
        with store.read(lambda session: leaving.export(session, person=person)) as found:
            output.write_bytes(found.read())

    run(work)
    click.echo(f"{output}: everything that is stored of {name}.")


@people.command("erase")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(name: str, yes: bool) -> None:
    """Erase somebody: account, name, memories; their quizzes stay, of nobody."""
    if not yes:
        click.confirm(f"Erase {name} for good?", abort=True)

    def job(session: Session) -> str:
        found, now = administering.named(session, name), utc_now()
        told(session, deed=Deed.ERASED, by=None, person=found.learner, now=now)
        return leaving.erase(session, person=found.learner, now=now)

    def work(store: Store) -> str:
        gone = store.write(job)
        store.settle()
        return gone

    click.echo(f"{run(work)} is erased.")
