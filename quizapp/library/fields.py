"""What the fields of set files mean, in teachers' words, for the tools that help to write them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quizapp import paths
from quizapp.core.facts.tree import plain_yaml

#: Descriptions of fields by entry; ``every`` holds those of fields that mean the same everywhere.
Fields = Mapping[str, Mapping[str, str]]


@cache
def load_fields(folder: Path = paths.WORDING / "en") -> Fields:
    """Return the descriptions of a language; by default the English that ships with the package.

    Raises:
        ValueError: the file is not what this code needs.
    """
    plain = plain_yaml((folder / "fields.yaml").read_text("utf-8"))
    if plain.faults or not isinstance(plain.data, dict):
        raise ValueError(f"fields.yaml is broken: {plain.faults}")
    found: dict[str, dict[str, str]] = {}
    for entry, texts in plain.data.items():
        if not isinstance(texts, dict):
            raise ValueError(f"fields.yaml: {entry} must hold fields")
        found[entry] = {name: " ".join(str(text).split()) for name, text in texts.items()}
    return found
