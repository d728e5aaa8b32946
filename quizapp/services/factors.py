"""The second factor of teachers and admins: turned on, asked for, turned off."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.people.deeds import Deed
from quizapp.core.people.names import name_key
from quizapp.core.people.totp import SECRET_BYTES, step_of
from quizapp.core.teaching.codes import grouped, new_code, read_code
from quizapp.errors import InvalidResponse, NotSignedIn
from quizapp.services.accounts import SignedIn, own_account, sign_in
from quizapp.services.auditing import told
from quizapp.services.learners import LearnerId
from quizapp.store.accounts import Account, account_named, account_of
from quizapp.store.factors import (
    Factor,
    add_factor,
    factor_of,
    recovery_left,
    remove_factor,
    use_recovery,
    use_step,
)
from quizapp.store.learners import digest_of

#: How many recovery codes there are.
_CODES: Final = 10
#: Whoever typed the password has so long for the second factor.
_HOLDS: Final = timedelta(minutes=5)
_WRONG: Final = "This code is not right, was used, or came too late. Wait for the next one."


@dataclass(frozen=True, slots=True)
class FactorView:
    """The second factor of whoever asks.

    Attributes:
        left: how many recovery codes there are still.
    """

    is_on: bool
    left: int


def new_factor_secret() -> bytes:
    """Return a secret for an app."""
    return secrets.token_bytes(SECRET_BYTES)


def has_factor(session: Session, *, person: LearnerId) -> bool:
    """Return whether an account asks for a second factor."""
    return factor_of(session, person) is not None


def factor_view(session: Session, *, learner_id: LearnerId | None) -> FactorView:
    """Return the second factor of whoever asks.

    Raises:
        NotFound: they have no account.
    """
    own = own_account(session, learner_id)
    return FactorView(has_factor(session, person=own.learner), recovery_left(session, own.learner))


def turn_on(
    session: Session, *, learner_id: LearnerId | None, secret: bytes, typed: str, now: datetime
) -> tuple[str, ...]:
    """Ask for a second factor from now on (a write); return recovery codes, told only now.

    Args:
        secret: as the app has it; the password was found right before.
        typed: the code that the app shows.

    Raises:
        NotFound: they have no account.
        InvalidResponse: it is not the code of this secret; or there is one already, which nobody
            exchanges who does not have it.
    """
    own = own_account(session, learner_id)
    if has_factor(session, person=own.learner):
        raise InvalidResponse("There is one already: turn that off first, by its code.")
    step = step_of(secret, typed, now=now, after=-1)
    if step is None:
        raise InvalidResponse("The app shows another code: look at the clock of the phone.")
    codes = tuple(new_code(secrets.choice) for _ in range(_CODES))
    digests = [_digest(own.learner, one) for one in codes]
    add_factor(session, own.learner, Factor(secret, step), digests, now=now)
    return tuple(map(grouped, codes))


def turn_off(session: Session, *, learner_id: LearnerId | None, typed: str, now: datetime) -> None:
    """Ask for no second factor any more (a write); the password was found right before.

    Raises:
        NotFound: they have no account.
        InvalidResponse: the code is not right.
    """
    own = own_account(session, learner_id)
    if not _takes(session, own.learner, typed, now):
        raise InvalidResponse(_WRONG)
    remove_factor(session, own.learner)


def take_off(session: Session, *, person: LearnerId) -> None:
    """Ask somebody for no second factor any more (a write): as an admin does it."""
    remove_factor(session, person)


# --- between the password and the code ---


def ticket_if_wanted(session: Session, *, name: str, secret: bytes, now: datetime) -> str | None:
    """Return what says, for some minutes, that the password of an account was found right.

    Args:
        name: of the account.
        secret: of the installation.

    Returns:
        None for an account that asks for no second factor.
    """
    account = account_named(session, name_key(name))
    if account is None or factor_of(session, account.learner) is None:
        return None
    until = int((now + _HOLDS).timestamp())
    return f"{account.learner}.{until}.{_mac(account, until, secret)}"


def sign_in_with(
    session: Session,
    *,
    ticket: str,
    typed: str,
    secret: bytes,
    former: str | None,
    label: str,
    now: datetime,
) -> SignedIn:
    """Sign in by the second factor, or by a recovery code (a write).

    Args:
        ticket: as ``ticket_if_wanted`` made it.
        former, label: as of ``accounts.sign_in``.

    Raises:
        NotSignedIn: the ticket is old or none of ours, or the code is not right.
    """
    account = account_by(session, ticket=ticket, secret=secret, now=now)
    if account is None:
        raise NotSignedIn("That took too long. Sign in again.")
    if not _takes(session, account.learner, typed, now):
        raise NotSignedIn(_WRONG)
    return sign_in(session, checked=account, former=former, rehashed=None, label=label, now=now)


def account_by(session: Session, *, ticket: str, secret: bytes, now: datetime) -> Account | None:
    """Return the account of a ticket; None for one that is old, or none of ours."""
    person, _, rest = ticket.partition(".")
    until, _, mac = rest.partition(".")
    if not (person.isascii() and person.isdigit() and until.isascii() and until.isdigit()):
        return None
    if len(person) > 9 or len(until) > 12 or int(until) < now.timestamp():
        return None
    account = account_of(session, LearnerId(int(person)))
    if account is None:
        return None
    is_ours = hmac.compare_digest(_mac(account, int(until), secret).encode(), mac.encode())
    return account if is_ours else None


def tell_wrong(session: Session, *, person: LearnerId, now: datetime) -> None:
    """Tell the log that somebody had the password and not the second factor (a write)."""
    told(session, deed=Deed.REFUSED, by=None, person=person, detail="second factor", now=now)


def _mac(account: Account, until: int, secret: bytes) -> str:
    # With the hash of the password: another password makes every ticket worthless.
    told = f"ticket\n{account.learner}\n{until}\n{account.password}"
    return hmac.digest(secret, told.encode(), "sha256").hex()


def _takes(session: Session, person: LearnerId, typed: str, now: datetime) -> bool:
    """Use up a code of the app, or a recovery code; return whether it was right."""
    factor = factor_of(session, person)
    if factor is None:
        return False
    step = step_of(factor.secret, typed, now=now, after=factor.last_step)
    if step is not None:
        use_step(session, person, step)
        return True
    code = read_code(typed)
    return code is not None and use_recovery(session, person, _digest(person, code))


def _digest(person: LearnerId, code: str) -> str:
    return digest_of(f"recovery\n{person}\n{code}")
