"""Data of others that tests are held against: it lies beside the project and is not part of it."""

from pathlib import Path

import pytest

from tests.architecture.project import ROOT

FOLDER = ROOT.parent / "shared" / "fixtures"


def shared_fixture(name: str) -> Path:
    """Return the file; skip the test where the folder is not there."""
    if not FOLDER.is_dir():
        pytest.skip(f"the folder of shared fixtures is missing: {FOLDER}")
    return FOLDER / name
