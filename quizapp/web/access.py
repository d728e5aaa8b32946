"""The access table: for every route, who may use it, and what it names.

Whose a thing is that a route names is looked at by the services: for everybody else it is not
there. What stands here is tested route by route, role by role, with own, foreign and missing
things; a route that is missing here fails the tests, and nobody may use it.
"""

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Final, NamedTuple

from flask import Flask, g, redirect, request
from werkzeug import Response

from quizapp.core.people.deeds import READING, Deed
from quizapp.core.people.roles import Role
from quizapp.errors import NotForRole
from quizapp.services.auditing import has_looked, looks
from quizapp.web import learner, urls
from quizapp.web.context import context


class Access(NamedTuple):
    """Who may use a route.

    Attributes:
        roles: whoever is in one of these.
        of: what its address names, whose own it must be: ``attempt``, ``session``, ``task`` (of a
            class one is in), ``class`` and ``taught`` (that one teaches, and a task of it), ``set``
            (that one may change), ``link`` (that one made); empty where it names nothing of
            anybody.
        tells: what the log is told, once it was done; of looking once an hour. None where nothing
            is told: what learners do for themselves, and what is kept with its author anyway.
    """

    roles: frozenset[Role]
    of: str = ""
    tells: Deed | None = None


ANYBODY: Final = frozenset(Role)
ACCOUNTS: Final = frozenset(one for one in Role if one.has_account)
TEACHERS: Final = frozenset((Role.TEACHER, Role.ADMIN))
ADMINS: Final = frozenset((Role.ADMIN,))

ACCESS: Final[Mapping[str, Access]] = {
    "static.send": Access(ANYBODY),
    "health.healthz": Access(ANYBODY),
    "health.readyz": Access(ANYBODY),
    "patterns.patterns": Access(ANYBODY),
    "learn.home": Access(ANYBODY),
    "learn.set_page": Access(ANYBODY),
    "learn.start": Access(ANYBODY),
    "practice.start": Access(ANYBODY),
    "practice.drill": Access(ANYBODY),
    "plan.page": Access(ANYBODY),
    "plan.change": Access(ANYBODY),
    "known.known_page": Access(ANYBODY),
    "known.known_fact_page": Access(ANYBODY),
    "settings.page": Access(ANYBODY),
    "settings.change": Access(ANYBODY),
    "settings.change_weights": Access(ANYBODY),
    "results.history": Access(ANYBODY),
    "results.result": Access(ANYBODY, "attempt"),
    "quiz.resume": Access(ANYBODY, "attempt"),
    "quiz.page": Access(ANYBODY, "attempt"),
    "quiz.answer": Access(ANYBODY, "attempt"),
    "quiz.report": Access(ANYBODY, "attempt"),
    "quiz.finish_page": Access(ANYBODY, "attempt"),
    "quiz.finish": Access(ANYBODY, "attempt"),
    # --- classes, for their learners ---
    "take.join_page": Access(ANYBODY),
    "take.join_with": Access(ANYBODY),
    "take.join": Access(ANYBODY),
    "take.classes": Access(ANYBODY),
    "take.task": Access(ANYBODY, "task"),
    "take.start": Access(ANYBODY, "task"),
    "take.show": Access(ANYBODY, "attempt"),
    "take.notices_page": Access(ANYBODY),
    "take.seen": Access(ANYBODY),
    # --- classes, for their teachers ---
    "teach.list_page": Access(TEACHERS),
    "teach.create": Access(TEACHERS, tells=Deed.MADE_CLASS),
    "teach.class_page": Access(TEACHERS, "class", tells=Deed.READ_RESULTS),
    "teach.change": Access(TEACHERS, "class", tells=Deed.CHANGED_CLASS),
    "teach.code": Access(TEACHERS, "class", tells=Deed.NEW_JOIN_CODE),
    "teach.archive": Access(TEACHERS, "class", tells=Deed.ARCHIVED),
    "teach.member": Access(TEACHERS, "class", tells=Deed.CHANGED_MEMBER),
    "teach.member_code": Access(TEACHERS, "class", tells=Deed.GAVE_CODE),
    "teach.assign_page": Access(TEACHERS, "class"),
    "teach.assign": Access(TEACHERS, "class", tells=Deed.ASSIGNED),
    "teach.task_page": Access(TEACHERS, "taught", tells=Deed.READ_RESULTS),
    "teach.task_state": Access(TEACHERS, "taught"),
    "teach.move": Access(TEACHERS, "taught", tells=Deed.MOVED_END),
    "teach.withdraw": Access(TEACHERS, "taught", tells=Deed.WITHDREW),
    # --- sets, for their authors ---
    "sets.list_page": Access(TEACHERS),
    "sets.create": Access(TEACHERS, tells=Deed.MADE_SET),
    "sets.bring": Access(TEACHERS, tells=Deed.MADE_SET),
    "sets.copy": Access(TEACHERS, tells=Deed.MADE_SET),
    "edit.page": Access(TEACHERS, "set"),
    "edit.save": Access(TEACHERS, "set"),
    "edit.check": Access(TEACHERS, "set"),
    "edit.publish": Access(TEACHERS, "set", tells=Deed.PUBLISHED),
    "edit.items": Access(TEACHERS, "set"),
    "edit.add_file": Access(TEACHERS, "set"),
    "edit.remove_file": Access(TEACHERS, "set"),
    "edit.bring": Access(TEACHERS, "set"),
    "edit.export": Access(TEACHERS, "set"),
    "versions.list_page": Access(TEACHERS, "set"),
    "versions.compare": Access(TEACHERS, "set"),
    "versions.restore": Access(TEACHERS, "set"),
    "versions.sharing_page": Access(TEACHERS, "set"),
    "versions.show_to": Access(TEACHERS, "set", tells=Deed.SHOWED),
    "versions.let_change": Access(TEACHERS, "set", tells=Deed.LET_CHANGE),
    "versions.let_change_no_more": Access(TEACHERS, "set", tells=Deed.LET_CHANGE),
    "versions.archive": Access(TEACHERS, "set", tells=Deed.ARCHIVED),
    # --- links to quizzes ---
    "links.list_page": Access(TEACHERS),
    "links.create": Access(TEACHERS, tells=Deed.MADE_LINK),
    "links.end": Access(TEACHERS, "link", tells=Deed.ENDED_LINK),
    "links.page": Access(ANYBODY),
    "links.start": Access(ANYBODY),
    # --- the place ---
    "admin.page": Access(ADMINS),
    "admin.people_page": Access(ADMINS),
    "admin.person_page": Access(ADMINS, tells=Deed.READ_PERSON),
    "admin.change_role": Access(ADMINS, tells=Deed.GAVE_ROLE),
    "admin.end_sessions": Access(ADMINS, tells=Deed.ENDED_SESSIONS),
    "admin.disable": Access(ADMINS, tells=Deed.DISABLED),
    "admin.give_code": Access(ADMINS, tells=Deed.GAVE_CODE),
    "admin.take_factor": Access(ADMINS, tells=Deed.FACTOR_OFF),
    "admin.export": Access(ADMINS, tells=Deed.EXPORTED),
    "admin.erase": Access(ADMINS, tells=Deed.ERASED),
    "admin.sets_page": Access(ADMINS),
    "admin.log_page": Access(ADMINS, tells=Deed.READ_LOG),
    # --- what is stored of one ---
    "person.export": Access(ACCOUNTS, tells=Deed.EXPORTED),
    "person.erase_page": Access(ACCOUNTS),
    "person.erase": Access(ACCOUNTS, tells=Deed.ERASED),
    "factor.page": Access(TEACHERS),
    "factor.turn_on": Access(TEACHERS, tells=Deed.FACTOR_ON),
    "factor.turn_off": Access(TEACHERS, tells=Deed.FACTOR_OFF),
    "factor.sign_in": Access(ANYBODY),
    "person.reset_page": Access(ANYBODY),
    "person.reset": Access(ANYBODY),
    # --- accounts ---
    "auth.sign_up_page": Access(ANYBODY),
    "auth.sign_up": Access(ANYBODY),
    "auth.sign_in_page": Access(ANYBODY),
    "auth.sign_in": Access(ANYBODY),
    "auth.sign_out": Access(ANYBODY),
    "auth.first_admin_page": Access(ANYBODY),
    "auth.make_first_admin": Access(ANYBODY),
    "auth.account": Access(ACCOUNTS),
    "auth.name": Access(ACCOUNTS, tells=Deed.RENAMED),
    "auth.password": Access(ACCOUNTS, tells=Deed.NEW_PASSWORD),
    "auth.end_session": Access(ACCOUNTS, "session", tells=Deed.ENDED_SESSIONS),
    "auth.end_others": Access(ACCOUNTS, tells=Deed.ENDED_SESSIONS),
}


def enforce(app: Flask) -> None:
    """Let an app refuse whoever may not use a route, and tell the log who used it."""
    app.before_request(_refuse)
    app.after_request(_tell_who_looked)


def _refuse() -> Response | None:
    if request.endpoint is None:
        return None  # there is no such route: the router has an answer of its own
    access = ACCESS.get(request.endpoint)
    if access is not None and request.method == "POST":
        g.deed = access.tells
    if access is not None and access.roles == ANYBODY:
        return None
    role = learner.role()
    if access is not None and role in access.roles:
        return None
    if not role.has_account and request.method in {"GET", "HEAD"} and access is not None:
        return redirect(urls.sign_in(request.full_path.rstrip("?")))
    raise NotForRole(_for_whom(access, role))


def _tell_who_looked(response: Response) -> Response:
    """Tell the log who looked at what of others, before they see it; else they do not."""
    access = ACCESS.get(request.endpoint or "")
    if access is not None and access.tells in READING and response.status_code == HTTPStatus.OK:
        what = {"deed": access.tells, **learner.named(), "now": context().now()}
        if not learner.read(partial(has_looked, **what)):
            learner.write(partial(looks, **what))
    return response


def _for_whom(access: Access | None, role: Role) -> str:
    if access is None:
        return "Nobody may do this."
    if not role.has_account:
        return "Sign in first, then send it again."
    if access.roles == ADMINS:
        return "This is for admins."
    return "This is for teachers. An admin can make you one."
