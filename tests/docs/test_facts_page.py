"""The examples of docs/facts.md go through the real reader and the real kernel."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from quizapp.cli.facts import facts
from quizapp.clock import utc_now
from quizapp.core.diagnostics.register import DIAGNOSES
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.facts.tree import plain_yaml
from quizapp.core.proof.kernel import Kernel
from quizapp.errors import FormatError
from quizapp.library.files import load_set
from quizapp.services.checking import check_files
from tests.architecture.project import ROOT

PAGE = (ROOT / "docs" / "facts.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(block["kind"], block["text"]) for block in BLOCK.finditer(PAGE)]
SET = next(text for kind, text in BLOCKS if kind == "yaml set")
ADDITIONS = [text for kind, text in BLOCKS if kind == "yaml"]
REFUSED = [
    (text, BLOCKS[place + 1][1].strip())
    for place, (kind, text) in enumerate(BLOCKS)
    if kind == "yaml refused"
]
ROW = re.compile(r"^\| `(\w+) ([\w-]+) ([\w-]+)(?: ([\d-]+))?` \| (true|false|unknown) \|", re.M)


def merged(base, more):
    """Return the set with more entries in its sections."""
    if isinstance(base, dict):
        return {
            **base,
            **{key: merged(base.get(key, type(new)()), new) for key, new in more.items()},
        }
    return base + more if isinstance(base, list) else more


@pytest.fixture
def write(tmp_path: Path):
    """Put the page's source and the set, with an addition, into a folder; give its path."""

    def written(addition: str = "{}") -> Path:
        for kind, text in BLOCKS:
            if kind.startswith("text "):
                source = tmp_path / kind.removeprefix("text ")
                source.parent.mkdir(parents=True, exist_ok=True)
                source.write_text(text, "utf-8")
        whole = merged(*(plain_yaml(text).data for text in (SET, addition)))
        path = tmp_path / "questions" / "river-council.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True), "utf-8")
        return path

    return written


def claims_after(addition: str) -> list[tuple[str, ...]]:
    """Return the rows of the table below an example, up to the next example."""
    below = PAGE.split(addition, 1)[1]
    return ROW.findall(below.split("```yaml", 1)[0])


def as_claim(relation: str, subject: str, object_: str, day: str, bank: Bank) -> Claim:
    kind = bank.relations[relation].value
    at = Instant(day) if day else None
    if relation == "holder" and not day:
        at = Instant("2024-05", "notes")
    number, _, unit = object_.partition("_")
    if kind == "number":
        return Claim(relation, subject, Value(kind, number, unit), at)
    return Claim(relation, subject, Value(kind, object_) if kind else object_, at)


def assert_decided(bank: Bank, rows: list[tuple[str, ...]]) -> None:
    kernel = Kernel.of_bank(bank)
    for relation, subject, object_, day, status in rows:
        claim = as_claim(relation, subject, object_, day, bank)
        assert (claim, kernel.status(claim)) == (claim, status)


def test_the_small_set_is_read_as_it_stands(write) -> None:
    path = write()
    path.write_text(SET, "utf-8")

    assert load_set(path).set_id == "river-council"


def test_the_check_of_the_small_set_prints_what_the_page_says(write) -> None:
    (report,) = check_files([write()], ROOT, now=utc_now())

    assert report.survey is not None
    found = report.survey
    assert (
        f"{found.facts} facts, {found.slots} slots, {found.claims} claims, "
        f"{len(found.bare)} of {found.sentences} sentences carry no fact" in PAGE
    )


def test_explaining_the_small_set_prints_what_the_page_says(write, monkeypatch) -> None:
    path = write()
    path.write_text(SET, "utf-8")
    monkeypatch.chdir(path.parent.parent)

    printed = CliRunner().invoke(facts, ["check", "--explain", "questions/river-council.yaml"])

    (shown,) = [text for kind, text in BLOCKS if kind == "text explained"]
    assert set(shown.splitlines()) <= set(printed.output.splitlines())


def test_the_page_tells_of_every_code_and_every_field_of_the_json(write) -> None:
    def keys(part: object) -> set[str]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        own = set(part) if isinstance(part, dict) else set()
        return own.union(*map(keys, inner))

    whole = json.loads(CliRunner().invoke(facts, ["check", "--json", str(write())]).stdout)
    for one in whole["sets"]:
        one["figures"] = None
        one["facts"] = [{**fact, "items": {}} for fact in one["facts"]]
        for fact in one["facts"]:
            fact["slots"] = [{**slot, "items": {}} for slot in fact["slots"]]

    assert not [name for name in (*DIAGNOSES, *keys(whole)) if f"`{name}`" not in PAGE]


@pytest.mark.parametrize("addition", ["{}", *ADDITIONS])
def test_an_example_is_read_and_decides_what_its_table_says(write, addition: str) -> None:
    bank = load_set(write(addition))

    assert_decided(bank, claims_after(SET if addition == "{}" else addition))


def test_every_row_of_the_tables_is_tried() -> None:
    tried = [row for example in (SET, *ADDITIONS) for row in claims_after(example)]

    assert sorted(tried) == sorted(ROW.findall(PAGE))
    assert len(tried) == len(re.findall(r"^\| `[^`]*` \| (?:true|false|unknown)", PAGE, re.M)) > 20


@pytest.mark.parametrize(("addition", "reason"), REFUSED)
def test_a_refused_example_is_refused_in_these_words(write, addition: str, reason: str) -> None:
    with pytest.raises(FormatError) as refused:
        load_set(write(addition))

    assert reason in {fault.reason for fault in refused.value.faults}


def test_every_rule_that_the_bundled_sets_name_is_explained() -> None:
    rule = re.compile(r"\bR\d+\b")
    named = {
        one for path in ROOT.glob("questions/*.yaml") for one in rule.findall(path.read_text())
    }

    assert named <= set(rule.findall(PAGE))
