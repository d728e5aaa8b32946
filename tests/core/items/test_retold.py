"""Slots in words: what the facts state, with the words of whoever said them."""

from quizapp.core.items.retold import Retold, retold
from quizapp.core.items.themes import headings_of_slot
from tests.core.items.bundled import context


def told(slot: str) -> Retold:
    return retold(context(), [slot])[slot]


def test_a_slot_is_told_as_its_facts_state_it() -> None:
    assert told("visit/place") == Retold(
        "Narendra Modi's State visit to the US took place in the United States."
    )
    assert told("held-so-far/value").text.endswith("held since 2018 was 5.")


def test_of_a_statement_the_words_stand_beside_it() -> None:
    assert told("concerns/said") == Retold(
        "The report attributes these words to Vinay Kwatra.",
        ("“presents serious security concerns”",),
    )


def test_several_claims_of_a_slot_are_all_told() -> None:
    assert told("thanks/words").text.count("the missing words are") == 2


def test_of_a_reason_both_ends_are_told() -> None:
    found = told("why-thanked-not/explains")

    assert "does not explain" in found.text
    assert len(found.quotes) == 2
    assert all(found.quotes)


def test_what_nobody_is_named_for_is_told_by_its_words() -> None:
    assert told("open-productive/said").text == "“open and productive conversation”."
    assert told("voice/said").text == "That India is a collective voice of the Global South."


def test_every_slot_of_the_set_has_words_and_a_heading() -> None:
    bank, slots = context().bank, {atom.slot for atom in context().bank.atoms}

    found = retold(context(), slots)

    assert found.keys() == slots
    assert all(one.text != slot for slot, one in found.items())
    assert all(headings_of_slot(bank.slot_key(one), bank, context().wording) for one in slots)


def test_a_slot_counts_under_its_topics() -> None:
    bank, wording = context().bank, context().wording

    assert headings_of_slot("x/two-state-said/said", bank, wording) == (
        "Israel-Palestine conflict",
        "Two-state solution",
    )
    assert headings_of_slot("x/gone/holder", bank, wording) == (
        wording.heading("questions").capitalize(),
    )
