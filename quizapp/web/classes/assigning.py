"""The form that gives a class something to do."""

import re
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import Final, Self

from wtforms import Field, StringField, ValidationError
from wtforms.validators import Length

from quizapp.core.items.wanted import Level, Sort
from quizapp.core.profiles.profile import Profile
from quizapp.core.teaching.terms import Policy
from quizapp.core.teaching.windows import Window
from quizapp.services.assigning import MOST_ATTEMPTS, MOST_MINUTES, NewTask
from quizapp.services.settings import known_zones
from quizapp.services.views import OptionView, SetCard
from quizapp.web.classes.forms import NO, YES, moment_of, one_of, require_moment, rows
from quizapp.web.forms import StrictForm

_ALL: Final = "all"
_LENGTHS: Final = (5, 10, 20)
_FIGURES: Final = re.compile(r"[0-9]{1,3}", re.ASCII)
_POLICIES: Final = {
    Policy.EACH: "After each question",
    Policy.END: "When the learner has handed it in",
    Policy.CLOSED: "When it is over for everybody",
}
_SORTS: Final = {
    Sort.MIXED: "Mixed",
    Sort.CARDS: "Cards only",
    Sort.TYPED: "Typed answers only",
}
_LEVELS: Final = {Level.MIXED: "Mixed", Level.EASIER: "Easier", Level.HARDER: "Harder"}


class AssignForm(StrictForm):
    """What a class shall do."""

    set_id = StringField()
    title = StringField(validators=[Length(max=200)])
    length = StringField(default="10")
    same = StringField(default=NO)
    sort = StringField(default=Sort.MIXED.value)
    level = StringField(default=Level.MIXED.value)
    exam = StringField()
    opens = StringField(default="")
    closes = StringField(default="")
    minutes = StringField(default="")
    most = StringField(default="1")
    policy = StringField(default=Policy.END.value)
    zone = StringField(default="", validators=[Length(max=64)])

    _offered: tuple[set[str], set[str]] = (set(), set())

    @classmethod
    def fresh(cls, set_id: str | None, exams: Sequence[Profile]) -> Self:
        """Return the form as it is printed first."""
        return cls(data={"set_id": set_id or "", "exam": exams[0].id})

    def offer(self, sets: Iterable[SetCard], exams: Iterable[Profile]) -> None:
        """Refuse in ``validate`` what is not among these."""
        self._offered = {one.id for one in sets}, {one.id for one in exams}

    def validate_set_id(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, self._offered[0], "Choose a set")

    def validate_exam(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, self._offered[1], "Choose an exam")

    @property
    def wants_same(self) -> bool:
        """Whether everybody gets the same questions."""
        return bool(self.same.data == YES)

    @property
    def size(self) -> int | None:
        """How many questions; None for as many as can stand together."""
        return None if self.length.data == _ALL else int(self.length.data)

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
            title=" ".join((self.title.data or "").split()) or title,
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

    def sets(self, cards: Iterable[SetCard]) -> tuple[OptionView, ...]:
        """The sets to choose from."""
        return rows(self.set_id, ((one.id, one.title) for one in cards))

    def exams(self, exams: Iterable[Profile]) -> tuple[OptionView, ...]:
        """The exams to choose from."""
        return rows(self.exam, ((one.id, one.name) for one in exams))

    @property
    def lengths(self) -> tuple[OptionView, ...]:
        """How many questions there may be."""
        return rows(self.length, (*((str(one), str(one)) for one in _LENGTHS), (_ALL, "All")))

    @property
    def papers(self) -> tuple[OptionView, ...]:
        """Whether everybody gets the same."""
        texts = ((NO, "Others for each attempt"), (YES, "The same for everybody"))
        return rows(self.same, texts)

    @property
    def sorts(self) -> tuple[OptionView, ...]:
        """Which sort of questions."""
        return rows(self.sort, ((one.value, text) for one, text in _SORTS.items()))

    @property
    def levels(self) -> tuple[OptionView, ...]:
        """How hard they are."""
        return rows(self.level, ((one.value, text) for one, text in _LEVELS.items()))

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

    def validate_length(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (*map(str, _LENGTHS), _ALL), "Choose how many questions")

    def validate_sort(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in _SORTS), "Choose which sort of questions")

    def validate_level(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in _LEVELS), "Choose how hard they shall be")

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
