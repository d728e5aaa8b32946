"""What durability tests need of the machine; without it they are skipped, or fail if CI=true."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.store.readiness import LEAST_FREE
from tests.durability import sync_shim as shim
from tests.durability.small_disk import SmallDisk, mounted
from tests.durability.small_disk import missing as small_disk_missing


def require(missing: str) -> None:
    """Skip a test for want of something, and say of what; where changes are checked, fail."""
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)


@pytest.fixture(scope="session")
def sync_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes syncs slow or lets them fail."""
    require(shim.missing())
    return shim.build(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk that is a little larger than what readiness wants to be free."""
    require(small_disk_missing())
    with mounted(tmp_path, megabytes=LEAST_FREE // 10**6 + 60) as disk:
        yield disk
