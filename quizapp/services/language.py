"""The language of set files, for the tools that help to write them: its JSON Schema.

Made from the very models that read sets, the registers of sections and shapes, and the words of
``wording/<language>/fields.yaml``. The schema sees one entry at a time: whether an id is declared,
or a span stands in its source, only ``facts check`` can tell.
"""

from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from quizapp.core.facts.declared import RelationEntry
from quizapp.core.facts.entity import Section
from quizapp.core.facts.naming import MODELS, NamedEntry
from quizapp.core.facts.reader import TOP
from quizapp.core.facts.schema import Entry, FactEntry
from quizapp.core.facts.shapes import ENTITY_SHAPES, SEQUENCE, SHAPES
from quizapp.core.facts.shapes.relation import model_of
from quizapp.core.facts.sources import SourceEntry
from quizapp.core.facts.written import QuestionEntry
from quizapp.core.responses import FORMATS
from quizapp.library.fields import Fields, load_fields

#: A piece of JSON Schema.
_Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SLUG = r"^[a-z0-9][a-z0-9-]{0,63}$"
_RELATION = r"^[a-z][a-z0-9_]{0,63}$"
#: Stands for the name of whatever relation a set declares.
_ROWS = "rows_of_a_relation"
#: Where things or rows may stand in a table instead.
_TABLE = "rows"


def schema_of_sets() -> dict[str, object]:
    """Return the JSON Schema of set files (draft 2020-12)."""
    return _Maker(load_fields()).schema()


class _Plain(GenerateJsonSchema):
    """Without titles, which only repeat the names of the fields, and without null.

    A field that may be left out may not be left empty.
    """

    def nullable_schema(self, schema: Any) -> _Schema:  # noqa: ANN401 - as the base has it
        """Return the schema of what it is when it is there."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - as the base has it
        """Return that none is."""
        return False


class _Maker:
    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        sections = {section: MODELS.get(section, NamedEntry) for section in Section}
        sections |= {section: shape.model for section, shape in ENTITY_SHAPES.items()}
        self._sections: dict[Section, type[Entry]] = dict(sections)
        self._rows = model_of(_ROWS)
        models: tuple[type[Entry], ...] = (
            *dict.fromkeys(self._sections.values()),
            *(shape.model for shape in (*SHAPES, SEQUENCE)),
            *(FactEntry, SourceEntry, RelationEntry, QuestionEntry, self._rows),
        )
        refs, whole = models_json_schema(
            [(model, "validation") for model in models],
            schema_generator=_Plain,
            ref_template="#/$defs/{model}",
        )
        self._refs = {model: ref for (model, _), ref in refs.items()}
        self._defs: dict[str, _Schema] = whole["$defs"]

    def schema(self) -> _Schema:
        """Return the whole."""
        self._name_rows_freely(self._defs[self._name(self._rows)])
        question = self._defs[self._name(QuestionEntry)]["properties"]
        question["format"] = {"enum": sorted(name for name, one in FORMATS.items() if one.by_hand)}
        for name, definition in self._defs.items():
            self._describe(name, definition)
        return {
            "$schema": _DIALECT,
            "title": "A set of facts",
            "type": "object",
            "properties": {name: self._top(name) for name in TOP},
            "required": ["set", "title", "sources"],
            "additionalProperties": False,
            "$defs": self._defs,
        }

    def _table(self) -> _Schema:
        return {"type": "string", "description": self._fields["every"][_TABLE]}

    def _name_rows_freely(self, rows: _Schema) -> None:
        """Let the field of rows have the name of any relation, and ask for one."""
        own = rows["properties"].pop(_ROWS)
        others = [*rows["properties"]]
        rows["required"].remove(_ROWS)
        own = {"anyOf": [own, {**_entries(_TABLE, self._table()), "required": [_TABLE]}]}
        rows["patternProperties"] = {rf"^(?!(?:{'|'.join(others)})$){_RELATION[1:]}": own}
        rows["not"] = {"propertyNames": {"enum": others}}

    def _name(self, model: type[Entry]) -> str:
        return str(self._refs[model]["$ref"]).rpartition("/")[2]

    def _describe(self, name: str, definition: _Schema) -> None:
        """Put the words of the fields in, instead of those for engineers."""
        definition.pop("description", None)
        for field, schema in definition.get("properties", {}).items():
            own = self._fields.get(name.removesuffix("Entry"), {})
            schema["description"] = own.get(field) or self._fields["every"][field]
            schema.pop("default", None)

    def _top(self, name: str) -> _Schema:
        made = self._section(name)
        return {**made, "description": self._fields["set"][name]}

    def _section(self, name: str) -> _Schema:
        if name in {section.value for section in Section}:
            things = _entries(_SLUG, self._refs[self._sections[Section(name)]])
            return {**things, "properties": {_TABLE: self._table()}}
        match name:
            case "set":
                return {"type": ["string", "integer"], "pattern": _SLUG}
            case "title":
                return {"type": ["string", "number"], "minLength": 1}
            case "sources":
                return {**_entries(_SLUG, self._refs[SourceEntry]), "minProperties": 1}
            case "relations":
                return _entries(_RELATION, self._refs[RelationEntry])
            case "facts":
                return _entries(_SLUG, self._fact())
            case "questions":
                return _entries(_SLUG, self._refs[QuestionEntry])
            case "sequence":
                return _list(self._refs[SEQUENCE.model])
            case "no_fact":
                return _list(self._defs[self._name(FactEntry)]["properties"]["cite"])
            case "apart":
                pair = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
                return _list(pair)
            case _:
                raise ValueError(f"the schema does not know the section {name}")

    def _fact(self) -> _Schema:
        """Return the schema of an entry under ``facts``: its shape follows from what it has."""
        chain: _Schema = self._refs[self._rows]
        for shape in reversed(SHAPES):
            has_field: _Schema = {"anyOf": [{"required": [field]} for field in shape.fields]}
            chain = {"if": has_field, "then": self._refs[shape.model], "else": chain}
        return {"type": "object", "properties": dict(self._leading_fields()), **chain}

    def _leading_fields(self) -> Iterator[tuple[str, _Schema]]:
        """Yield the fields that tell the shapes, for an editor to offer in an empty entry."""
        for shape in SHAPES:
            known = self._defs[self._name(shape.model)]["properties"]
            for field in shape.fields:
                yield field, {"description": known[field]["description"]}


def _entries(key: str, value: _Schema) -> _Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": key},
        "additionalProperties": value,
    }


def _list(item: _Schema) -> _Schema:
    return {"type": "array", "items": item}
