"""The disk fails under the running server, or the file is taken away: nothing false is said."""

import os
import shutil
from pathlib import Path

import pytest

from tests.durability import ledger
from tests.durability.sitting import Sitting, sitting
from tests.durability.sync_shim import preloaded
from tests.serving import served


def faults(instance: Path, learner: Sitting) -> list[str]:
    told = {"acknowledged": learner.acknowledged, "sent": learner.sent, "started": []}
    return ledger.faults(instance / "quizapp.db", **told)


def test_without_a_sync_no_answer_is_acknowledged(sync_shim, tmp_path):
    marker, instance = tmp_path / "failing", tmp_path / "instance"
    failing = preloaded(sync_shim, fails_while=marker)
    with served(instance, **failing) as server, sitting(server.port) as learner:
        before = [learner.answer().status for _ in range(3)]

        marker.touch()

        refused = [learner.answer() for _ in range(3)]
        assert [*before, *(one.status for one in refused)] == [303] * 3 + [503] * 3
        assert all("Nothing was saved" in one.text for one in refused)
        assert learner.unready == "storage-failed"
        assert learner.is_readable
        server.kill()
    assert faults(instance, learner) == []


def test_when_the_disk_syncs_again_answers_are_taken_without_a_restart(sync_shim, tmp_path):
    marker, instance = tmp_path / "failing", tmp_path / "instance"
    failing = preloaded(sync_shim, fails_while=marker)
    with served(instance, **failing) as server, sitting(server.port) as learner:
        learner.answer()
        marker.touch()
        learner.answer()
        marker.unlink()

        again = learner.send(learner.sent[-1])

        assert again.status == 303
        assert learner.unready == ""
        server.kill()
    assert faults(instance, learner) == []


def test_it_notices_though_nobody_answers(sync_shim, tmp_path):
    marker = tmp_path / "failing"
    failing = preloaded(sync_shim, fails_while=marker)
    with served(tmp_path / "instance", **failing) as server, sitting(server.port) as learner:
        marker.touch()

        assert learner.unready == "storage-failed"


def test_it_is_ready_again_though_nobody_answers(sync_shim, tmp_path):
    marker = tmp_path / "failing"
    failing = preloaded(sync_shim, fails_while=marker)
    with served(tmp_path / "instance", **failing) as server, sitting(server.port) as learner:
        marker.touch()
        learner.answer()
        marker.unlink()

        assert learner.unready == ""


def test_on_a_disk_that_went_read_only_nothing_is_acknowledged(small_disk, tmp_path):
    instance = tmp_path / "instance"
    with served(instance) as server, sitting(server.port) as learner:
        learner.answer()

        with small_disk.read_only(instance):
            refused, unready, readable = learner.answer(), learner.unready, learner.is_readable
        again = learner.send(learner.sent[-1])

        assert (refused.status, unready, readable) == (503, "not-writable", True)
        assert "Nothing was saved" in refused.text
        assert (again.status, learner.unready) == (303, "")
        server.kill()
    assert faults(instance, learner) == []


def take_away(database: Path) -> None:
    database.unlink()


def replace_by_an_older_copy(database: Path) -> None:
    shutil.copyfile(database, database.with_name("copy"))
    os.replace(database.with_name("copy"), database)


@pytest.mark.parametrize("harm", [take_away, replace_by_an_older_copy])
def test_what_goes_into_a_file_that_nobody_finds_is_not_acknowledged(tmp_path, harm):
    database = tmp_path / "instance" / "quizapp.db"
    with served(tmp_path / "instance") as server, sitting(server.port) as learner:
        before = learner.answer()

        harm(database)

        refused = [learner.answer() for _ in range(3)]
        assert [before.status, *(one.status for one in refused)] == [303, 503, 503, 503]
        assert "Nothing was saved" in refused[0].text
        assert learner.unready == "database-gone"


def test_the_file_that_comes_back_takes_answers_again(tmp_path):
    database = tmp_path / "instance" / "quizapp.db"
    with served(tmp_path / "instance") as server, sitting(server.port) as learner:
        database.rename(database.with_name("away"))
        learner.answer()
        database.with_name("away").rename(database)

        again = learner.send(learner.sent[-1])

        assert (again.status, learner.unready) == (303, "")
