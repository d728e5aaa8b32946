"""The forms of accounts. Passwords are taken exactly as they were typed."""

from wtforms import StringField
from wtforms.validators import Length

from quizapp.core.people.passwords import LONGEST
from quizapp.web.forms import StrictForm

#: Longer than any name that can be one, so that the service can say what is wrong with it.
_NAME = 300
_PASSWORD = 8 * LONGEST
_NEXT = 2_000


class SignUpForm(StrictForm):
    """A name and a password for a new account."""

    name = StringField(validators=[Length(max=_NAME)])
    password = StringField(validators=[Length(max=_PASSWORD)])
    leads_to = StringField(default="", validators=[Length(max=_NEXT)])


class SignInForm(SignUpForm):
    """A name and a password of an account there is."""


class NameForm(StrictForm):
    """Another name for an account."""

    name = StringField(validators=[Length(max=_NAME)])


class PasswordForm(StrictForm):
    """The password there is, and another."""

    old = StringField(validators=[Length(max=_PASSWORD)])
    password = StringField(validators=[Length(max=_PASSWORD)])


class ResetForm(SignUpForm):
    """A name, a code, and another password."""

    code = StringField(validators=[Length(max=100)])


class EraseForm(StrictForm):
    """The own name, typed out, and the password."""

    name = StringField(validators=[Length(max=_NAME)])
    password = StringField(validators=[Length(max=_PASSWORD)])


class FactorForm(StrictForm):
    """A secret that an app has, the code that it shows, and the password."""

    secret = StringField(default="", validators=[Length(max=100)])
    code = StringField(default="", validators=[Length(max=100)])
    password = StringField(default="", validators=[Length(max=_PASSWORD)])


class CodeForm(StrictForm):
    """The code of an app, after the password."""

    ticket = StringField(default="", validators=[Length(max=300)])
    code = StringField(default="", validators=[Length(max=100)])
    leads_to = StringField(default="", validators=[Length(max=_NEXT)])
