"""The building blocks of the schemas: yes/no, one-or-many, lists with ``not``, citations.

Each entry of a set is validated by a pydantic model on its own, so that one bad entry hides no
fault of another. Here too: pydantic's errors put into a teacher's words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails

from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.tree import Path, Tree
from quizapp.core.text.offering import nearest, some_of

_IMPLIED = "implied"
_LONGEST = 5000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


class Entry(BaseModel):
    """The base of every entry: unknown fields are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _yes_no(value: object) -> bool:
    if value not in ("yes", "no"):
        raise ValueError(f"write yes or no, not {_shown(value)}")
    return value == "yes"


def _some_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"this must be text, not {_shown(value)}")
    if 0 < len(value) <= _LONGEST and value.isprintable() and value.strip() == value:
        return value if "  " not in value else " ".join(value.split())
    if not value.strip():
        raise ValueError("this is empty: write something or remove the field")
    if len(value) > _LONGEST:
        raise ValueError("this is longer than 5,000 characters")
    if _CONTROL.search(value):
        raise ValueError("this holds control characters: remove them")
    return " ".join(value.split())


def many(value: object) -> tuple[object, ...]:
    """Return a list of the file as a tuple; ValueError for anything else."""
    if not isinstance(value, list):
        raise ValueError(f"write a list like [a, b], not {_shown(value)}")
    return tuple(value)


def _one_or_many(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _denials(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return {one: _IMPLIED for one in value}
    raise ValueError("write a list like [a, b] or a mapping like {a: {cite: {report: …}}}")


def _date(value: object) -> str:
    text = _some_text(value)
    parse_date(text)
    return text


def _span(value: object) -> object:
    return {"span": value} if isinstance(value, str) else value


def _unless_implied(value: object) -> object:
    return None if value == _IMPLIED else value


# What an editor may see of a scalar: it types what we read as text (``2023``, ``12.5``, ``true``).
_Scalar = Annotated[
    str,
    WithJsonSchema(
        {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": _LONGEST}
    ),
]
_DateScalar = Annotated[
    str,
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$",
            "minimum": 1000,
            "maximum": 9999,
            "examples": ["2023", "2023-11", "2023-11-10"],
        }
    ),
]
_Nth = Annotated[
    str,
    Field(pattern=r"^[1-9]\d?$"),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": r"^[1-9]\d?$", "minimum": 1, "maximum": 99}
    ),
]

YesNo = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=Literal["yes", "no"])]
Text = Annotated[str, BeforeValidator(_some_text, json_schema_input_type=_Scalar)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(many)]
OneOrMany = Annotated[
    tuple[Text, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=Text | list[Text]),
]
DateText = Annotated[str, BeforeValidator(_date, json_schema_input_type=_DateScalar)]


class Span(Entry):
    """A cited span; ``nth`` tells which, where the source has it more than once."""

    span: Text
    nth: _Nth = "1"


Cite = Annotated[
    dict[str, Annotated[Span, BeforeValidator(_span, json_schema_input_type=Text | Span)]],
    Field(min_length=1),
]


class Kept(Entry):
    """What every fact may say of itself: its former slugs, and when to look at it again."""

    was: OneOrMany = ()
    review_after: DateText | None = None


class FactEntry(Kept):
    """What every entry under ``facts`` has."""

    cite: Cite


class Denial(Entry):
    """What a ``not`` rests on."""

    cite: Cite


Denials = Annotated[
    dict[str, Annotated[Denial | None, BeforeValidator(_unless_implied)]],
    BeforeValidator(_denials, json_schema_input_type=list[Text] | dict[str, Denial]),
]


class Listing(Entry):
    """``{list: […], not: […], complete: yes}``."""

    list: Texts = ()
    not_: Denials = Field(default_factory=dict, alias="not")
    complete: YesNo = False


def faults_of(
    error: ValidationError, entry: Tree, what: str, path: Path, model: type[Entry]
) -> list[tuple[Path, str]]:
    """Return pydantic's errors as places in the file and sentences for a teacher.

    Args:
        entry: what was validated.
        what: the entry in words: ``fact``, ``entry of people``.
        path: where the entry stands.
        model: what it was validated with, for the fields it may have.
    """
    details = error.errors(include_url=False)
    return [
        ((*path, *_steps(detail["loc"], entry)), _sentence(detail, entry, what, model))
        for detail in details
        if not (detail["type"] == "too_short" and _is_of_parts(detail, details))
    ]


def _is_of_parts(detail: ErrorDetails, others: Sequence[ErrorDetails]) -> bool:
    """Whether a list is too short only because its parts have faults of their own."""
    loc = detail["loc"]
    return any(len(one["loc"]) > len(loc) and one["loc"][: len(loc)] == loc for one in others)


def _steps(loc: Sequence[str | int], entry: Tree) -> Path:
    """Return the part of pydantic's location that stands in the file."""
    steps: list[str | int] = []
    here: Any = entry  # a tree; indexing it by what pydantic reports is checked by the except
    for step in loc:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            continue
        steps.append(step)
    return tuple(steps)


def _part(loc: Sequence[str | int], entry: Tree) -> Tree:
    """Return the part of the file that pydantic's location speaks of."""
    here: Any = entry
    for step in _steps(loc, entry):
        here = here[step]
    return here  # type: ignore[no-any-return]


def _sentence(detail: ErrorDetails, entry: Tree, what: str, model: type[Entry]) -> str:
    field = str(detail["loc"][-1]) if detail["loc"] else ""
    match detail["type"]:
        case "missing":
            return f'{what} needs the field "{field}" ({_has(_part(detail["loc"][:-1], entry))})'
        case "extra_forbidden":
            return unknown_field(field, what, _fields_at(detail["loc"][:-1], model))
        case "value_error":
            return str(detail.get("ctx", {}).get("error", detail["msg"]))
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"write a mapping like {{field: value}} here, not {_shown(detail['input'])}"
        case "string_pattern_mismatch":
            return f'"{detail["input"]}" cannot stand here'
        case "too_short":
            return "this is empty: write something or remove the field"
        case _:
            return f"{detail['msg']} (found {_shown(detail['input'])})"


def unknown_field(field: str, what: str, known: Sequence[str]) -> str:
    """Return the sentence for a field that does not exist, with the nearest that does."""
    near = nearest(field, known)
    hint = f'did you mean "{near}"?' if near else f"it may have: {', '.join(known)}"
    return f'{what} has no field "{field}"; {hint}'


def _fields_at(loc: Sequence[str | int], model: type[Entry]) -> list[str]:
    """Return the fields of the model that validates the part at ``loc``."""
    here: Any = model  # annotations are typing constructs without a common type
    for step in loc:
        if isinstance(step, str) and isinstance(here, type) and issubclass(here, Entry):
            named = {info.alias or name: info for name, info in here.model_fields.items()}
            # What is no field of it is an id, for which a model like this one stands.
            here = _model_in(named[step].annotation) if step in named else here
        elif here is None:
            break
    fields = here.model_fields if isinstance(here, type) and issubclass(here, Entry) else {}
    return [info.alias or name for name, info in fields.items()]


def _model_in(annotation: Any) -> type[Entry] | None:  # noqa: ANN401 - a typing construct
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None


def _has(entry: Tree) -> str:
    if isinstance(entry, Mapping) and entry:
        return f"has: {some_of(entry)}"
    return "has none"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'
    if isinstance(value, list | tuple):
        return "a list"
    return "a mapping" if isinstance(value, dict) else "nothing"
