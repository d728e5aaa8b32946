"""What every registered response format promises."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quizapp.core.responses as responses
from quizapp.core.items.item import Item
from quizapp.core.responses import FORMATS
from quizapp.errors import InvalidResponse
from tests.core.responses.examples import ITEMS, NAMES

every_format = pytest.mark.parametrize("name", sorted(FORMATS))
BASES = {"__init__", "format", "options"}


def key_as_sent(item: Item) -> list[str]:
    """Return what a browser sends for the key."""
    return [str(one) for one in item.key] if item.options else [str(item.key[0])]


def single_answers(item: Item) -> list[str]:
    """Return everything that may be sent as one value."""
    return [str(index) for index in range(len(item.options))] or list(NAMES)


def test_every_file_of_a_format_is_registered() -> None:
    files = {path.stem for path in Path(responses.__file__).parent.glob("*.py")}

    assert set(FORMATS) == files - BASES


@every_format
def test_a_format_has_example_items(name: str) -> None:
    assert name in ITEMS


@every_format
@given(data=st.data())
def test_the_key_earns_all(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.fraction(form.parse(key_as_sent(item), item), item) == 1


@every_format
@given(data=st.data())
def test_any_single_answer_but_the_key_earns_less(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]
    accepted = {str(one) for one in item.key}

    for raw in single_answers(item):
        earned = form.fraction(form.parse([raw], item), item)
        alone_right = raw in accepted and (not item.options or len(accepted) == 1)
        assert (earned == 1) == alone_right


@every_format
@given(data=st.data())
def test_a_blank_earns_nothing_and_has_no_words(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.fraction((), item) == 0
    assert form.spoken((), item) == ""


@every_format
@given(data=st.data())
def test_what_is_earned_is_an_exact_part_of_one(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]
    chosen = data.draw(st.lists(st.sampled_from(single_answers(item)), min_size=1, max_size=6))
    raw = chosen if name == "choices" else chosen[:1]

    earned = form.fraction(form.parse(raw, item), item)

    assert isinstance(earned, Fraction)
    assert 0 <= earned <= 1


@every_format
@given(data=st.data())
def test_a_parsed_response_parses_to_itself(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]
    response = form.parse(key_as_sent(item), item)

    assert form.parse(response, item) == response


@every_format
@given(data=st.data())
def test_the_key_in_words_is_the_keys_response_in_words(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.key_spoken(item) == form.spoken(form.parse(key_as_sent(item), item), item)


@every_format
@given(data=st.data())
def test_nothing_given_is_refused(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])

    with pytest.raises(InvalidResponse, match="Nothing is"):
        FORMATS[name].parse([], item)


@every_format
@given(data=st.data(), raw=st.lists(st.text(max_size=30), max_size=4))
def test_whatever_is_sent_is_read_or_refused(name: str, data: st.DataObject, raw) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    try:
        response = form.parse(raw, item)
    except InvalidResponse:
        return
    assert 0 <= form.fraction(response, item) <= 1
