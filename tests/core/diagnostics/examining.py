"""What the diagnoses say of small sets."""

from datetime import date

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.register import DIAGNOSES
from quizapp.core.items.context import Context
from quizapp.library.wording import load_wording
from tests.sets import ENTITIES, read

TODAY = date(2024, 3, 1)


def examined(body: str = "", *, entities: str = ENTITIES) -> Examined:
    """Return the usual small set with a body, under examination on a certain day."""
    return Examined(Context(read(body, entities=entities), load_wording()), TODAY)


def findings(code: str, body: str = "", *, entities: str = ENTITIES) -> list[Finding]:
    """Return what one diagnosis says of such a set."""
    return list(DIAGNOSES[code](examined(body, entities=entities)))


def subjects(code: str, body: str = "", *, entities: str = ENTITIES) -> list[str]:
    """Return what it speaks of."""
    return [finding.subject for finding in findings(code, body, entities=entities)]
