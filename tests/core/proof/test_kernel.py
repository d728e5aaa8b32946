"""The kernel on statements and lists: each constraint decides what it should and no more."""

import pytest

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.proof.verdict import Rule
from tests.sets import ENTITIES, claim, kernel, with_data

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN


QUOTE = """
facts:
  road:
    says: ana
    in: {medium: letter, at: summit, on: fair, date: 2023-05-02}
    quote: "Roads, dams and schools"
    about: {list: [roads, schools], complete: yes}
    cite: {report: "Roads, dams and schools"}
"""
GIST = """
facts:
  road: {says: ana, in: {medium: letter, at: summit}, gist: that x, cite: {teacher: x}}
"""


# --- statements ---


def test_the_named_speaker_of_a_quote_is_true_and_every_other_false():
    judge = kernel(QUOTE)

    assert judge.status(claim("said", "road", "ana")) is TRUE
    assert judge.status(claim("said", "road", "ben")) is FALSE


def test_who_else_said_a_paraphrase_is_unknown():
    assert kernel(GIST).status(claim("said", "road", "ben")) is UNKNOWN


def test_who_spoke_unnamed_words_is_unknown():
    judge = kernel(QUOTE.replace("says: ana", "says: unattributed"))

    assert judge.status(claim("said", "road", "ana")) is UNKNOWN


def test_closed_speakers_say_nothing_of_groups():
    assert kernel(QUOTE).status(claim("said", "road", "band")) is UNKNOWN


def test_somebody_who_may_be_the_speaker_is_unknown():
    entities = ENTITIES.replace("ben: {name: Ben Lal}", "ben: {name: Ben Lal, maybe_same: [ana]}")

    assert kernel(QUOTE, entities=entities).status(claim("said", "road", "ben")) is UNKNOWN


def test_somebody_who_is_the_speaker_by_another_id_is_true():
    entities = ENTITIES.replace("ben: {name: Ben Lal}", "ben: {name: Ben Lal, same_as: ana}")

    assert kernel(QUOTE, entities=entities).status(claim("said", "road", "ben")) is TRUE


def test_a_report_of_an_act_makes_neither_the_act_nor_other_words_true():
    judge = kernel("facts: {a: {says: ben, of: band, gist: that x, cite: {teacher: x}}}")

    assert judge.status(claim("reported", "a", "band")) is TRUE
    assert judge.status(claim("said", "a", "band")) is UNKNOWN


@pytest.mark.parametrize(("relation", "other"), [("medium", "radio"), ("said_at", "feast")])
def test_medium_and_place_of_speech_are_single_for_a_quote_only(relation, other):
    assert kernel(QUOTE).status(claim(relation, "road", other)) is FALSE
    assert kernel(GIST).status(claim(relation, "road", other)) is UNKNOWN


def test_words_may_refer_to_more_than_one_event():
    assert kernel(QUOTE).status(claim("said_on", "road", "fair")) is TRUE
    assert kernel(QUOTE).status(claim("said_on", "road", "summit")) is UNKNOWN


def test_only_the_recorded_words_fill_a_blank():
    judge = kernel(QUOTE)

    assert judge.status(Claim("words", "road[7:11]", Value("text", "dams"))) is TRUE
    assert judge.status(Claim("words", "road[7:11]", Value("text", "music"))) is FALSE
    assert judge.status(Claim("words", "road[7:11]", Value("text", "DAMS"))) is TRUE


# --- lists, part and whole ---


def test_a_closed_list_decides_what_is_apart_from_all_of_it():
    judge = kernel(QUOTE)

    assert judge.status(claim("about", "road", "roads")) is TRUE
    assert judge.status(claim("about", "road", "music")) is FALSE
    assert judge.status(claim("about", "road", "trade")) is UNKNOWN


def test_what_is_true_of_a_part_is_true_of_the_whole_by_that_rule():
    verdict = kernel(QUOTE).decide(claim("about", "road", "works"))

    assert (verdict.status, verdict.rule) == (TRUE, Rule.WHOLE)


def test_an_open_list_decides_nothing_that_is_not_on_it():
    judge = kernel("facts: {a: {event: fair, covered: {list: [works]}, cite: {teacher: x}}}")

    assert judge.status(claim("covered", "fair", "works")) is TRUE
    assert judge.status(claim("covered", "fair", "music")) is UNKNOWN
    assert judge.status(claim("covered", "fair", "roads")) is UNKNOWN


def test_a_negative_spreads_to_parts_and_to_nothing_else():
    judge = kernel(
        "facts: {a: {event: fair, covered: {list: [music], not: [works]}, cite: {teacher: x}}}"
    )

    assert judge.decide(claim("covered", "fair", "roads")).rule is Rule.DENIED
    assert judge.status(claim("covered", "fair", "works")) is FALSE
    assert judge.status(claim("covered", "fair", "trade")) is UNKNOWN
    assert judge.status(claim("covered", "fair", "schools")) is UNKNOWN


def test_a_negative_on_a_part_says_nothing_of_the_whole():
    judge = kernel(
        "facts: {a: {event: fair, covered: {list: [music], not: [roads]}, cite: {teacher: x}}}"
    )

    assert judge.status(claim("covered", "fair", "works")) is UNKNOWN


def test_a_closed_list_of_parties_says_nothing_of_another_sort():
    judge = kernel(entities=with_data("summit", "parties: {list: [north], complete: yes}"))

    assert judge.status(claim("party", "summit", "south")) is FALSE
    assert judge.status(claim("party", "summit", "club")) is UNKNOWN


def test_a_list_of_parties_says_nothing_of_who_was_there():
    judge = kernel(entities=with_data("summit", "parties: {list: [north], complete: yes}"))

    assert judge.status(claim("took_part", "summit", "ana")) is UNKNOWN


def test_a_claim_of_another_type_is_refused_as_ill_formed():
    with pytest.raises(ValueError, match="cannot be an object of took_part"):
        kernel().status(claim("took_part", "summit", "roads"))
    with pytest.raises(ValueError, match="there is no relation"):
        kernel().status(claim("hated", "summit", "ana"))


# --- the kernel as such ---


def test_a_denied_claim_has_the_inverse_status():
    judge = kernel(QUOTE)

    assert judge.status(claim("said", "road", "ben").negated()) is TRUE
    assert judge.status(claim("said", "road", "ana").negated()) is FALSE
    assert judge.status(claim("about", "road", "trade").negated()) is UNKNOWN


def test_assuming_claims_forgets_the_facts_and_keeps_the_structure():
    judge = kernel(QUOTE).assuming([claim("medium", "road", "radio")])

    assert judge.status(claim("medium", "road", "letter")) is FALSE
    assert judge.status(claim("said", "road", "ben")) is UNKNOWN


def test_a_verdict_names_its_facts_and_slots():
    verdict = kernel(QUOTE).decide(claim("about", "road", "music"))

    assert verdict.facts == ("road",)
    assert verdict.slots == ("road/about:roads", "road/about:schools")
    assert [one.object for one in verdict.witness] == ["roads", "schools"]
