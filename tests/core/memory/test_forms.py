"""Form constants: every response format has its own, and they are what is written down."""

import pytest

from quizapp.core.memory.forms import FORMS
from quizapp.core.responses import FORMATS


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_response_format_has_its_constants(name: str) -> None:
    assert name in FORMS


def test_there_are_constants_of_response_formats_only() -> None:
    assert set(FORMS) <= set(FORMATS)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_constants_are_chances_and_shares(name: str) -> None:
    form = FORMS[name]

    assert 0 <= form.slip < 0.5
    assert form.advantage >= 0
    assert 0 < form.gain <= 1
    assert form.rapid_seconds >= 0


@pytest.mark.parametrize("name", sorted(name for name in FORMS if FORMS[name].guesses))
def test_who_chooses_is_right_by_chance_once_in_as_many(name: str) -> None:
    assert FORMS[name].guess(4) == 1 / 4
    with pytest.raises(ValueError, match="among something"):
        FORMS[name].guess(0)


@pytest.mark.parametrize("name", sorted(name for name in FORMS if not FORMS[name].guesses))
def test_what_is_not_chosen_is_not_guessed(name: str) -> None:
    assert FORMS[name].guess(0) == FORMS[name].guess(4) == 0


@pytest.mark.parametrize(
    ("name", "slip", "advantage", "gain"),
    [
        ("typed", 0.05, 0, 1),
        ("choice", 0.02, 0.8, 0.85),
        ("true_false", 0.02, 0.8, 0.7),
        ("matching", 0.02, 0.8, 0.85),
        ("choices", 0.02, 0.8, 0.7),
        ("ordering", 0.05, 0.8, 0.85),
        ("card", 0, 0, 1),
    ],
)
def test_the_constants_are_those_of_the_table(name, slip, advantage, gain) -> None:
    form = FORMS[name]

    assert (form.slip, form.advantage, form.gain) == (slip, advantage, gain)
