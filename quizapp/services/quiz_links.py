"""Links that lead whoever has them to a quiz, of a set and with settings that the link fixes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.library.profiles import Profiles
from quizapp.services.learners import LearnerId
from quizapp.services.tokens import is_token, new_token
from quizapp.services.views.sets import LinkRow
from quizapp.store.audiences import may_see, names_of
from quizapp.store.links import QuizLink, add_link, end_link, link_with, links_of
from quizapp.store.sets import set_named

__all__ = ["Followed", "NewLink", "QuizLink", "end", "follow", "make_link", "my_links"]


@dataclass(frozen=True, slots=True)
class NewLink:
    """What a link fixes; the fields are those of ``store.links.QuizLink``."""

    set_id: str
    title: str
    size: int | None
    profile: str
    sort: str
    level: str
    feedback_each: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """A link that somebody followed.

    Attributes:
        author: the name of who made it; empty where the account is gone.
    """

    link: QuizLink
    author: str


def make_link(
    session: Session, *, learner_id: LearnerId | None, wanted: NewLink, now: datetime
) -> str:
    """Store a new link (a write); return the token in its address.

    Args:
        wanted: of a set that this person may see; whoever has the link gets quizzes on it.

    Raises:
        NotFound: nobody is signed in.
    """
    if learner_id is None:
        raise NotFound("Sign in first.")
    token = new_token()
    add_link(
        session,
        token=token,
        owner_id=learner_id,
        set_id=wanted.set_id,
        title=wanted.title,
        size=wanted.size,
        profile=wanted.profile,
        sort=wanted.sort,
        level=wanted.level,
        feedback_each=wanted.feedback_each,
        created_at=now,
    )
    return token


def my_links(
    session: Session, *, learner_id: LearnerId | None, profiles: Profiles
) -> tuple[LinkRow, ...]:
    """Return the links that somebody made, the latest first."""
    if learner_id is None:
        return ()
    return tuple(
        LinkRow(
            token=one.token,
            title=one.title,
            set_id=one.set_id,
            terms=terms(one, profiles),
            at=one.created_at,
            ended=one.ended_at is not None,
        )
        for one in links_of(session, learner_id)
    )


def terms(link: QuizLink, profiles: Profiles) -> str:
    """Return what a link fixes, in words."""
    known = profiles.get(link.profile)
    size = "all questions" if link.size is None else f"{link.size} questions"
    kinds = {"mixed": "", "cards": "cards only", "typed": "typed answers only"}[link.sort]
    level = {"mixed": "", "easier": "the easier ones", "harder": "the harder ones"}[link.level]
    shown = "answers after each question" if link.feedback_each else "answers at the end"
    exam = link.profile if known is None else known.name
    return ", ".join(filter(None, (size, kinds, level, f"as in: {exam}", shown)))


def follow(session: Session, *, learner_id: LearnerId | None, token: str) -> Followed:
    """Return where a link leads.

    Raises:
        NotFound: there is none, or it leads nowhere any more.
    """
    del learner_id  # whoever has it may follow it
    found = link_with(session, token) if is_token(token) else None
    if found is None or found.ended_at is not None or not _still_sees(session, found):
        raise NotFound("This link leads nowhere any more. Ask who gave it to you for another.")
    return Followed(found, names_of(session, [found.owner]).get(found.owner, ""))


def end(session: Session, *, learner_id: LearnerId | None, token: str, now: datetime) -> None:
    """Let a link lead nowhere any more (a write); quizzes that were begun go on.

    Raises:
        NotFound: this person made no such link.
    """
    found = link_with(session, token) if is_token(token) else None
    if found is None or found.owner != learner_id:
        raise NotFound("There is no such link. Look into the list of your links.")
    if found.ended_at is None:
        end_link(session, found.row, now=now)


def _still_sees(session: Session, link: QuizLink) -> bool:
    """Whether who made a link may still see its set; one of the folder everybody may."""
    its = set_named(session, link.set_id)
    return its is None or (its.archived_at is None and may_see(session, its, link.owner))
