"""The schema of an exam profile: which fields its file has and what may stand in each.

What is left out is as in the classroom. Only the reader of profiles needs this.
"""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import partial
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from quizapp.core.facts.naming import is_slug
from quizapp.core.facts.schema import Entry, Text, many
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints.register import LINTS
from quizapp.core.profiles.labels import sign
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.core.responses import FORMATS
from quizapp.core.text.offering import nearest

_MARK: Final = re.compile(r"[+-]?\d{1,4}(?:\.\d{1,6}|/[1-9]\d{0,3})?\Z", re.ASCII)
_FIGURE: Final = re.compile(r"\d{1,2}\Z", re.ASCII)
_FEWEST_OPTIONS, _MOST_OPTIONS = 2, 10


def _id(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f'"{text}" cannot be an id: use small letters, digits and hyphens')
    return text


def _one_of(what: str, known: Collection[str], text: str) -> str:
    if text in known:
        return text
    near = nearest(text, known)
    hint = f'did you mean "{near}"?' if near else f"there are: {', '.join(known)}"
    raise ValueError(f'there is no {what} "{text}"; {hint}')


def _label(text: str) -> str:
    sign(text)
    return text


def _figure(value: object) -> int:
    if not isinstance(value, str) or not _FIGURE.match(value):
        raise ValueError("write a whole number in figures")
    return int(value)


def _options(number: int) -> int:
    if not _FEWEST_OPTIONS <= number <= _MOST_OPTIONS:
        raise ValueError(f"an item has from {_FEWEST_OPTIONS} to {_MOST_OPTIONS} options")
    return number


def _mark(value: object) -> Fraction:
    if not isinstance(value, str) or not _MARK.match(value):
        raise ValueError("write a number or a fraction, like 2, -0.25 or -2/3")
    return Fraction(value)


def _no_doubles(names: tuple[str, ...]) -> tuple[str, ...]:
    _check_different(names)
    if not names:
        raise ValueError("this is empty: write something or remove the field")
    return names


def _codes(statements: int, codes: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    for code in codes:
        _check_different(code)
        for number in code:
            if not 1 <= number <= statements:
                raise ValueError(f"there is no statement {number} of {statements}")
    _check_different([f"[{', '.join(map(str, sorted(code)))}]" for code in codes])
    _check_a_choice(codes)
    for number in range(1, statements + 1):
        said = {number in code for code in codes}
        if len(said) == 1:
            truth = "true" if said == {True} else "false"
            raise ValueError(f"statement {number} is {truth} in every code: it is never asked")
    return codes


def _counts(statements: int, counts: tuple[int, ...]) -> tuple[int, ...]:
    for number in counts:
        if number > statements:
            raise ValueError(f"{number} of {statements} cannot be: write 0 to {statements}")
    _check_different(counts)
    _check_a_choice(counts)
    return counts


def _check_different(listed: Sequence[object]) -> None:
    for one in listed:
        if listed.count(one) > 1:
            raise ValueError(f"{one} is listed twice: remove one")


def _check_a_choice(offered: Sequence[object]) -> None:
    if len(offered) < _FEWEST_OPTIONS:
        raise ValueError("write two at least: one alone is no choice")


_Label = Annotated[Text, AfterValidator(_label)]
_Mark = Annotated[Fraction, BeforeValidator(_mark)]
_Figure = Annotated[int, BeforeValidator(_figure)]
_Figures = Annotated[tuple[_Figure, ...], BeforeValidator(many)]
_Subsets = Annotated[tuple[_Figures, ...], BeforeValidator(many)]

_Kind = Annotated[Text, AfterValidator(partial(_one_of, "kind", [kind.name for kind in KINDS]))]
_Format = Annotated[Text, AfterValidator(partial(_one_of, "format", list(FORMATS)))]
_Lint = Annotated[Text, AfterValidator(partial(_one_of, "lint", [lint.__name__ for lint in LINTS]))]
_Kinds = Annotated[tuple[_Kind, ...], BeforeValidator(many), AfterValidator(_no_doubles)]
_Formats = Annotated[tuple[_Format, ...], BeforeValidator(many), AfterValidator(_no_doubles)]


class CodesEntry(Entry):
    """``{two: [[1], [2], [1, 2], []]}``: which statements each code says are true."""

    two: Annotated[_Subsets, AfterValidator(partial(_codes, 2))] | None = None
    three: Annotated[_Subsets, AfterValidator(partial(_codes, 3))] | None = None
    four: Annotated[_Subsets, AfterValidator(partial(_codes, 4))] | None = None


class CountsEntry(Entry):
    """``{three: [1, 2, 3, 0]}``: how many may be correct, as offered."""

    three: Annotated[_Figures, AfterValidator(partial(_counts, 3))] | None = None
    four: Annotated[_Figures, AfterValidator(partial(_counts, 4))] | None = None


class MarksEntry(Entry):
    """``{right: 2, wrong: -2/3, blank: 0, multi_marked: wrong}``."""

    right: _Mark
    wrong: _Mark
    blank: _Mark = Fraction(0)
    multi_marked: Literal["wrong", "blank"] = "wrong"


class ProfileEntry(Entry):
    """One exam."""

    profile: Annotated[Text, AfterValidator(_id)]
    name: Text
    options: Annotated[_Figure, AfterValidator(_options)] = CLASSROOM.options
    lettering: _Label = CLASSROOM.lettering
    numerals: _Label = CLASSROOM.numerals
    rows: _Label = CLASSROOM.rows
    targets: _Label = CLASSROOM.targets
    kinds: _Kinds | None = None
    formats: _Formats | None = None
    codes: CodesEntry | None = None
    counts: CountsEntry | None = None
    pairs: CountsEntry | None = None
    marks: MarksEntry | None = None
    lints_off: dict[_Lint, Text] = Field(default_factory=dict)
