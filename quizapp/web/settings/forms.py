"""The form of the settings."""

import re
from collections.abc import Iterable
from typing import Final, Self

from wtforms import Field, StringField, ValidationError
from wtforms.validators import AnyOf

from quizapp.services.personal import Verdict
from quizapp.services.settings import (
    MOST_MINUTES,
    RETENTIONS,
    Settings,
    known_zones,
    retention_views,
)
from quizapp.services.views import OptionView, RetentionView
from quizapp.web.forms import StrictForm

_ON, _OFF = "on", "off"
_FIGURES: Final = re.compile(r"[0-9]{1,3}", re.ASCII)


class SettingsForm(StrictForm):
    """Time zone, desired retention, minutes a day, and single keys."""

    zone = StringField()
    retention = StringField()
    minutes = StringField()
    keys = StringField()

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the form as it is printed for somebody who wants it so."""
        return cls(
            data={
                "zone": settings.zone,
                "retention": str(round(100 * settings.retention)),
                "minutes": str(settings.minutes),
                "keys": _ON if settings.keys else _OFF,
            }
        )

    @property
    def wanted(self) -> Settings:
        """What was chosen; only once it is validated."""
        return Settings(
            zone=self.zone.data,
            retention=int(self.retention.data) / 100,
            minutes=int(self.minutes.data.strip()),
            keys=self.keys.data == _ON,
        )

    def zones(self, present: str) -> tuple[OptionView, ...]:
        """Return the time zones to choose from, the present one first."""
        others = (one for one in known_zones() if one != present)
        return self._rows("zone", ((one, one.replace("_", " ")) for one in (present, *others)))

    @property
    def retentions(self) -> tuple[OptionView, ...]:
        """What may be aimed at, each with what it costs."""
        return self._rows(
            "retention", ((str(one.percent), _words(one)) for one in retention_views())
        )

    @property
    def switches(self) -> tuple[OptionView, ...]:
        """Single keys on and off."""
        return self._rows("keys", ((_ON, "On"), (_OFF, "Off")))

    def validate_zone(self, field: Field) -> None:
        """Refuse what is not offered."""
        if field.data not in known_zones():
            raise ValidationError("Choose a time zone of this list")

    def validate_retention(self, field: Field) -> None:
        """Refuse what is not offered."""
        if field.data not in map(str, RETENTIONS):
            raise ValidationError("Choose how much you want to remember")

    def validate_minutes(self, field: Field) -> None:
        """Refuse what is no number of minutes."""
        figures = (field.data or "").strip()
        if not _FIGURES.fullmatch(figures) or not 1 <= int(figures) <= MOST_MINUTES:
            raise ValidationError(f"Type a number of minutes from 1 to {MOST_MINUTES}")

    def validate_keys(self, field: Field) -> None:
        """Refuse what is not offered."""
        if field.data not in (_ON, _OFF):
            raise ValidationError("Choose whether single keys shall work")

    def _rows(self, name: str, choices: Iterable[tuple[str, str]]) -> tuple[OptionView, ...]:
        chosen = self[name].data
        return tuple(OptionView(value, "", text, value == chosen) for value, text in choices)


class WeightsForm(StrictForm):
    """Whose weights memories go by; each choice is a button."""

    weights = StringField(validators=[AnyOf([Verdict.USUAL, Verdict.OFF, Verdict.ON])])

    @property
    def wanted(self) -> Verdict:
        """What was chosen; only once it is validated."""
        return Verdict(self.weights.data)


def _words(one: RetentionView) -> str:
    if one.interval == 1:
        return f"{one.percent} %"
    return f"{one.percent} % – waits {one.interval:.1f} times as long as at 90 %"
