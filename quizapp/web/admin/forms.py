"""The forms of those who run the place."""

from wtforms import Field, StringField
from wtforms.validators import Length

from quizapp.core.people.roles import Role
from quizapp.services.people import CALLED
from quizapp.services.views import OptionView
from quizapp.web.forms import StrictForm, one_of, rows

YES, NO = "yes", "no"


class RoleForm(StrictForm):
    """Which role somebody has."""

    role = StringField()

    @property
    def roles(self) -> tuple[OptionView, ...]:
        """The roles to choose from."""
        return rows(self.role, ((one.value, CALLED[one]) for one in Role if one.has_account))

    def validate_role(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in Role if one.has_account), "Choose a role")


class DisableForm(StrictForm):
    """Whether somebody can sign in."""

    disabled = StringField(default=YES)


class EraseForm(StrictForm):
    """Whom to erase, typed out."""

    name = StringField(validators=[Length(max=300)])
