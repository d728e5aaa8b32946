"""The form of a question. Whether a response fits the item is decided by its format."""

from typing import Final

from wtforms import SelectMultipleField, StringField
from wtforms.validators import Length, Regexp

from quizapp.web.forms import NumberedField, StrictForm

#: Where ``go`` leads besides to a question.
FINISH: Final = "finish"


class AnswerForm(StrictForm):
    """A response to a shown item.

    ``go`` is set by the buttons that leave the question; the main button leaves it out.
    ``part`` has the fields of the parts. ``stored`` and ``was`` are the response that was stored
    when the page was printed, as ``response`` and ``part`` have it. ``unknown`` is set by the
    button that says so; ``again`` where the last answer of practice is given once more.
    """

    showing_id = StringField(validators=[Length(min=1, max=64)])
    submission_key = StringField(validators=[Length(min=16, max=64)])
    response = SelectMultipleField(validate_choice=False)
    part = NumberedField()
    was = NumberedField()
    stored = SelectMultipleField(validate_choice=False)
    go = StringField(validators=[Regexp(rf"^(|[1-9][0-9]{{0,3}}|{FINISH})\Z")])
    unknown = StringField(validators=[Regexp(r"^(|yes)\Z")])
    again = StringField(validators=[Regexp(r"^(|yes)\Z")])

    @property
    def raw(self) -> tuple[str, ...]:
        """What was chosen or typed; empty where there is nothing but space."""
        return tuple(text for text in self.response.data or () if text.strip())

    @property
    def has_news(self) -> bool:
        """Whether something was chosen or typed on this page since it was printed."""
        filled = _filled(self.part.data)
        is_other = set(self.raw) != set(self.stored.data or ()) or filled != _filled(self.was.data)
        return is_other and bool(self.raw or filled)


def _filled(texts: tuple[str, ...]) -> dict[int, str]:
    """Return the texts of the fields that are not empty, by their place."""
    return {place: text.strip() for place, text in enumerate(texts) if text.strip()}


class ReportForm(StrictForm):
    """What is wrong with a shown item."""

    showing_id = StringField(validators=[Length(min=1, max=64)])
    text = StringField()
