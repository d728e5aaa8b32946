"""Mistakes planted on purpose: the comparison must show each of them.

A wrong world plays the generator's verdicts; a spoiled item plays its wording.
"""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.oracle.asking import draw_claims
from tests.oracle.claims import Claim
from tests.oracle.counting import sound_count
from tests.oracle.fuzzing import published_items
from tests.oracle.judge import Docket
from tests.oracle.knowledge import Knowledge
from tests.oracle.oracle import NoWorld, decide
from tests.oracle.planted import BUGS, MISREAD, Verdicts, wrongly
from tests.oracle.random_sets import write_random_set
from tests.oracle.reader import read_set

#: A planted bug must show within so many sets.
SETS = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sets")


@cache
def asked(seed: int, folder: Path) -> tuple[Knowledge, tuple[Claim, ...], Verdicts]:
    """Return a random set, claims about it, and the oracle's verdicts on them."""
    knowledge = read_set(write_random_set(seed, folder).path)
    claims = tuple(dict.fromkeys(draw_claims(Random(seed), knowledge, 12)))
    return knowledge, claims, decide(knowledge, claims)


@pytest.mark.parametrize("bug", sorted({**BUGS, **MISREAD}))
def test_a_planted_bug_is_seen(bug, folder):
    assert any(_differ(seed, bug, folder) for seed in range(SETS))


def _differ(seed: int, bug: str, folder: Path) -> bool:
    knowledge, claims, right = asked(seed, folder)
    try:
        wrong = wrongly(bug, knowledge, list(claims))
    except NoWorld:
        return False  # refused at load: nobody would be asked anything
    return any(wrong[claim] != right[claim] for claim in claims)


def test_a_count_on_an_open_list_is_seen(tmp_path):
    def counts_differ(seed) -> bool:
        knowledge = read_set(write_random_set(seed, tmp_path).path)
        listed = {a.subject for a in knowledge.atoms if a.relation == "about" and a.holds}
        return any(sound_count(knowledge, "about", slug) is None for slug in listed)

    assert any(counts_differ(seed) for seed in range(SETS))


def test_a_count_on_a_complete_list_of_things_apart_is_sound(tmp_path):
    def counts_rightly(seed) -> bool:
        random_set = write_random_set(seed, tmp_path)
        knowledge = read_set(random_set.path)
        for closure in knowledge.closures:
            if closure.relation == "took_part":
                count = sound_count(knowledge, "took_part", closure.subject)
                people = {random_set.hidden.real(p) for p in knowledge.of("person")}
                claims = [Claim("took_part", closure.subject, person) for person in people]
                if count is not None:
                    assert count == sum(map(random_set.hidden.holds, claims))
                    return True
        return False

    assert any(counts_rightly(seed) for seed in range(SETS))


def _spoil_key(item):
    item["options"][0]["right"] = not item["options"][0]["right"]


def _spoil_truth(item):
    item["options"][0]["holds"] = not item["options"][0]["holds"]


def _spoil_option(item):
    item["options"][0]["text"] = item["options"][1]["text"]


def _spoil_claim(item):
    item["options"][0]["claims"] = item["options"][1]["claims"]


def _spoil_stem(item):
    item["stem"] = item["stem"].replace(", who was", ", who wasn't")


def _spoil_reason(item):
    item["options"][0]["why"] = f"No: {item['options'][0]['why']}"


def _spoil_passage(item):
    item["passages"][0]["start"] += 1


@pytest.mark.parametrize(
    "spoil",
    [
        _spoil_key,
        _spoil_truth,
        _spoil_option,
        _spoil_claim,
        _spoil_stem,
        _spoil_reason,
        _spoil_passage,
    ],
    ids=lambda spoil: spoil.__name__.removeprefix("_spoil_"),
)
def test_a_spoiled_item_is_seen(spoil, tmp_path):
    path = write_random_set(1, tmp_path).path
    asked = [item for item in published_items(path, 0) if item["kind"] == "office"]
    items = [item for item in asked if item["options"] and ", who was" in item["stem"]]
    docket = Docket(read_set(path))
    spoil(items[0])

    docket.add(items[0])

    assert docket.judge()
