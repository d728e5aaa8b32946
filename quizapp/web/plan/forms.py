"""The form that sets the day of an exam, or takes it away."""

import re
from datetime import date
from typing import Final, Self

from wtforms import Field, StringField, ValidationError
from wtforms.validators import Regexp

from quizapp.rendering import day as words
from quizapp.services.plan import exam_days
from quizapp.web.forms import StrictForm

#: The button that takes the day away.
AWAY: Final = "away"
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class PlanForm(StrictForm):
    """The day of an exam. ``go`` is set by the button that takes it away, whatever the day."""

    day = StringField()
    go = StringField(validators=[Regexp(rf"^(|{AWAY})\Z")])

    @classmethod
    def of(cls, exam: date | None) -> Self:
        """Return the form as it is printed for somebody who set this day, or none."""
        return cls(data={"day": exam.isoformat() if exam else ""})

    def ask_from(self, today: date) -> Self:
        """Take the days on which an exam may be, as seen on a study day."""
        self.first, self.latest = exam_days(today)
        return self

    @property
    def wanted(self) -> date | None:
        """The day that was chosen, None to take it away; only once it is validated."""
        return None if self.go.data else _day(self.day.data)

    def validate_day(self, field: Field) -> None:
        """Refuse what is no day, or not one on which an exam may be."""
        if self.go.data:
            return
        chosen = _day(field.data or "")
        if chosen is None:
            raise ValidationError("Choose the day of the exam")
        if not self.first <= chosen <= self.latest:
            raise ValidationError(f"Choose a day from {words(self.first)} to {words(self.latest)}")


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
