"""What sets yield, kept on disk."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.library.kept import KeptPools, Pool
from quizapp.library.loader import Library
from quizapp.library.shelf import Shelf

ENGLISH = paths.WORDING / "en"


def shelf_with(pools: Path) -> Shelf:
    return Library(paths.QUESTIONS, ENGLISH, pools).shelf("india-us-2plus2-2023")


@pytest.fixture(scope="module")
def made() -> Shelf:
    shelf = Library(paths.QUESTIONS, ENGLISH).shelf("india-us-2plus2-2023")
    shelf.count()
    return shelf


@pytest.fixture
def pools(tmp_path: Path, made: Shelf) -> Path:
    """A folder that holds the pool of the bundled set."""
    KeptPools(tmp_path / "pools", ENGLISH).keep(made.bank.set_id, made.bank.digest, made.count())
    return tmp_path / "pools"


def kept_file(pools: Path) -> Path:
    (file,) = pools.glob("*.json")
    return file


def test_a_kept_pool_is_the_pool_that_was_made(pools, made):
    kept = KeptPools(pools, ENGLISH).find(made.bank.set_id, made.bank.digest)

    assert kept == made.count()


def test_the_counts_of_a_large_set_are_kept_without_its_items(tmp_path, made):
    kept = KeptPools(tmp_path / "pools", ENGLISH)
    counted = Pool({"first": 200_000}, None, None)
    kept.keep("a-set", made.bank.digest, counted)

    found = KeptPools(tmp_path / "pools", ENGLISH).find("a-set", made.bank.digest)

    assert found == counted
    assert found.count == 200_000


def test_a_shelf_takes_what_is_kept(pools, made):
    file = kept_file(pools)
    found = KeptPools(pools, ENGLISH)
    fewer = Pool({"first": 3}, made.items[:3], 2)
    found.keep(made.bank.set_id, made.bank.digest, fewer)

    shelf = shelf_with(pools)

    assert (shelf.pool, shelf.items) == (fewer, made.items[:3])
    assert kept_file(pools) == file


def test_nothing_kept_is_taken_for_a_set_that_says_something_else(pools, made):
    assert KeptPools(pools, ENGLISH).find(made.bank.set_id, "0" * 64) is None


def test_nothing_kept_is_taken_when_the_wording_changed(pools, made, tmp_path):
    wording = tmp_path / "en"
    shutil.copytree(ENGLISH, wording)
    with (wording / "headings.yaml").open("a") as file:
        file.write("# another word\n")

    assert KeptPools(pools, wording).find(made.bank.set_id, made.bank.digest) is None


def test_nothing_kept_is_taken_when_the_code_changed(pools, made, tmp_path):
    code = tmp_path / "core"
    shutil.copytree(paths.PACKAGE / "core", code)
    same = KeptPools(pools, ENGLISH, code).find(made.bank.set_id, made.bank.digest)
    with (code / "proof" / "kernel.py").open("a") as file:
        file.write("# another judge\n")

    changed = KeptPools(pools, ENGLISH, code).find(made.bank.set_id, made.bank.digest)

    assert same is not None
    assert changed is None


@pytest.mark.parametrize("damage", ["cut short", "one letter changed", "empty", "not text"])
def test_a_damaged_file_is_made_anew(pools, made, damage):
    file = kept_file(pools)
    whole = file.read_bytes()
    changed = whole.replace(b'"right": true', b'"right":false', 1)
    damaged = {
        "cut short": whole[: len(whole) // 2],
        "one letter changed": changed,
        "empty": b"",
        "not text": b"\xff\x00" * 50,
    }
    file.write_bytes(damaged[damage])
    assert file.read_bytes() != whole

    counted = shelf_with(pools).count()

    assert counted == made.count()
    assert file.read_bytes() == whole


def test_counting_keeps_the_pool(tmp_path, made):
    shelf_with(tmp_path / "pools").count()

    kept = KeptPools(tmp_path / "pools", ENGLISH).find(made.bank.set_id, made.bank.digest)
    assert kept == made.count()


def test_asking_for_items_writes_nothing(tmp_path, made):
    assert shelf_with(tmp_path / "pools").items == made.items

    assert not (tmp_path / "pools").exists()


def test_what_cannot_be_kept_is_no_fault(tmp_path, made):
    (tmp_path / "pools").write_text("a file stands in the way")

    assert shelf_with(tmp_path / "pools").count() == made.count()


def test_writers_at_the_same_time_leave_one_whole_file(tmp_path, made):
    pools = tmp_path / "pools"
    offered = [
        Pool({"first": n}, tuple(replace(item, seed=n) for item in made.items), n) for n in range(8)
    ]

    with ThreadPoolExecutor(8) as threads:
        list(
            threads.map(
                lambda pool: KeptPools(pools, ENGLISH).keep("a-set", made.bank.digest, pool),
                offered,
            )
        )

    assert KeptPools(pools, ENGLISH).find("a-set", made.bank.digest) in offered
    assert [file.name for file in pools.iterdir()] == ["a-set.json"]
