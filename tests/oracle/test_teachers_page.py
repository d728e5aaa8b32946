"""The page for teachers says what its examples decide; the oracle must say the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.oracle.claims import DATES, Claim
from tests.oracle.oracle import decide
from tests.oracle.reader import read_set

PAGE = (Path(__file__).parents[2] / "docs" / "facts.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+) (\S+) (\S+?)(?: (\S+))?` \| (true|false|unknown) \|", re.MULTILINE)


def _examples() -> Iterator[tuple[dict[str, Any], re.Match[str]]]:
    """Yield each row of a table with the set as the page has built it so far."""
    tree: dict[str, Any] = {}
    marks = sorted([*FENCE.finditer(PAGE), *ROW.finditer(PAGE)], key=re.Match.start)
    for mark in marks:
        if mark.re is ROW:
            yield {key: _copy(value) for key, value in tree.items()}, mark
        elif mark[1] == "yaml" and mark[2] in ("", "set"):
            for section, entries in yaml.load(mark[3], Loader=yaml.BaseLoader).items():  # noqa: S506
                if isinstance(entries, dict):
                    tree.setdefault(section, {}).update(entries)
                elif isinstance(entries, list):
                    tree.setdefault(section, []).extend(entries)
                else:
                    tree[section] = entries


def _claim(relation: str, subject: str, thing: str, at: str) -> Claim:
    """Return the claim of a row; a number stands there with its unit, joined by a dash below."""
    if relation == "value":
        number, _, unit = thing.partition("_")
        return Claim(relation, subject, number, at, "number", unit)
    return Claim(relation, subject, thing, at, "date" if relation in DATES else "id")


def _copy(value: Any) -> Any:
    return value.copy() if isinstance(value, dict | list) else value


EXAMPLES = list(_examples())


@pytest.mark.parametrize(
    ("tree", "row"), EXAMPLES, ids=[" ".join(row.group(1, 2, 3)) for _, row in EXAMPLES]
)
def test_the_oracle_decides_what_the_teachers_page_says(tree, row, tmp_path):
    for folder in ("questions", "seeds"):
        (tmp_path / folder).mkdir()
    source = next(fence[3] for fence in FENCE.finditer(PAGE) if fence[2].startswith("seeds/"))
    (tmp_path / "seeds" / "harbour.md").write_text(source, encoding="utf-8")
    for fence in FENCE.finditer(PAGE):
        if fence[2].startswith("questions/"):
            (tmp_path / fence[2]).parent.mkdir(exist_ok=True)
            (tmp_path / fence[2]).write_text(fence[3], encoding="utf-8")
    path = tmp_path / "questions" / "page.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    relation, subject, thing, at, verdict = row.groups()
    if relation == "holder" and at is None:
        at = "source:notes"
    claim = _claim(relation, subject, thing, at or "")

    verdicts = decide(read_set(path), [claim])

    assert verdicts[claim] == verdict
