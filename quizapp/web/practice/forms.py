"""The forms that start a sitting."""

from typing import Final

from wtforms import StringField
from wtforms.validators import Length

from quizapp.services.settings import known_zones
from quizapp.web.forms import StrictForm

#: Names of time zones are not longer.
_LONGEST: Final = 64
#: Nor are names of things.
_LONGEST_NAME: Final = 300


class PracticeForm(StrictForm):
    """The button that starts a sitting. ``zone`` is filled in by a script, where there is one."""

    start_key = StringField(validators=[Length(min=16, max=64)])
    zone = StringField(validators=[Length(max=_LONGEST)])

    @property
    def known_zone(self) -> str | None:
        """The browser's time zone; None where it said none that we know."""
        return self.zone.data if self.zone.data in known_zones() else None


class DrillForm(PracticeForm):
    """The button that starts a drill of two things, as they are called."""

    one = StringField(validators=[Length(min=1, max=_LONGEST_NAME)])
    other = StringField(validators=[Length(min=1, max=_LONGEST_NAME)])
