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
from tests.core.responses.examples import ITEMS, SENT

every_format = pytest.mark.parametrize("name", sorted(FORMATS))
#: What formats share, and the base of all.
BASES = {"__init__", "codes", "entry", "fields", "format", "options"}
#: A rating is not what stands on the back of a card; a number is printed with its unit.
SPOKEN_OTHERWISE = {"card", "number"}


def key_as_sent(item: Item) -> tuple[str, ...]:
    """Return what a browser sends for the key."""
    form = FORMATS[item.format]
    return form.sent(form.key_response(item), item)


def test_every_file_of_a_format_is_registered() -> None:
    files = {path.stem for path in Path(responses.__file__).parent.glob("*.py")}

    assert set(FORMATS) == files - BASES


@every_format
def test_a_format_has_example_items(name: str) -> None:
    assert name in ITEMS
    assert name in SENT


@every_format
@given(data=st.data())
def test_the_key_earns_all(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.fraction(form.parse(key_as_sent(item), item), item) == 1


@every_format
@given(data=st.data())
def test_nothing_but_what_is_wholly_right_earns_all(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    for raw, right in SENT[name](item):
        assert (form.fraction(form.parse(raw, item), item) == 1) == right, raw


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

    for raw, _right in SENT[name](item):
        earned = form.fraction(form.parse(raw, item), item)
        assert isinstance(earned, Fraction)
        assert 0 <= earned <= 1


@every_format
@given(data=st.data())
def test_what_is_sent_for_a_response_is_read_as_that_response(name, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    for raw, _right in SENT[name](item):
        response = form.parse(raw, item)
        assert form.parse(form.sent(response, item), item) == response


@every_format
@given(data=st.data())
def test_a_form_sends_as_many_part_fields_as_the_format_says(name, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.sent((), item) == ("",) * form.fields(item)
    assert len(key_as_sent(item)) >= form.fields(item)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - SPOKEN_OTHERWISE))
@given(data=st.data())
def test_the_key_in_words_is_the_keys_response_in_words(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.key_spoken(item) == form.spoken(form.parse(key_as_sent(item), item), item)


@every_format
@given(data=st.data())
def test_every_response_and_every_key_has_words(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    assert form.key_spoken(item)
    for raw, _right in SENT[name](item):
        assert form.spoken(form.parse(raw, item), item)


@every_format
@given(data=st.data())
def test_nothing_given_is_refused(name: str, data: st.DataObject) -> None:
    item = data.draw(ITEMS[name])

    with pytest.raises(InvalidResponse, match="Nothing is"):
        FORMATS[name].parse([], item)
    with pytest.raises(InvalidResponse, match="Nothing is"):
        FORMATS[name].parse(FORMATS[name].sent((), item), item)


@every_format
@given(data=st.data(), raw=st.lists(st.text(max_size=30) | st.sampled_from("0123tfu"), max_size=6))
def test_whatever_is_sent_is_read_or_refused(name: str, data: st.DataObject, raw) -> None:
    item = data.draw(ITEMS[name])
    form = FORMATS[name]

    try:
        response = form.parse(raw, item)
    except InvalidResponse:
        return
    assert 0 <= form.fraction(response, item) <= 1
