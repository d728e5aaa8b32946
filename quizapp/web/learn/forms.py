"""The form that starts a quiz."""

from collections.abc import Sequence
from typing import Final, Self

from wtforms import RadioField, SelectChoice, StringField, ValidationError
from wtforms.validators import Length

from quizapp.core.items.wanted import Level, Sort, Wanted
from quizapp.services.tokens import new_token
from quizapp.services.views import ExamView, OptionView
from quizapp.web.forms import StrictForm

_LENGTHS: Final = (5, 10, 20)
_ALL: Final = "all"
_EACH: Final = "each"
_FEEDBACK: Final = (
    SelectChoice(_EACH, "After each question"),
    SelectChoice("end", "At the end"),
)
_SORTS: Final = {
    Sort.MIXED: "Mixed",
    Sort.CARDS: "Cards only",
    Sort.TYPED: "Typed answers only",
}
_LEVELS: Final = (
    SelectChoice(Level.MIXED.value, "Mixed"),
    SelectChoice(Level.EASIER.value, "Easier"),
    SelectChoice(Level.HARDER.value, "Harder"),
)


class StartForm(StrictForm):
    """How long a quiz shall be, what it asks, for which exam, and when it shows the answers."""

    start_key = StringField(validators=[Length(min=16, max=64)])
    length = RadioField(validate_choice=False)
    feedback = RadioField(choices=list(_FEEDBACK), validate_choice=False)
    exam = RadioField(validate_choice=False)
    sort = RadioField(validate_choice=False)
    level = RadioField(choices=list(_LEVELS), validate_choice=False)

    @classmethod
    def fresh(cls, exams: Sequence[ExamView], sorts: Sequence[Sort]) -> Self:
        """Return the form as it is printed first, for a set that has these; see ``offer``."""
        form = cls(data={"start_key": new_token(), "feedback": _EACH})
        form.offer(exams, sorts)
        offered = [choice.value for choice in form.length.choices]
        form.length.data = offered[min(1, len(offered) - 1)]
        return form

    def offer(self, exams: Sequence[ExamView], sorts: Sequence[Sort]) -> None:
        """Offer what a set has; the last length is all that can stand together.

        Where nobody knows how many that are, there is no such length. Of exam, sort and level the
        first is taken where none was sent.

        Args:
            exams: under which it may be asked.
            sorts: of which it has questions.
        """
        self.length.choices = _lengths(exams[0].most)
        self.exam.choices = [SelectChoice(exam.id, exam.name) for exam in exams]
        self.sort.choices = [SelectChoice(sort.value, _SORTS[sort]) for sort in sorts]
        for field in (self.exam, self.sort, self.level):
            field.data = field.data or field.choices[0].value

    @property
    def size(self) -> int | None:
        """How many questions were asked for; None for as many as can stand together."""
        return None if self.length.data == _ALL else int(self.length.data)

    @property
    def feedback_each(self) -> bool:
        """Whether feedback comes after each question."""
        return bool(self.feedback.data == _EACH)

    @property
    def wanted(self) -> Wanted:
        """Which sort of questions, and how hard."""
        return Wanted(Sort(self.sort.data), Level(self.level.data))

    def rows(self, name: str) -> tuple[OptionView, ...]:
        """Return the choices of a field as they are printed."""
        return tuple(
            OptionView(value, "", label, chosen)
            for value, label, chosen, _ in self[name].iter_choices()
        )

    def validate_length(self, field: RadioField) -> None:
        """Refuse what is never offered; a set may have been counted since the page was printed."""
        if field.data not in (*map(str, _LENGTHS), _ALL):
            raise ValidationError("Choose how many questions you want")

    def validate_feedback(self, field: RadioField) -> None:
        """Refuse what is not offered."""
        _check(field, "Choose when you want to see the answers")

    def validate_exam(self, field: RadioField) -> None:
        """Refuse what is not offered; a teacher may have removed a profile."""
        _check(field, "Choose an exam of this list")

    def validate_sort(self, field: RadioField) -> None:
        """Refuse what is not offered."""
        _check(field, "Choose a sort of questions that this set has")

    def validate_level(self, field: RadioField) -> None:
        """Refuse what is not offered."""
        _check(field, "Choose how hard the questions shall be")


def _check(field: RadioField, message: str) -> None:
    if field.data not in {choice.value for choice in field.choices}:
        raise ValidationError(message)


def _lengths(most: int | None) -> list[SelectChoice]:
    shorter = [
        SelectChoice(str(size), str(size)) for size in _LENGTHS if most is None or size < most
    ]
    together = SelectChoice(_ALL, f"All that fit together ({most})")
    return shorter if most is None else [*shorter, together]
