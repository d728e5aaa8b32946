"""The forms of classes and of what is assigned to them."""

from datetime import UTC, datetime, tzinfo
from fractions import Fraction

from wtforms import Field, StringField, ValidationError
from wtforms.validators import Length

from quizapp.services.class_codes import CODE_DAYS
from quizapp.services.classes import TIMES
from quizapp.services.views import OptionView
from quizapp.web.forms import StrictForm, rows

YES, NO = "yes", "no"


class ClassForm(StrictForm):
    """A class: its name, and how one joins it."""

    name = StringField()
    approval = StringField(default=NO)
    pseudonyms = StringField(default=NO)

    @property
    def approvals(self) -> tuple[OptionView, ...]:
        """Whether whoever joins waits."""
        return rows(self.approval, ((NO, "At once"), (YES, "After I let them in")))

    @property
    def names(self) -> tuple[OptionView, ...]:
        """Whether learners have names or numbers."""
        texts = (
            (NO, "By the name they type"),
            (YES, "By a number; no name is kept"),
        )
        return rows(self.pseudonyms, texts)


class CodeForm(StrictForm):
    """For how many days a class can be joined by a new code; 0 ends the one there is."""

    days = StringField(default=str(CODE_DAYS[1]))

    @property
    def choices(self) -> tuple[OptionView, ...]:
        """The days to choose from."""
        texts = ((str(one), "1 day" if one == 1 else f"{one} days") for one in CODE_DAYS)
        return rows(self.days, texts)

    def validate_days(self, field: Field) -> None:
        """Refuse what is not offered."""
        if field.data not in {"0", *map(str, CODE_DAYS)}:
            raise ValidationError("Choose for how long from the list")


class ArchiveForm(StrictForm):
    """Whether a class is put away."""

    archived = StringField(default=YES)


class MemberForm(StrictForm):
    """What is done to a member: let in, removed, or given time."""

    state = StringField(default="")
    time = StringField(default="")

    @property
    def factor(self) -> Fraction | None:
        """How much longer the learner may take; None where nothing is said of it."""
        found = {str(one): one for one in TIMES}
        return found.get(self.time.data or "")


def time_rows(time: Fraction) -> tuple[OptionView, ...]:
    """Return how much longer a learner may take, to choose from."""
    return tuple(
        OptionView(
            str(one), "", "usual time" if one == 1 else f"{float(one):g} × the time", one == time
        )
        for one in TIMES
    )


class JoinForm(StrictForm):
    """A code, and how the class shall call the learner."""

    code = StringField(validators=[Length(max=100)])
    name = StringField(validators=[Length(max=300)])


class MoveForm(StrictForm):
    """Another end of an assignment."""

    closes = StringField()
    zone = StringField(default="", validators=[Length(max=64)])

    def moment(self, zone: tzinfo) -> datetime | None:
        """Return it by the clocks of a zone; None where it is none."""
        return moment_of(self.closes.data, zone)


class StartTaskForm(StrictForm):
    """The button that begins an attempt."""

    start_key = StringField(validators=[Length(min=16, max=64)])


def require_moment(field: Field) -> None:
    """Refuse what is no moment; nothing is allowed."""
    if (field.data or "").strip() and moment_of(field.data, UTC) is None:
        raise ValidationError("Give a day and a time, as 2026-11-24T10:30")


def moment_of(text: str | None, zone: tzinfo) -> datetime | None:
    """Return the moment that a field says by the clocks of a zone, in UTC; None for none.

    A time that does not exist, as at the begin of summer time, is taken as an hour later.
    """
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    if found.tzinfo is not None or not 2000 <= found.year <= 9000:
        return None
    return found.replace(tzinfo=zone).astimezone(UTC)
