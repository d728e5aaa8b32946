"""What tests of services share: weights that were kept, where they are asked for."""

from datetime import timedelta

import pytest

from tests.services.deciding import decided
from tests.studying import DAYS


@pytest.fixture
def later(now):
    """A moment after all that was studied."""
    return now + timedelta(DAYS)


@pytest.fixture
def kept(store, studied, later):
    """Keep the weights of somebody for whom they are better."""
    return decided(store, studied.forgetful, later)
