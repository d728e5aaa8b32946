"""The disk is full: nothing false is said, reading goes on, and so does writing when there is room.

The server runs through it once; each test looks at one thing that was then seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.store.readiness import LEAST_FREE
from tests.durability import ledger, small_disk
from tests.durability.browsing import Page
from tests.durability.conftest import require
from tests.durability.sitting import Sitting, sitting
from tests.serving import served


@dataclass
class Seen:
    """What a learner and an operator saw.

    Attributes:
        unready: why no answers are taken, at each stage.
        faults: of the database at the end, after an unasked death of the server.
    """

    learner: Sitting
    unready: dict[str, str]
    while_little_is_left: Page
    refused: Page
    still_refused: Page
    readable_when_full: bool
    sent_again: Page
    faults: list[str]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    require(small_disk.missing())
    folder = tmp_path_factory.mktemp("disk")
    with small_disk.mounted(folder, LEAST_FREE // 10**6 + 60) as disk:
        yield _fill(disk, folder / "instance")


def _fill(disk: small_disk.SmallDisk, instance: Path) -> Seen:
    unready = {}
    with served(instance) as server, sitting(server.port) as learner:
        unready["at first"] = learner.unready
        disk.fill(leave=3_000_000)
        unready["little is left"] = learner.unready
        while_little_is_left = learner.answer()
        refused = learner.answer_until_refused()
        still_refused = learner.send(learner.sent[-1])
        unready["full"] = learner.unready
        readable = learner.is_readable
        disk.empty()
        sent_again = learner.send(learner.sent[-1])
        unready["room again"] = learner.unready
        server.kill()
    told = {"acknowledged": learner.acknowledged, "sent": learner.sent, "started": []}
    faults = ledger.faults(instance / "quizapp.db", **told)
    return Seen(
        learner, unready, while_little_is_left, refused, still_refused, readable, sent_again, faults
    )


def test_it_is_ready_while_there_is_room(seen):
    assert seen.unready["at first"] == ""


def test_it_says_so_before_the_disk_is_full_and_takes_answers_still(seen):
    assert seen.unready["little is left"] == "disk-full"
    assert seen.while_little_is_left.status == 303


def test_learners_are_told_that_nothing_was_saved(seen):
    assert [seen.refused.status, seen.still_refused.status] == [503, 503]
    assert "Nothing was saved" in seen.refused.text


def test_it_says_that_the_disk_is_full(seen):
    assert seen.unready["full"] == "disk-full"


def test_reading_goes_on(seen):
    assert seen.readable_when_full


def test_with_room_again_answers_are_taken_without_a_restart(seen):
    assert seen.sent_again.status == 303
    assert seen.unready["room again"] == ""


def test_what_was_acknowledged_is_there_and_nothing_else(seen):
    assert len(seen.learner.acknowledged) > 20
    assert seen.faults == []
