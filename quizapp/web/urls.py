"""Addresses of pages, for pages and redirects.

Written out, because looking one up by its route takes as long as printing ten lines of a page; a
test holds each to its route. Files have theirs from ``assets``.
"""

from typing import Final
from urllib.parse import quote, urlencode

#: The list of the sets.
HOME: Final = "/"
#: All attempts of whoever asks.
HISTORY: Final = "/history"
#: How whoever asks wants to practise.
SETTINGS: Final = "/settings"
#: Where it is posted whose weights memories go by.
WEIGHTS: Final = f"{SETTINGS}/weights"

#: The classes of whoever asks, and what they are assigned; what they are told.
CLASSES: Final = "/classes"
NOTICES: Final = "/notices"
#: Where one joins a class by its code.
JOIN: Final = "/join"
#: The classes that whoever asks teaches.
TEACH: Final = "/teach/classes"
#: The sets that whoever asks writes; where one is brought in, and copied.
SETS: Final = "/teach/sets"
BRING_SET: Final = f"{SETS}/import"
COPY_SET: Final = f"{SETS}/copy"
#: The links to quizzes that whoever asks made.
LINKS: Final = "/teach/links"
#: The place, for whoever runs it: people, sets, the log.
ADMIN: Final = "/admin"
ADMIN_PEOPLE: Final = f"{ADMIN}/people"
ADMIN_SETS: Final = f"{ADMIN}/sets"
ADMIN_LOG: Final = f"{ADMIN}/log"
#: What somebody does with what is stored of them; another password by a code.
EXPORT: Final = "/account/export"
ERASE: Final = "/account/erase"
RESET: Final = "/reset"
#: The second factor, turned on and off; where its code is posted after the password.
FACTOR: Final = "/account/second-factor"
FACTOR_OFF: Final = f"{FACTOR}/off"
SIGN_IN_CODE: Final = "/sign-in/code"
#: Accounts: made, signed in to and out of, looked at.
SIGN_UP: Final = "/sign-up"
SIGN_IN: Final = "/sign-in"
SIGN_OUT: Final = "/sign-out"
ACCOUNT: Final = "/account"
ACCOUNT_NAME: Final = "/account/name"
ACCOUNT_PASSWORD: Final = "/account/password"  # noqa: S105 - an address
OTHER_SESSIONS: Final = "/account/sessions/others"


def set_page(set_id: str) -> str:
    """The page of a set."""
    return f"/sets/{_part(set_id)}"


def start(set_id: str) -> str:
    """Where the form that starts a quiz is posted."""
    return f"{set_page(set_id)}/start"


def plan(set_id: str) -> str:
    """The plan until the exam of a set, and where its day is posted."""
    return f"{set_page(set_id)}/plan"


def practise(set_id: str) -> str:
    """Where the form that starts a sitting is posted."""
    return f"{set_page(set_id)}/practice"


def drill(set_id: str) -> str:
    """Where the form that starts a drill is posted."""
    return f"{set_page(set_id)}/drill"


def known(set_id: str, *, first: int = 0, paragraph: int = 0) -> str:
    """What is known of a set; further down its lists, if so wanted."""
    places = {"from": first, "paragraph": paragraph}
    query = "&".join(f"{name}={place}" for name, place in places.items() if place)
    return f"{set_page(set_id)}/known" + (f"?{query}" if query else "")


def known_fact(set_id: str, slot: str) -> str:
    """What is known of one fact; a slot has several parts."""
    return f"{known(set_id)}/{quote(slot, safe='/:')}"


def resume(attempt_id: str) -> str:
    """The first question without an answer."""
    return f"/quiz/{_part(attempt_id)}"


def question(attempt_id: str, position: int) -> str:
    """A question, and where its answer is posted."""
    return f"{resume(attempt_id)}/{position}"


def report(attempt_id: str, position: int) -> str:
    """Where a report on a question is posted."""
    return f"{question(attempt_id, position)}/report"


def questions(attempt_id: str, count: int) -> list[str]:
    """All questions of a quiz, from the first."""
    quiz = resume(attempt_id)
    return [f"{quiz}/{position}" for position in range(1, count + 1)]


def finish(attempt_id: str) -> str:
    """The page before the end, and where the end is posted."""
    return f"{resume(attempt_id)}/finish"


def result(attempt_id: str) -> str:
    """The result of a finished quiz."""
    return f"{resume(attempt_id)}/result"


def join(code: str) -> str:
    """Where one joins a class, its code filled in."""
    return f"{JOIN}/{_part(code)}"


def task(assignment_id: str) -> str:
    """What is assigned, for a learner of the class."""
    return f"/tasks/{_part(assignment_id)}"


def start_task(assignment_id: str) -> str:
    """Where the form that starts an attempt at it is posted."""
    return f"{task(assignment_id)}/start"


def show_answers(attempt_id: str) -> str:
    """Where the button is posted that shows answers kept back until now."""
    return f"{resume(attempt_id)}/answers"


def teach_class(class_id: str) -> str:
    """The page of a class for its teacher, and where changes of how it is run are posted."""
    return f"{TEACH}/{_part(class_id)}"


def class_code(class_id: str) -> str:
    """Where a new code of a class is asked for, or its end."""
    return f"{teach_class(class_id)}/code"


def archive_class(class_id: str) -> str:
    """Where a class is put away or taken back."""
    return f"{teach_class(class_id)}/archive"


def teach_member(class_id: str, member_id: str) -> str:
    """Where what is done to a member of a class is posted."""
    return f"{teach_class(class_id)}/members/{_part(member_id)}"


def assign(class_id: str) -> str:
    """The form that gives a class something to do, and where it is posted."""
    return f"{teach_class(class_id)}/assign"


def teach_task(assignment_id: str) -> str:
    """How an assignment comes in, and where another end of it is posted."""
    return f"/teach/tasks/{_part(assignment_id)}"


def task_state(assignment_id: str) -> str:
    """The same, as far as it changes by itself."""
    return f"{teach_task(assignment_id)}/state"


def withdraw_task(assignment_id: str) -> str:
    """Where an assignment is taken back."""
    return f"{teach_task(assignment_id)}/withdraw"


def admin_person(person: int) -> str:
    """Somebody with an account, for whoever runs the place."""
    return f"{ADMIN_PEOPLE}/{person}"


def admin_act(person: int, what: str) -> str:
    """Where it is posted what is done: role, sessions, disabled, code, export or erase."""
    return f"{admin_person(person)}/{what}"


def member_code(class_id: str, member_id: str) -> str:
    """Where a password code for a learner of a class is asked for."""
    return f"{teach_member(class_id, member_id)}/code"


def edit_set(public_id: str) -> str:
    """A set for its authors, and where what it says is posted."""
    return f"{SETS}/{_part(public_id)}"


def check_set(public_id: str) -> str:
    """Where a text is posted that is to be looked at, and not saved."""
    return f"{edit_set(public_id)}/check"


def publish_set(public_id: str) -> str:
    """Where it is posted which version learners get."""
    return f"{edit_set(public_id)}/publish"


def set_items(public_id: str) -> str:
    """Every question that a set yields, for its authors."""
    return f"{edit_set(public_id)}/items"


def set_files(public_id: str) -> str:
    """Where a file is added to a set."""
    return f"{edit_set(public_id)}/files"


def remove_set_file(public_id: str) -> str:
    """Where a file is taken from a set."""
    return f"{set_files(public_id)}/remove"


def bring_version(public_id: str) -> str:
    """Where a zip is posted that a set shall say from now on."""
    return f"{edit_set(public_id)}/import"


def export_set(public_id: str, version: int | None = None) -> str:
    """A set as a zip."""
    query = "" if version is None else f"?version={version}"
    return f"{edit_set(public_id)}/export{query}"


def set_versions(public_id: str, before: int | None = None) -> str:
    """The versions of a set, and where it is posted which one is brought back."""
    query = "" if before is None else f"?before={before}"
    return f"{edit_set(public_id)}/versions{query}"


def set_version(public_id: str, number: int, compared: int | None = None) -> str:
    """What changed from one version to another; by default, from the one before."""
    query = "" if compared is None else f"?with={compared}"
    return f"{set_versions(public_id)}/{number}{query}"


def share_set(public_id: str) -> str:
    """Who sees a set, and where that is posted."""
    return f"{edit_set(public_id)}/sharing"


def set_authors(public_id: str) -> str:
    """Where somebody is let in to change a set."""
    return f"{edit_set(public_id)}/authors"


def remove_set_author(public_id: str) -> str:
    """Where somebody is let change a set no more."""
    return f"{set_authors(public_id)}/remove"


def archive_set(public_id: str) -> str:
    """Where a set is put away or taken back."""
    return f"{edit_set(public_id)}/archive"


def end_link(token: str) -> str:
    """Where a link to a quiz is ended."""
    return f"{LINKS}/{_part(token)}/end"


def go(secret: str) -> str:
    """A link to a quiz, and where the button that begins it is posted."""
    return f"/go/{_part(secret)}"


def sign_in(leads_to: str) -> str:
    """Where one signs in, to be led to a page of this site."""
    return f"{SIGN_IN}?{urlencode({'next': leads_to})}"


def session(session_id: str) -> str:
    """Where one of one's sessions is ended."""
    return f"{ACCOUNT}/sessions/{_part(session_id)}"


def first_admin(secret: str) -> str:
    """Where the first admin's account is made."""
    return f"/first-admin/{_part(secret)}"


def _part(text: str) -> str:
    """Return one part of a path; ids may come from an address that somebody made up."""
    return quote(text, safe="")
