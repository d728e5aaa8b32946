"""The base of our forms: it takes the fields that it names and nothing else.

Forms declare and validate; fields are printed by macros of ``templates/ui``.
"""

from typing import Self

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from wtforms import Form, SelectMultipleField


class StrictForm(Form):
    """A form that refuses unknown fields, and fields sent twice where one is wanted."""

    @classmethod
    def sent(cls, data: MultiDict[str, str]) -> Self:
        """Return the form as it was sent, still to be validated.

        Raises:
            BadRequest: no page of ours sends this.
        """
        form = cls(data)
        for name, values in data.lists():
            many = isinstance(form._fields.get(name), SelectMultipleField)
            if name not in form._fields or (len(values) > 1 and not many):
                raise BadRequest
        return form

    @property
    def first_errors(self) -> dict[str, str]:
        """The first error of every field that has one, for the summary and the fields."""
        return {name: str(errors[0]) for name, errors in self.errors.items()}
