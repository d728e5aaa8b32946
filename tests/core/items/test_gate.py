"""The lints gate what is made from facts; a profile may switch one off."""

from quizapp.core.items.context import Context
from quizapp.core.items.generate import items, refusals
from quizapp.core.items.lints import complaints
from quizapp.core.profiles.profile import Profile
from tests.core.items import bundled
from tests.core.items.posing import kind

SLOT = "agenda/about:partnership"
OFF = Profile(lints_off={"key_length": "the exam's own papers do not keep it"})


def refused(context: Context) -> dict[str, str]:
    """Return why the slots are refused of which several may be chosen."""
    found = refusals(context, kinds=[kind("multi_select")])
    return {refusal.slot: refusal.reason for refusal in found}


def test_an_item_that_breaks_a_rule_is_not_made_and_the_rule_is_named() -> None:
    assert refused(bundled.context())[SLOT].startswith("key_length: ")


def test_a_lint_that_a_profile_switches_off_stops_nothing() -> None:
    known = bundled.context()
    lenient = Context(known.bank, known.wording, profile=OFF)

    made = [
        item
        for item in items(lenient, kinds=[kind("multi_select")])
        if f"{bundled.SET}/{SLOT}" in item.tests
    ]

    assert SLOT not in refused(lenient)
    assert {name for item in made for name, _ in complaints(item, known.bank)} == {"key_length"}


def test_no_item_of_the_bundled_set_breaks_a_rule_its_hand_written_ones_included() -> None:
    bank = bundled.context().bank

    assert [
        (item.stem, *found) for item in bundled.pool() for found in complaints(item, bank)
    ] == []
