"""``quizapp people``: who has an account, who runs the place; for whoever is at the machine."""

import click

from quizapp.cli.opened import change, run
from quizapp.clock import utc_now
from quizapp.core.people.roles import Role
from quizapp.services import administering
from quizapp.services.first_admin import admin_secret
from quizapp.services.people import CALLED

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
