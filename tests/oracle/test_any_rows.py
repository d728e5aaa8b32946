"""Rows that nobody drew from a world: any flags, any lists and denials, however they fit.

Most sets that contradict themselves are refused. Of the others every pair is compared.
"""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.errors import FormatError
from quizapp.library.files import load_set
from tests.oracle.claims import Claim
from tests.oracle.kernel import ask_kernel
from tests.oracle.oracle import NoWorld, decide
from tests.oracle.random_sets import dumped
from tests.oracle.reader import read_set

SECTIONS = {"person": "people", "topic": "topics", "place": "places", "event": "events"}
SINGLE = ("one_object", "one_subject", "complete_objects", "complete_subjects")
SEEDS, MANY = range(400), range(5_000_000, 5_003_000)
#: What the words of a set do not need; it is only compared, never asked.
WORDS = {"ask": "Whom does {s} zap?", "say": "{s} zaps {o}.", "deny": "{s} does not zap {o}."}


def _things(rng: Random, sort: str) -> dict[str, Any]:
    """Return some things of a sort, parts of each other, the same, or perhaps the same."""
    things: dict[str, Any] = {}
    for number in range(rng.randint(3, 5)):
        fields: dict[str, Any] = {"name": f"The {sort} {number}"}
        wholes = [one for one in things if sort != "person" and rng.random() < 0.25]
        if wholes:
            fields["part_of"] = wholes
        if sort == "event":
            fields["cite"] = {"lesson": "so"}
        if sort == "topic" and things and rng.random() < 0.15:
            fields["overlaps"] = [rng.choice(sorted(things))]
        if things and rng.random() < 0.2:
            link = rng.choice(("maybe_same", "maybe_same", "same_as"))
            fields[link] = [rng.choice(sorted(things))]
        things[f"{sort}-{number}"] = fields
    return things


def _flags(rng: Random, *, alike: bool) -> dict[str, str]:
    flags = {flag: "yes" for flag in SINGLE if rng.random() < 0.25}
    if alike:
        for flag in ("transitive", rng.choice(("symmetric", "asymmetric"))):
            if rng.random() < 0.35:
                flags[flag] = "yes"
        flags.setdefault("symmetric", "no")
        strict = "asymmetric" in flags or rng.random() < 0.6
        flags["irreflexive"] = "yes" if strict else "no"
    return flags


def _rows(rng: Random, subjects: list[str], things: list[str]) -> Any:
    if rng.random() < 0.4:
        return [[rng.choice(subjects), rng.choice(things)]]
    lists: dict[str, Any] = {}
    for subject in rng.sample(subjects, rng.randint(1, 2)):
        listing: dict[str, Any] = {"list": rng.sample(things, rng.randint(1, 2))}
        if rng.random() < 0.5:
            listing["not"] = [rng.choice(things)]
        if rng.random() < 0.3:
            listing["complete"] = "yes"
        lists[subject] = listing
    return lists


def _tree(rng: Random) -> dict[str, Any]:
    subject = rng.choice(sorted(SECTIONS))
    thing = subject if rng.random() < 0.8 else rng.choice(sorted(SECTIONS))
    tree: dict[str, Any] = {
        "set": "rows",
        "title": "Rows",
        "sources": {one: {"kind": "lesson", "label": f"the {one}"} for one in ("lesson", "paper")},
    }
    things = {sort: _things(rng, sort) for sort in sorted({subject, thing})}
    tree |= {SECTIONS[sort]: known for sort, known in things.items()}
    flags = _flags(rng, alike=subject == thing)
    tree["relations"] = {"zaps": {**WORDS, "subject": subject, "object": thing, **flags}}
    tree["facts"] = {
        f"fact-{number}": {
            "zaps": _rows(rng, sorted(things[subject]), sorted(things[thing])),
            "cite": {rng.choice(("lesson", "lesson", "lesson", "paper")): "so"},
        }
        for number in range(rng.randint(1, 4))
    }
    return tree


def disagreements(seed: int, folder: Path) -> list[str] | None:
    """Return where kernel and oracle differ on a set, or None where there is nothing to ask."""
    path = folder / "rows.yaml"
    path.write_text(dumped(_tree(Random(seed))), encoding="utf-8")
    try:
        load_set(path)
    except FormatError:
        return None
    knowledge = read_set(path)
    relation = knowledge.relations["zaps"]
    claims = [
        Claim("zaps", subject, thing)
        for subject in knowledge.of(relation.subject)
        for thing in knowledge.of(relation.object)
    ]
    try:
        verdicts, statuses = decide(knowledge, claims), ask_kernel(knowledge, claims)
    except NoWorld:
        return None  # That too little is refused is a matter of ``test_contradictions``.
    return [
        f"seed {seed}: {claim}: {verdicts[claim]}, but the kernel says {statuses[claim]}"
        for claim in claims
        if statuses[claim] not in (verdicts[claim], "unknown")
    ]


def test_the_kernel_decides_no_row_otherwise_than_the_worlds_do(tmp_path):
    found = [disagreements(seed, tmp_path) for seed in SEEDS]

    assert [one for faults in found if faults for one in faults] == []
    assert sum(faults is not None for faults in found) > len(SEEDS) / 5


@pytest.mark.long
def test_the_kernel_decides_no_row_of_many_sets_otherwise(tmp_path):
    found = [disagreements(seed, tmp_path) for seed in MANY]

    assert [one for faults in found if faults for one in faults] == []
