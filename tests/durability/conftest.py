"""What durability tests need of the machine; without it they are skipped, or fail if CI=true."""

import os
from pathlib import Path

import pytest

from tests.durability import sync_shim as shim


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
