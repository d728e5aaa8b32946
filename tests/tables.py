"""A small set whose things and rows stand in tables, and what is wrong where one is broken."""

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.reader import read_set
from quizapp.errors import FormatError

YAML = """\
set: small
title: A small set
sources: {teacher: {kind: teacher knowledge, label: the teacher}}
people: {ann: {name: Ann}}
places: {rows: t/places.csv}
relations:
  capital_of: {ask: "Of what is {s} the capital?", ask_back: "What is the capital of {o}?",
    say: "{s} is the capital of {o}.", deny: "{s} is not the capital of {o}.", subject: place,
    object: place, one_object: yes, one_subject: yes, symmetric: no}
  near: {ask: "What is beside {s}?", say: "{s} is beside {o}.", deny: "{s} is not beside {o}.",
    subject: place, object: place, symmetric: yes}
facts:
  capitals: {capital_of: {rows: t/capitals.csv}, as_of: 2024, cite: {teacher: the atlas}}
  borders: {near: {rows: t/borders.csv}, cite: {teacher: the atlas}}
"""

PLACES = """\
id,name,the,aliases,kind
nordia,Nordia,,Norland|The North,country
sudia,Sudia,yes,,country
ost,Ostia,,,country
isla,Isla,no,,country
nor-town,Nortown,,,capital
sud-town,Sudtown,,,capital
"""

CAPITALS = """\
subject,object
nor-town,nordia
sud-town,sudia
"""

BORDERS = """\
subject,object,not,complete
nordia,sudia,,yes
nordia,ost,,yes
sudia,nordia,,
sudia,,isla,no
ost,nordia,,
isla,,,yes
"""


def read(
    *, yaml: str = YAML, places: str = PLACES, capitals: str = CAPITALS, borders: str = BORDERS
) -> Bank:
    """Return the bank of the set, some of its texts changed."""
    tables = {"t/places.csv": places, "t/capitals.csv": capitals, "t/borders.csv": borders}
    return read_set("small.yaml", yaml, {}.get, tables.get)


def faults(**texts: str) -> list[str]:
    """Return what is wrong with the set, some of its texts changed.

    Where its things are others, it states nothing of them.
    """
    if "places" in texts:
        texts.setdefault("yaml", YAML.partition("facts:")[0])
    try:
        read(**texts)
    except FormatError as error:
        return [str(fault) for fault in error.faults]
    return []
