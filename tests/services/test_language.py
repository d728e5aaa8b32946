"""The JSON Schema of sets: it takes what the reader takes, and knows what editors can know."""

import re

import pytest
from jsonschema import Draft202012Validator

from quizapp import paths
from quizapp.core.facts.tree import plain_yaml
from quizapp.library.fields import load_fields
from quizapp.services.language import schema_of_sets
from tests.core.facts.every_shape import EVERY_SHAPE

SCHEMA = schema_of_sets()
VALIDATOR = Draft202012Validator(SCHEMA)
BUNDLED = sorted(paths.QUESTIONS.glob("*.yaml"))


def complaints(text: str) -> list[str]:
    plain = plain_yaml(text)
    assert not plain.faults
    return [error.message for error in VALIDATOR.iter_errors(plain.data)]


def test_it_is_a_schema_of_its_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_every_bundled_set_fits(path) -> None:
    assert complaints(path.read_text("utf-8")) == []


def test_a_set_with_every_shape_fits() -> None:
    assert complaints(EVERY_SHAPE) == []


def test_scalars_fit_as_editors_type_them_too() -> None:
    facts = {
        "long": {"quantity": "length", "value": 12.5, "as_of": 2023, "cite": {"teacher": 7}},
        "said": {"says": "ana", "gist": True, "cite": {"report": {"span": "x", "nth": 2}}},
    }
    whole = {"set": "s", "title": 2023, "sources": {"t": {"kind": "k", "label": 1}}, "facts": facts}

    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []


def test_tables_may_stand_for_entries_and_for_rows() -> None:
    text = EVERY_SHAPE.replace("people:\n", "people:\n  rows: people.csv\n", 1).replace(
        "neighbours: [[alba, brea]]", "neighbours: {rows: neighbours.csv}"
    )

    assert complaints(text) == []
    assert complaints(text.replace("rows: people.csv", "rows: [people.csv]"))
    assert complaints(text.replace("{rows: neighbours.csv}", "{rows: [x]}"))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("set: every-shape", "set: Every Shape"),
        ("title: ", "titel: "),
        ("{kind: teacher knowledge, label: the lesson}", "{kind: teacher knowledge}"),
        ("published: 2024-05", "published: May 2024"),
        ("{name: Ines Roca, aliases: [Roca]}", "{nam: Ines Roca}"),
        ("aliases: [Roca]", "aliases: Roca"),
        ("plural: yes", "plural: true"),
        ("began: 2024-05-03", "began: 3 May"),
        ("complete: yes", "complete: sure"),
        ("term: toll", "name: toll"),
        ("says: roca", "say: roca"),
        ("in: {at: opening}", "in: {where: opening}"),
        ("only: yes", "only: 1"),
        ("covered: {list:", "covered: {lst:"),
        ("covered: {list: [bridge, fares]}", "covered: [bridge, fares]"),
        ("holder: roca, on: report,", "on: report,"),
        ('value: "1,250"', "value: many"),
        ("tolerance: 50", "tolerance: some"),
        ("order: [meeting, briefing]", "order: meeting"),
        ("subject: place", "subject: town"),
        ('say: "{s} and {o} are neighbours."', "says: x"),
        ("neighbours: [[alba, brea]]", "neighbours: [[alba]]"),
        ("next: {neighbours: [[alba, brea]], ", "next: {as_of: 2024, "),
        ("explains: talked, by: summer", "explain: talked, by: summer"),
        ("format: choice", "format: multiple"),
        ("right: the mayor", "wright: the mayor"),
        ('- {notes: "It rained on both days."}', "- It rained on both days."),
        ("apart: [[ferries, schools]]", "apart: [[ferries]]"),
        ("  talked:", "  Talked It:"),
        ("nth: 1", "nth: 0"),
        ('cite: {notes: "It talked', 'cites: {notes: "It talked'),
    ],
)
def test_a_set_with_one_slip_does_not_fit(was: str, now: str) -> None:
    assert was in EVERY_SHAPE, was

    assert complaints(EVERY_SHAPE.replace(was, now, 1))


def described(schema: object):
    """Yield every property of a schema with its description."""
    if isinstance(schema, dict):
        for name, one in schema.get("properties", {}).items():
            yield name, one.get("description", "")
        for one in schema.values():
            yield from described(one)


def test_every_field_says_what_it_means_in_words_for_teachers() -> None:
    texts = list(described(SCHEMA))

    assert len(texts) > 150
    assert not [name for name, text in texts if not text]
    assert not [text for _, text in texts if re.search(r"``|None|tuple", text)]


def test_no_words_are_kept_for_fields_that_do_not_exist() -> None:
    used = {text for _, text in described(SCHEMA)}
    used |= {one["description"] for one in SCHEMA["properties"].values()}

    kept = {(entry, name) for entry, fields in load_fields().items() for name in fields}
    assert not [one for one in sorted(kept) if load_fields()[one[0]][one[1]] not in used]
