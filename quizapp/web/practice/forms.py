"""The form that starts a sitting."""

from typing import Final, Self

from wtforms import StringField
from wtforms.validators import Length

from quizapp.services.settings import known_zones
from quizapp.services.tokens import new_token
from quizapp.web.forms import StrictForm

#: Names of time zones are not longer.
_LONGEST: Final = 64


class PracticeForm(StrictForm):
    """The button that starts a sitting. ``zone`` is filled in by a script, where there is one."""

    start_key = StringField(validators=[Length(min=16, max=64)])
    zone = StringField(validators=[Length(max=_LONGEST)])

    @classmethod
    def fresh(cls) -> Self:
        """Return the form as it is printed first."""
        return cls(data={"start_key": new_token()})

    @property
    def known_zone(self) -> str | None:
        """The browser's time zone; None where it said none that we know."""
        return self.zone.data if self.zone.data in known_zones() else None
