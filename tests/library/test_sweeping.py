"""Holding back the sweeps for garbage."""

import gc

import pytest

from quizapp.library.sweeping import unswept


def test_sweeps_are_held_back_and_begin_again():
    with unswept():
        within = gc.isenabled()

    assert (within, gc.isenabled()) == (False, True)


def test_sweeps_begin_again_after_a_fault():
    with pytest.raises(ValueError, match="a fault"), unswept():
        raise ValueError("a fault")

    assert gc.isenabled()


def test_who_holds_them_back_already_goes_on_doing_so():
    with unswept():
        with unswept():
            pass
        within = gc.isenabled()

    assert not within
