"""The forms of sets that are made here."""

from typing import Final

from flask import request
from werkzeug.datastructures import FileStorage
from wtforms import Field, SelectMultipleField, StringField, ValidationError
from wtforms.validators import InputRequired, Length, Regexp

from quizapp.core.sets.audience import Audience
from quizapp.core.sets.texts import LARGEST_SET
from quizapp.services.quiz_links import NewLink
from quizapp.services.views import OptionView
from quizapp.web.choosing import ChoosingForm
from quizapp.web.forms import StrictForm, one_of, rows

#: A text in a form grows threefold where every sign of it has to be written as %XX.
_MOST_BYTES: Final = 3 * LARGEST_SET // 2
_AUDIENCES: Final = {
    Audience.OWN: "Only those who write it",
    Audience.CLASSES: "The classes chosen below",
    Audience.TEACHERS: "All teachers here, and the classes chosen below",
    Audience.PUBLIC: "Everybody",
}


def make_room() -> None:
    """Let this request be as large as a set; any other form of ours is small."""
    request.max_content_length = _MOST_BYTES
    request.max_form_memory_size = _MOST_BYTES


def uploaded() -> FileStorage | None:
    """Return the one file that was sent; None where none was chosen."""
    found = request.files.get("file")
    return found if found is not None and found.filename else None


class NewSetForm(StrictForm):
    """A new set: its title."""

    title = StringField(validators=[Length(max=200)])

    def validate_title(self, field: Field) -> None:
        """Refuse an empty one."""
        if not (field.data or "").strip():
            raise ValidationError("Give the set a title")


class CopyForm(StrictForm):
    """Of which set a copy is wanted."""

    set_id = StringField(validators=[InputRequired(), Length(max=64)])


class EditForm(StrictForm):
    """What a set says now, and what is to be done with it."""

    yaml = StringField(default="")
    base = StringField(validators=[Regexp(r"\A[0-9]{1,9}\Z")])
    note = StringField(default="", validators=[Length(max=300)])
    do = StringField(default="save")


class BaseForm(StrictForm):
    """From which revision somebody begins; and which file it is about, where it is about one."""

    base = StringField(validators=[Regexp(r"\A[0-9]{1,9}\Z")])
    name = StringField(default="", validators=[Length(max=400)])


class NumberForm(StrictForm):
    """Which revision."""

    number = StringField(validators=[Regexp(r"\A[0-9]{1,9}\Z")])


class AudienceForm(StrictForm):
    """Who sees a set."""

    audience = StringField()
    classes = SelectMultipleField(validate_choice=False)

    @property
    def audiences(self) -> tuple[OptionView, ...]:
        """Who may be chosen."""
        return rows(self.audience, ((one.value, text) for one, text in _AUDIENCES.items()))

    def validate_audience(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in Audience), "Choose who sees it")


class EditorForm(StrictForm):
    """Who else may change a set."""

    name = StringField(validators=[Length(max=300)])


class LinkForm(ChoosingForm):
    """What a link to a quiz fixes."""

    feedback = StringField(default="each")

    def wanted(self, title: str) -> NewLink:
        """Return what was chosen; only once it is validated.

        Args:
            title: of the set, where none was typed.
        """
        return NewLink(
            set_id=self.set_id.data,
            title=self.titled(title),
            size=self.size,
            profile=self.exam.data,
            sort=self.sort.data,
            level=self.level.data,
            feedback_each=self.feedback.data == "each",
        )

    @property
    def feedbacks(self) -> tuple[OptionView, ...]:
        """When answers are shown."""
        return rows(self.feedback, (("each", "After each question"), ("end", "At the end")))

    def validate_feedback(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, ("each", "end"), "Choose when answers are shown")


class StartLinkForm(StrictForm):
    """The button that begins the quiz of a link."""

    start_key = StringField(validators=[Length(min=16, max=64)])
