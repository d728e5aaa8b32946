"""What must hold of verdicts when a set changes: of the oracle's and of the kernel's alike."""

import re
from pathlib import Path
from random import Random

import pytest

from tests.oracle.asking import draw_claims
from tests.oracle.claims import Claim
from tests.oracle.fuzzing import published_items
from tests.oracle.kernel import ask_kernel
from tests.oracle.oracle import decide
from tests.oracle.random_sets import dumped, write_random_set
from tests.oracle.reader import read_set
from tests.oracle.tree import read_tree

SEEDS = range(300, 308)
EACH = 6
ID = re.compile(r"\b(pe|pl|or|gr|me|of|ev|to|wo|te|qu|st|co|ho|se|ro|nu|ex|nx)(\d+)\b")
BOTH = pytest.mark.parametrize("verdicts_of", [decide, ask_kernel], ids=["oracle", "kernel"])


def asked(seed: int, folder: Path) -> tuple[Path, list[Claim]]:
    path = write_random_set(seed, folder).path
    return path, list(dict.fromkeys(draw_claims(Random(seed), read_set(path), EACH)))


def changed(path: Path, change) -> Path:
    """Write a set over itself with its tree changed."""
    tree = read_tree(path)
    change(tree)
    path.write_text(dumped(tree), encoding="utf-8")
    return path


def open_every_list(tree) -> None:
    if isinstance(tree, dict) and set(tree) != {"complete"}:
        for flag in ("complete", "only", "complete_objects", "complete_subjects"):
            tree.pop(flag, None)
        for child in tree.values():
            open_every_list(child)


def doubt_two_topics(tree) -> None:
    one, other, *_ = sorted(tree["topics"])
    declared = tree["topics"][one].setdefault("maybe_same", [])
    if other not in declared:
        declared.append(other)
    tree["apart"] = [pair for pair in tree.get("apart", []) if set(pair) != {one, other}]


def _renamed(text: str) -> str:
    """Return a text with other ids, in another order."""
    return ID.sub(lambda m: f"z{97 - int(m[2])}-{m[1]}", text)


def forget_a_fact(tree) -> None:
    kept = {slug: f for slug, f in tree["facts"].items() if slug.startswith("st")}
    tree["facts"] = kept
    tree["sequence"] = tree["sequence"][1:]


@BOTH
@pytest.mark.parametrize("change", [open_every_list, doubt_two_topics])
@pytest.mark.parametrize("seed", SEEDS)
def test_less_certainty_only_moves_a_verdict_to_unknown(seed, change, verdicts_of, tmp_path):
    path, claims = asked(seed, tmp_path)
    before = verdicts_of(read_set(path), claims)

    after = verdicts_of(read_set(changed(path, change)), claims)

    assert {c: after[c] for c in claims if after[c] not in (before[c], "unknown")} == {}


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_another_fact_never_turns_true_into_false(seed, verdicts_of, tmp_path):
    path, claims = asked(seed, tmp_path)
    more = verdicts_of(read_set(path), claims)

    less = verdicts_of(read_set(changed(path, forget_a_fact)), claims)

    assert {c: less[c] for c in claims if less[c] not in (more[c], "unknown")} == {}


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_other_ids_change_no_verdict(seed, verdicts_of, tmp_path):
    path, claims = asked(seed, tmp_path)
    before = verdicts_of(read_set(path), claims)

    path.write_text(_renamed(path.read_text(encoding="utf-8")), encoding="utf-8")
    others = {
        claim: Claim(
            claim.relation,
            _renamed(claim.subject),
            _renamed(claim.object),
            claim.at,
            claim.sort,
            claim.unit,
        )
        for claim in claims
    }
    after = verdicts_of(read_set(path), others.values())

    assert {claim: after[other] for claim, other in others.items()} == before


@pytest.mark.parametrize("seed", SEEDS)
def test_other_ids_change_no_question_and_no_right_answer(seed, tmp_path):
    path = write_random_set(seed, tmp_path).path
    before = _asked_and_right(path)

    path.write_text(_renamed(path.read_text(encoding="utf-8")), encoding="utf-8")

    assert _asked_and_right(path) == before


#: The formats of items of which not only the wrong options are drawn, but what is asked.
DRAWN = ("true_false", "choices", "statements", "ordering")


def _asked_and_right(path: Path) -> set[tuple[str, str, frozenset[str]]]:
    """Return every question with its right answers; which wrong ones are drawn, ids may change."""
    return {
        (item["kind"], item["stem"], frozenset(o["text"] for o in item["options"] if o["right"]))
        for item in published_items(path, 0)
        if item["format"] not in DRAWN and not item.get("targets") and item["kind"] != "not"
    }
