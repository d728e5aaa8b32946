"""What the hand-written questions of a set violate of the lints. Needs no database.

What is made from facts never violates one: the lints gate it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kinds.written import Written
from quizapp.core.items.lints import complaints
from quizapp.core.items.lints.hints import HINTS
from quizapp.core.items.repeats import repeats
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.errors import Fault
from quizapp.library.files import compiled, origin_of, places_in
from quizapp.library.wording import load_wording
from quizapp.services.items import file_of, profile_of

_REPEATED = "near_duplicate"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One rule that a question violates.

    Attributes:
        lint: the name of the rule.
        at: the place of the question, and what is wrong.
        hint: what to do.
        subject: the slug of the question.
    """

    lint: str
    at: Fault
    hint: str
    subject: str


@dataclass(frozen=True, slots=True)
class LintReport:
    """What was found in one set.

    Attributes:
        questions: how many are written by hand.
        flaws: in the order of the file.
    """

    path: str
    questions: int
    flaws: tuple[Flaw, ...]


def lint_questions(named: str, *, profile: str = CLASSROOM.id) -> LintReport:
    """Return what the questions of a set that are written by hand violate.

    Args:
        named: the id of a bundled set, or the path of a set file.
        profile: the id of the exam whose rules they are held against.

    Raises:
        NotFound: there is no such set, or no such profile.
        FormatError: its file has faults, or one of the profiles.
    """
    path = file_of(named)
    origin = origin_of(path)
    context = Context(compiled(origin), load_wording(), profile=profile_of(path, profile))
    written = tuple(items(context, kinds=[Written()]))
    places = places_in(origin)
    flaws = [
        Flaw(lint, places.of_subject(slug, (), complaint), HINTS[lint], slug)
        for slug, lint, complaint in _found(context, written)
    ]
    ordered = sorted(flaws, key=lambda flaw: (flaw.at.line, flaw.at.column, flaw.lint))
    return LintReport(str(path), len(written), tuple(ordered))


def _found(context: Context, written: tuple[Item, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield slug, lint and complaint."""
    off = context.profile.lints_off
    for item in written:
        for lint, complaint in complaints(item, context.bank, off=off):
            yield _slug(item), lint, complaint
    for one, other in repeats(written):
        complaint = f'it asks the same as "{_slug(written[one])}" in almost the same words'
        yield _slug(written[other]), _REPEATED, complaint


def _slug(item: Item) -> str:
    """Return the slug of the question from which an item was made."""
    (slug,) = (item.options or item.parts)[0].facts
    return slug
