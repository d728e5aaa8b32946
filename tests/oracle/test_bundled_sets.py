"""Every item of every bundled set, read back and decided by the oracle."""

import json
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.commands import main
from quizapp.core.items.codec import to_json
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import drawn
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording
from tests.oracle.claims import Claim
from tests.oracle.judge import Docket
from tests.oracle.oracle import decide
from tests.oracle.reader import read_set

QUESTIONS = Path(__file__).parents[2] / "questions"
SETS = sorted(QUESTIONS.glob("*.yaml"))
SEEDS = (0, 1, 2)
#: Of a set that yields more, what so many asks yield is judged; the long run takes all.
ASKS = 500
LARGE = [path for path in SETS if "rows:" in path.read_text(encoding="utf-8")]


def printed(path, seed):
    """Return the items of a set as the command prints them, one a line."""
    run = CliRunner().invoke(main, ["items", str(path), "--json", "--seed", str(seed)])
    return run.output.splitlines()


def faults_of(path, lines):
    """Return what the oracle has against items of a set, each with its stem."""
    docket = Docket(read_set(path))
    for line in lines:
        docket.add(json.loads(line))
    assert docket.reads
    return [(item["stem"], fault) for item, fault in docket.judge()]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "path", [one for one in SETS if one not in LARGE], ids=lambda path: path.stem
)
def test_the_oracle_agrees_with_every_item_of_a_bundled_set(path, seed):
    assert faults_of(path, printed(path, seed)) == []


@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_the_oracle_agrees_with_items_drawn_from_a_large_set(path):
    context = Context(load_set(path), load_wording())
    posed = islice(drawn(context, Asks(context), draw=1), ASKS)
    lines = [json.dumps(to_json(item)) for items in posed for item in items]

    assert len(lines) > ASKS
    assert faults_of(path, lines) == []


@pytest.mark.long
@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_the_oracle_agrees_with_every_item_of_a_large_set(path):
    assert faults_of(path, printed(path, 0)) == []


@pytest.mark.parametrize(
    ("relation", "subject", "thing", "verdict"),
    [
        ("covered", "dialogue", "canada-row", "unknown"),
        ("covered", "dialogue", "west-asia", "true"),
        ("covered", "dialogue", "two-state", "unknown"),
        ("about", "agenda", "visas", "unknown"),
        ("about", "exchanged", "arctic", "false"),
        ("said", "two-state-said", "jaishankar", "unknown"),
        ("took_part", "dialogue", "austin", "unknown"),
        ("took_part", "bilateral", "austin", "false"),
        ("before", "visit", "briefing", "true"),
        ("before", "visit", "bilateral", "unknown"),
        ("before", "attack", "bilateral", "unknown"),
    ],
)
def test_the_oracle_answers_the_probes_of_the_specification(relation, subject, thing, verdict):
    knowledge = read_set(QUESTIONS / "india-us-2plus2-2023.yaml")
    probe = Claim(relation, subject, thing)

    verdicts = decide(knowledge, [probe])

    assert verdicts[probe] == verdict
