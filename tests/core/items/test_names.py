"""Names in texts: found too often rather than too seldom, but never a pronoun for a country."""

import pytest

from quizapp.core.facts.entity import Entity, OtherName, Section
from quizapp.core.items.names import Names

PLACE, PERSON = Section.PLACES, Section.PEOPLE
NAMES = Names(
    [
        Entity("us", PLACE, "United States", aliases=("US",)),
        Entity("visit", Section.EVENTS, "Rao's visit to the US"),
        Entity("rao", PERSON, "Asha Rao", aliases=("Rao",)),
        Entity("jose", PERSON, "José Ríos", also_called=(OtherName("the Chief", ()),)),
        Entity("chief", PERSON, "Ben Sen", aliases=("The chief",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("They met Rao.", {"rao"}),
        ("a letter from asha rao", {"rao"}),
        ("Raoul came", set()),
        ("tell us more", set()),
        ("The US answered", {"us"}),
        ("After Rao's visit to the US, nothing", {"visit", "rao", "us"}),
        ("Jose Rios spoke", {"jose"}),
        ("", set()),
    ],
)
def test_a_text_names_things(text, ids):
    assert NAMES.named_in(text) == ids


def test_two_things_may_share_a_name_of_whatever_sort():
    assert NAMES.share_a_name("jose", "chief")
    assert not NAMES.share_a_name("jose", "rao")


def test_a_whole_text_may_be_a_name():
    assert NAMES.called("US") == {"us"}
    assert NAMES.called("us") == set()
    assert NAMES.called("José Ríos") == {"jose"}
    assert NAMES.called("José") == set()
