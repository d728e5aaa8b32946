"""Names: shown as typed, compared so that nobody passes as somebody else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.people.names import LONGEST, fault_of_name, name_key, shown_name


@pytest.mark.parametrize("name", ["Al", "Asha Rao", "Zoë", "आशा राव", "O'Brien", "ana_2", "李雷"])
def test_names_of_all_scripts_can_be_used(name: str):
    assert fault_of_name(name) is None


@pytest.mark.parametrize(
    "name",
    ["", " ", "A", "x" * 41, "a\u202eb", "a\x00b", "<b>", "a/b", "..", "- -", "a@b", "a\u200db"],
)
def test_what_is_no_name_is_refused(name: str):
    assert fault_of_name(name)


@pytest.mark.parametrize(
    "other",
    [
        "asha rao",
        " Asha   Rao ",
        "ASHA RAO",
        "Ａｓｈａ Ｒａｏ",
        "Asha\u00a0Rao",
        "AshaRao",
        "Asha.Rao",
        "Аsha Rao",  # a Cyrillic A
        "Αsha Rao",  # a Greek one
        "Аѕһа Rао",
    ],
)
def test_names_that_look_alike_are_one_name(other: str):
    assert name_key(other) == name_key("Asha Rao")


def test_names_that_do_not_look_alike_are_two():
    assert len({name_key(one) for one in ("Asha Rao", "Asha Roa", "Asha", "Asha Rao 2")}) == 4


@given(st.text(max_size=60))
def test_the_key_of_a_key_is_itself_and_no_other_way_of_writing_changes_it(typed: str):
    key = name_key(typed)

    assert name_key(key) == key
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert name_key(unicodedata.normalize(form, typed)) == key
    assert name_key(shown_name(typed)) == key


@given(st.text(max_size=60))
def test_a_name_without_a_fault_fits_and_has_a_key(typed: str):
    if fault_of_name(typed) is None:
        assert 2 <= len(shown_name(typed)) <= LONGEST
        assert name_key(typed)
