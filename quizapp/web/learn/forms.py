"""The form that starts a quiz."""

from typing import Final, Self

from wtforms import RadioField, SelectChoice, StringField, ValidationError
from wtforms.validators import Length

from quizapp.services.tokens import new_token
from quizapp.services.views import OptionView
from quizapp.web.forms import StrictForm

_LENGTHS: Final = (5, 10, 20)
_ALL: Final = "all"
_EACH: Final = "each"
_FEEDBACK: Final = (
    SelectChoice(_EACH, "After each question"),
    SelectChoice("end", "At the end"),
)


class StartForm(StrictForm):
    """How long a quiz shall be, and when it shows the answers."""

    start_key = StringField(validators=[Length(min=16, max=64)])
    length = RadioField(validate_choice=False)
    feedback = RadioField(choices=list(_FEEDBACK), validate_choice=False)

    @classmethod
    def fresh(cls, most: int | None) -> Self:
        """Return the form for a set of which that many items can stand together, if known."""
        form = cls(data={"start_key": new_token(), "feedback": _EACH})
        form.offer(most)
        offered = [choice.value for choice in form.length.choices]
        form.length.data = offered[min(1, len(offered) - 1)]
        return form

    def offer(self, most: int | None) -> None:
        """Offer the lengths that a set has; the last choice is all that can stand together.

        Where nobody knows how many that are, there is no such choice.
        """
        if most is None:
            self.length.choices = [SelectChoice(str(size), str(size)) for size in _LENGTHS]
            return
        shorter = [SelectChoice(str(size), str(size)) for size in _LENGTHS if size < most]
        self.length.choices = [*shorter, SelectChoice(_ALL, f"All that fit together ({most})")]

    @property
    def size(self) -> int | None:
        """How many questions were asked for; None for as many as can stand together."""
        return None if self.length.data == _ALL else int(self.length.data)

    @property
    def feedback_each(self) -> bool:
        """Whether feedback comes after each question."""
        return bool(self.feedback.data == _EACH)

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
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError("Choose when you want to see the answers")
