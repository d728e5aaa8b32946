"""The base of our forms: it takes the fields that it names and nothing else.

Forms declare and validate; fields are printed by macros of ``templates/ui``.
"""

import re
from collections.abc import Iterable
from typing import Any, Final, Self

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from wtforms import Field, Form, SelectMultipleField, ValidationError

from quizapp.services.views import OptionView

_NUMBER: Final = re.compile(r"[1-9][0-9]?", re.ASCII)


class NumberedField(Field):
    """Fields of one name and a number from 1, ``part-1``, ``part-2`` …; those left out are empty.

    ``data`` is the tuple of their texts, up to the last that was sent.
    """

    data: tuple[str, ...]

    # What a form was sent as, and what it is filled with, is anything.
    def process(self, formdata: Any, *_args: Any, **_more: Any) -> None:  # noqa: ANN401
        """Take the texts."""
        numbers = [int(name.rpartition("-")[2]) for name in formdata or () if self.is_mine(name)]
        self.data = tuple(
            (formdata or {}).get(f"{self.name}-{number}", "")
            for number in range(1, max(numbers, default=0) + 1)
        )

    def is_mine(self, name: str) -> bool:
        """Return whether a field that was sent is one of these."""
        mine, dash, number = name.rpartition("-")
        return mine == self.name and bool(dash) and _NUMBER.fullmatch(number) is not None


class StrictForm(Form):
    """A form that refuses unknown fields, and fields sent twice where one is wanted."""

    @classmethod
    def sent(cls, data: MultiDict[str, str]) -> Self:
        """Return the form as it was sent, still to be validated.

        Raises:
            BadRequest: no page of ours sends this.
        """
        form = cls(data)
        numbered = [one for one in form if isinstance(one, NumberedField)]
        for name, values in data.lists():
            field = form._fields.get(name)
            is_known = (field is not None and field not in numbered) or any(
                one.is_mine(name) for one in numbered
            )
            if not is_known or (len(values) > 1 and not isinstance(field, SelectMultipleField)):
                raise BadRequest
        return form

    @property
    def first_errors(self) -> dict[str, str]:
        """The first error of every field that has one, for the summary and the fields."""
        return {name: str(errors[0]) for name, errors in self.errors.items()}


def one_of(field: Field, values: Iterable[str], words: str) -> None:
    """Refuse what is not offered, with these words."""
    if field.data not in set(values):
        raise ValidationError(words)


def rows(field: Field, choices: Iterable[tuple[str, str]]) -> tuple[OptionView, ...]:
    """Return what a field may hold, to be printed."""
    return tuple(OptionView(value, "", text, value == field.data) for value, text in choices)


class PlainForm(StrictForm):
    """A button."""


def require_plain() -> None:
    """Refuse a request that sends more than a button does.

    Raises:
        BadRequest: no page of ours sends this.
    """
    PlainForm.sent(request.form)
