"""The form that gives a class something to do."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import Final, Self

from wtforms import Field, StringField, ValidationError
from wtforms.validators import Length

from quizapp.core.profiles.profile import Profile
from quizapp.core.teaching.terms import Policy
from quizapp.core.teaching.windows import Window
from quizapp.services.assigning import MOST_ATTEMPTS, MOST_MINUTES, NewTask
from quizapp.services.settings import known_zones
from quizapp.services.views import OptionView
from quizapp.web.choosing import ChoosingForm
from quizapp.web.classes.forms import NO, YES, moment_of, require_moment
from quizapp.web.forms import one_of, rows

_ALL: Final = "all"
_FIGURES: Final = re.compile(r"[0-9]{1,3}", re.ASCII)
_POLICIES: Final = {
    Policy.EACH: "After each question",
    Policy.END: "When the learner has handed it in",
    Policy.CLOSED: "When it is over for everybody",
}


class AssignForm(ChoosingForm):
    """What a class shall do."""

    same = StringField(default=NO)
    opens = StringField(default="")
    closes = StringField(default="")
    minutes = StringField(default="")
    most = StringField(default="1")
    policy = StringField(default=Policy.END.value)
    zone = StringField(default="", validators=[Length(max=64)])

    @classmethod
    def fresh(cls, set_id: str | None, exams: Sequence[Profile]) -> Self:
        """Return the form as it is printed first."""
        return cls(data={"set_id": set_id or "", "exam": exams[0].id})

    @property
    def wants_same(self) -> bool:
        """Whether everybody gets the same questions."""
        return bool(self.same.data == YES)

    def known_zone(self) -> str | None:
        """The browser's time zone; None where it said none that we know."""
        return self.zone.data if self.zone.data in known_zones() else None

    def task(self, title: str, zone: tzinfo) -> NewTask:
        """Return what was chosen; only once it is validated.

        Args:
            title: of the set, where none was typed.
            zone: by whose clocks the window is meant.
        """
        return NewTask(
            set_id=self.set_id.data,
            title=self.titled(title),
            size=self.size,
            profile=self.exam.data,
            sort=self.sort.data,
            level=self.level.data,
            policy=Policy(self.policy.data),
            window=Window(moment_of(self.opens.data, zone), moment_of(self.closes.data, zone)),
            minutes=int(self.minutes.data) if (self.minutes.data or "").strip() else None,
            most=int(self.most.data) if self.most.data != _ALL else None,
        )

    # --- what is offered ---

    @property
    def papers(self) -> tuple[OptionView, ...]:
        """Whether everybody gets the same."""
        texts = ((NO, "Others for each attempt"), (YES, "The same for everybody"))
        return rows(self.same, texts)

    @property
    def policies(self) -> tuple[OptionView, ...]:
        """When answers are shown."""
        return rows(self.policy, ((one.value, text) for one, text in _POLICIES.items()))

    @property
    def attempts(self) -> tuple[OptionView, ...]:
        """How many attempts a learner may make."""
        counts = ((str(one), str(one)) for one in (1, 2, 3, 5))
        return rows(self.most, (*counts, (_ALL, "As many as they like")))

    # --- what is refused ---

    def validate_policy(self, field: Field) -> None:
        """Refuse what is not offered, and what would never come."""
        one_of(field, (one.value for one in _POLICIES), "Choose when answers are shown")
        if field.data == Policy.CLOSED.value and not (self.closes.data or "").strip():
            raise ValidationError("Without an end it is never over: give one, or choose another")

    def validate_same(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (YES, NO), "Choose whether everybody gets the same questions")

    def validate_most(self, field: Field) -> None:
        """Refuse what is not offered."""
        counts = map(str, range(1, MOST_ATTEMPTS + 1))
        one_of(field, (*counts, _ALL), "Choose how many attempts there are")

    def validate_minutes(self, field: Field) -> None:
        """Refuse what is no number of minutes; nothing is no limit."""
        figures = (field.data or "").strip()
        if figures and not (_FIGURES.fullmatch(figures) and 1 <= int(figures) <= MOST_MINUTES):
            raise ValidationError(f"Type from 1 to {MOST_MINUTES} minutes, or nothing for no limit")

    def validate_opens(self, field: Field) -> None:
        """Refuse what is no moment."""
        require_moment(field)

    def validate_closes(self, field: Field) -> None:
        """Refuse what is no moment."""
        require_moment(field)
