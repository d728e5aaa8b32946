"""The kernel on small sets: each constraint decides what it should and nothing more."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.proof.verdict import Rule
from tests.sets import ENTITIES, claim, dated, kernel

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN
WRITTEN = Instant("2023-05", "report")


def event(name, data):
    """Return the entities with data added to an event."""
    return ENTITIES.replace(
        f"{name}: {{name: {name}, the: yes}}",
        f"{name}: {{name: {name}, the: yes, {data}, cite: {{teacher: x}}}}",
    )


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
    judge = kernel(entities=event("summit", "parties: {list: [north], complete: yes}"))

    assert judge.status(claim("party", "summit", "south")) is FALSE
    assert judge.status(claim("party", "summit", "club")) is UNKNOWN


def test_a_list_of_parties_says_nothing_of_who_was_there():
    judge = kernel(entities=event("summit", "parties: {list: [north], complete: yes}"))

    assert judge.status(claim("took_part", "summit", "ana")) is UNKNOWN


def test_a_claim_of_another_type_is_refused_as_ill_formed():
    with pytest.raises(ValueError, match="cannot be an object of took_part"):
        kernel().status(claim("took_part", "summit", "roads"))
    with pytest.raises(ValueError, match="there is no relation"):
        kernel().status(claim("hated", "summit", "ana"))


# --- places and dates ---


def test_a_place_holds_for_its_wholes_and_excludes_what_is_apart():
    judge = kernel(entities=event("summit", "place: port"))

    assert judge.decide(claim("place", "summit", "north")).rule is Rule.WHOLE
    assert judge.status(claim("place", "summit", "south")) is FALSE


def test_the_part_of_a_known_place_is_unknown():
    judge = kernel(entities=event("summit", "place: north"))

    assert judge.status(claim("place", "summit", "port")) is UNKNOWN


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("2023-06", TRUE),
        ("2023", TRUE),
        ("2023-06-10", UNKNOWN),
        ("2023-07", FALSE),
        ("2022", FALSE),
        ("2023-05-31", FALSE),
    ],
)
def test_a_coarse_date_decides_wider_and_disjoint_ones(asked, status):
    judge = kernel(entities=event("fair", "date: 2023-06"))

    assert judge.status(dated("date", "fair", asked)) is status


def test_the_last_day_says_something_of_the_whole_and_nothing_of_the_first():
    judge = kernel(entities=event("fair", "ended: 2023-06-10"))

    assert judge.status(dated("date", "fair", "2023-05")) is FALSE
    assert judge.status(dated("date", "fair", "2023-06")) is UNKNOWN
    assert judge.status(dated("began", "fair", "2023-05")) is UNKNOWN


def test_the_whole_says_where_the_last_day_is_not():
    judge = kernel(entities=event("fair", "date: 2023-06"))

    assert judge.status(dated("ended", "fair", "2023-07-01")) is FALSE
    assert judge.status(dated("ended", "fair", "2023-06-10")) is UNKNOWN


# --- offices ---


def office(*facts):
    lines = [
        f"  o{n}: {{office: mayor, {fact}, cite: {{report: The mayor}}}}"
        for n, fact in enumerate(facts)
    ]
    return "facts:\n" + "\n".join(lines)


def held(person, at):
    return claim("holder", "mayor", person, at)


def test_one_holder_when_the_report_was_written():
    judge = kernel(office("holder: ana, on: report"))

    assert judge.status(held("ana", WRITTEN)) is TRUE
    assert judge.status(held("ben", WRITTEN)) is FALSE
    assert judge.status(held("ben", Instant("2023-05"))) is UNKNOWN
    assert judge.status(held("ben", Instant("2023-05", "another"))) is UNKNOWN


@pytest.mark.parametrize("when", ["2023-05", "2023-05-03"])
def test_some_time_on_a_day_or_in_a_month_proves_nobody_wrong(when):
    judge = kernel(office(f"holder: ana, on: {when}"))

    assert judge.status(held("ana", Instant(when))) is TRUE
    assert judge.status(held("ben", Instant(when))) is UNKNOWN


@pytest.mark.parametrize(
    ("asked", "ana", "ben"),
    [
        ("2020-03", TRUE, FALSE),
        ("2019-02-01", TRUE, FALSE),
        ("2019-01-31", UNKNOWN, UNKNOWN),
        ("2021-04", UNKNOWN, UNKNOWN),
        ("2021-03-31", TRUE, FALSE),
        ("2022", UNKNOWN, UNKNOWN),
    ],
)
def test_a_period_covers_the_days_surely_inside_it(asked, ana, ben):
    judge = kernel(office("holder: ana, from: 2019-02-01, until: 2021-04"))

    assert judge.status(held("ana", Instant(asked))) is ana
    assert judge.status(held("ben", Instant(asked))) is ben


def test_the_day_of_a_handover_is_settled_for_nobody():
    judge = kernel(
        office(
            "holder: ana, from: 2019-02-01, until: 2020-05-05",
            "holder: ben, from: 2020-05-05, until: 2022-01-01",
        )
    )

    assert judge.status(held("cy", Instant("2020-05-04"))) is FALSE
    assert judge.status(held("cy", Instant("2020-05-05"))) is UNKNOWN


def test_one_bound_alone_says_nothing_of_later_days():
    judge = kernel(office("holder: ana, from: 2019-02-01"))

    assert judge.status(held("ana", Instant("2019-02-01"))) is TRUE
    assert judge.status(held("ana", Instant("2019-02-02"))) is UNKNOWN


# --- order ---

ORDER = """
sequence:
  - {id: s1, order: [fair, summit], cite: {teacher: x}}
  - {id: s2, order: [summit, briefing], cite: {teacher: x}}
"""


def before(earlier, later):
    return claim("before", earlier, later)


def test_orders_chain_and_exclude_the_reverse():
    judge = kernel(ORDER)

    assert judge.decide(before("fair", "summit")).rule is Rule.STATED
    assert judge.decide(before("fair", "briefing")).rule is Rule.ORDER
    assert judge.decide(before("briefing", "fair")).rule is Rule.REVERSE_ORDER
    assert judge.status(before("fair", "feast")) is UNKNOWN


def test_nothing_is_before_itself():
    assert kernel(ORDER).decide(before("fair", "fair")).rule is Rule.SAME_EVENT


def test_dates_order_only_where_no_day_is_shared():
    entities = event("fair", "date: 2023-06").replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, date: 2023-06-20, cite: {teacher: x}}",
    )
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is UNKNOWN


def test_a_last_day_alone_gives_no_first_day():
    entities = event("fair", "date: 2023-06").replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, ended: 2023-08-20, cite: {teacher: x}}",
    )
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is UNKNOWN
    assert judge.status(before("feast", "fair")) is UNKNOWN


def test_dates_and_stated_orders_join_in_one_chain():
    entities = event("fair", "date: 2023-06").replace(
        "summit: {name: summit, the: yes}",
        "summit: {name: summit, the: yes, began: 2023-07-01, cite: {teacher: x}}",
    )
    judge = kernel(
        "sequence: [{id: s2, order: [summit, briefing], cite: {teacher: x}}]", entities=entities
    )

    verdict = judge.decide(before("fair", "briefing"))

    assert verdict.status is TRUE
    assert verdict.slots == ("fair/date", "summit/began", "s2/summit<briefing")


def test_events_at_one_time_or_part_and_whole_are_in_no_order():
    entities = event("fair", "same_time: [feast], part_of: [summit]")
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is FALSE
    assert judge.status(before("feast", "fair")) is FALSE
    assert judge.status(before("summit", "fair")) is FALSE


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
