"""Classes of the tests: a teacher, a class, its code, who joined, what is assigned."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.core.teaching.terms import Policy
from quizapp.core.teaching.windows import Window
from quizapp.services.assigning import NewTask, assign
from quizapp.services.class_codes import give_code
from quizapp.services.classes import class_view, create_class
from quizapp.services.joining import Joined, join
from quizapp.services.papers import Paper
from quizapp.services.tasks import start_task
from quizapp.services.tokens import new_token
from quizapp.services.views import Started
from quizapp.services.views.classes import ClassView
from tests import make
from tests.people import Person

SECRET = b"s" * 32


def school_class(
    session: Session,
    teacher: Person,
    now: datetime,
    *,
    name: str = "10 B",
    approval: bool = False,
    pseudonyms: bool = False,
) -> str:
    """Make a class that can be joined; return its id."""
    class_id = create_class(
        session,
        learner_id=teacher.id,
        name=name,
        approval=approval,
        pseudonyms=pseudonyms,
        now=now,
    )
    new_code(session, teacher, class_id, now)
    return class_id


def new_code(session: Session, teacher: Person, class_id: str, now: datetime) -> None:
    give_code(session, learner_id=teacher.id, class_id=class_id, days=7, secret=SECRET, now=now)


def seen(session: Session, teacher: Person, class_id: str, now: datetime) -> ClassView:
    return class_view(session, learner_id=teacher.id, class_id=class_id, now=now)


def code_of(session: Session, teacher: Person, class_id: str, now: datetime) -> str:
    """Return the code of a class as it is printed."""
    code = seen(session, teacher, class_id, now).code
    assert code is not None
    return code.code


def come(
    session: Session,
    person: Person,
    code: str,
    now: datetime,
    *,
    name: str = "Asha",
    address: str = "192.0.2.1",
) -> Joined:
    """Let somebody join by a code."""
    return join(
        session,
        learner_id=person.id,
        typed=code,
        name=name,
        address=address,
        secret=SECRET,
        now=now,
    )


def task(**changes: object) -> NewTask:
    """Return something for a class to do: one attempt, answers at the end."""
    whole = NewTask(
        set_id="small",
        title="A small set",
        size=2,
        profile="classroom",
        sort="mixed",
        level="mixed",
        policy=Policy.END,
        window=Window(),
        minutes=None,
        most=1,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def given(
    session: Session,
    teacher: Person,
    class_id: str,
    now: datetime,
    *,
    paper: Paper | None = None,
    **changes: object,
) -> str:
    """Assign something to a class; return its id."""
    return assign(
        session,
        learner_id=teacher.id,
        class_id=class_id,
        task=task(**changes),
        paper=paper,
        now=now,
    )


def begun(
    session: Session, person: Person, assignment_id: str, now: datetime, **changes: object
) -> Started:
    """Begin an attempt at an assignment."""
    policy_each = changes.pop("feedback_each", False)
    return start_task(
        session,
        learner_id=person.id,
        assignment_id=assignment_id,
        paper=make.paper(*make.items(2), feedback_each=policy_each),
        start_key=str(changes.pop("start_key", new_token())),
        now=now,
    )
