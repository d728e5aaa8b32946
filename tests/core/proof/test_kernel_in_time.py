"""The kernel on places, dates, offices and the order of events."""

import pytest

from quizapp.core.facts.claim import Instant, Status
from quizapp.core.proof.verdict import Rule
from tests.sets import claim, dated, kernel, with_data

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN
WRITTEN = Instant("2023-05", "report")


# --- places and dates ---


def test_a_place_holds_for_its_wholes_and_excludes_what_is_apart():
    judge = kernel(entities=with_data("summit", "place: port"))

    assert judge.decide(claim("place", "summit", "north")).rule is Rule.WHOLE
    assert judge.status(claim("place", "summit", "south")) is FALSE


def test_the_part_of_a_known_place_is_unknown():
    judge = kernel(entities=with_data("summit", "place: north"))

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
    judge = kernel(entities=with_data("fair", "date: 2023-06"))

    assert judge.status(dated("date", "fair", asked)) is status


def test_the_last_day_says_something_of_the_whole_and_nothing_of_the_first():
    judge = kernel(entities=with_data("fair", "ended: 2023-06-10"))

    assert judge.status(dated("date", "fair", "2023-05")) is FALSE
    assert judge.status(dated("date", "fair", "2023-06")) is UNKNOWN
    assert judge.status(dated("began", "fair", "2023-05")) is UNKNOWN


def test_the_whole_says_where_the_last_day_is_not():
    judge = kernel(entities=with_data("fair", "date: 2023-06"))

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
        ("2019-02-01", TRUE, UNKNOWN),  # a predecessor may have held it that morning
        ("2019-02-02", TRUE, FALSE),
        ("2019-01-31", UNKNOWN, UNKNOWN),
        ("2021-04", TRUE, UNKNOWN),  # until some day of it, which may be its first
        ("2021-04-01", UNKNOWN, UNKNOWN),
        ("2019", TRUE, UNKNOWN),
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
    assert [judge.status(held(one, Instant("2020-05-05"))) for one in ("ana", "ben", "cy")] == [
        UNKNOWN
    ] * 3


def test_two_tenures_of_one_day_alone_may_be_a_handover_too():
    only = "holder: {}, from: 2020-05-05, until: 2020-05-05"
    judge = kernel(office(only.format("ana"), only.format("ben")))
    of_one = kernel(office(only.format("ana"), only.format("ana")))

    assert [judge.status(held(one, Instant("2020-05-05"))) for one in ("ana", "ben")] == [
        UNKNOWN
    ] * 2
    assert of_one.status(held("ana", Instant("2020-05-05"))) is TRUE


def test_a_day_on_which_somebody_is_told_of_may_be_that_of_a_handover():
    judge = kernel(
        office("holder: ana, from: 2019-02-01, until: 2020-05-05", "holder: ben, on: 2020-05-05")
    )

    assert judge.status(held("ana", Instant("2020-05-05"))) is UNKNOWN
    assert judge.status(held("ben", Instant("2020-05-05"))) is TRUE


@pytest.mark.parametrize("when", ["2023-05-03", "report"])
def test_some_time_on_a_day_is_some_time_in_its_month(when):
    judge = kernel(office(f"holder: ana, on: {when}"))

    assert judge.status(held("ana", Instant("2023-05"))) is TRUE
    assert judge.status(held("ana", Instant("2023-05-03"))) is (
        UNKNOWN if when == "report" else TRUE
    )


def test_who_did_not_hold_an_office_in_a_month_held_it_on_none_of_its_days():
    judge = kernel(office("holder: ana, on: 2023-05, not: [ben]"))

    assert judge.status(held("ben", Instant("2023-05-03"))) is FALSE
    assert judge.status(held("ben", Instant("2023"))) is UNKNOWN


def test_a_month_with_a_handover_is_settled_for_nobody():
    judge = kernel(
        office(
            "holder: ana, from: 2019-02-01, until: 2020-05-31",
            "holder: ben, from: 2020-05-31, until: 2022-01-01",
        )
    )

    assert judge.status(held("ana", Instant("2020-05"))) is TRUE
    assert judge.status(held("ben", Instant("2020-05"))) is UNKNOWN
    assert judge.status(held("ben", Instant("2020-05-31"))) is UNKNOWN
    assert judge.status(held("ben", Instant("2020-06"))) is TRUE


def test_a_moment_on_the_first_or_last_day_of_a_period_is_unknown():
    judge = kernel(office("holder: ana, from: 2019-02-01, until: 2020-05-05"))

    assert judge.status(held("ana", Instant("2020-05-04", "report"))) is TRUE
    assert judge.status(held("ana", Instant("2020-05-05", "report"))) is UNKNOWN
    assert judge.status(held("ana", Instant("2019-02-01", "report"))) is UNKNOWN


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
    entities = with_data("fair", "date: 2023-06").replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, date: 2023-06-20, cite: {teacher: x}}",
    )
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is UNKNOWN


def test_a_last_day_alone_gives_no_first_day():
    entities = with_data("fair", "date: 2023-06").replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, ended: 2023-08-20, cite: {teacher: x}}",
    )
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is UNKNOWN
    # Whenever the feast began, it was over only after the fair had begun.
    assert judge.decide(before("feast", "fair")).rule is Rule.NOT_OVER


def test_dates_and_stated_orders_join_in_one_chain():
    entities = with_data("fair", "date: 2023-06").replace(
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
    entities = with_data("fair", "same_time: [feast], part_of: [summit]")
    judge = kernel(entities=entities)

    assert judge.status(before("fair", "feast")) is FALSE
    assert judge.status(before("feast", "fair")) is FALSE
    assert judge.status(before("summit", "fair")) is FALSE
