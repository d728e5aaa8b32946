"""Two sources that fill one slot differently block it; one source contradicts itself."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.proof.clash import clashes
from quizapp.core.proof.disputes import blocked
from quizapp.core.proof.kernel import Kernel
from tests.sets import ENTITIES, claim, dated, read

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN

REPORT, TEACHER = "{report: The mayor}", "{teacher: x}"
RULES = """
relations:
  rules:
    {{ask: "What does {{s}} rule?", say: "{{s}} rules {{o}}.",
     deny: "{{s}} does not rule {{o}}.", subject: person,
     object: place, {flags}}}
facts:
"""


def offices(first, second, *more):
    lines = [
        f"  {slug}: {{office: mayor, {fact}, cite: {cite}}}"
        for slug, fact, cite in (("one", *first), ("two", *second), *more)
    ]
    return "facts:\n" + "\n".join(lines)


def rules(flags, *rows):
    lines = [
        f"  r{n}: {{rules: [[{subject}, {object_}]], cite: {cite}}}"
        for n, (subject, object_, cite) in enumerate(rows)
    ]
    return RULES.format(flags=flags) + "\n".join(lines)


ANA = "holder: ana, from: 2020-01-01, until: 2022-01-01"
BEN = "holder: ben, from: 2021-01-01, until: 2023-01-01"


def test_two_sources_on_one_office_block_it_and_do_not_refuse_the_set():
    bank = read(offices((ANA, REPORT), (BEN, TEACHER)))
    judge = Kernel.of_bank(bank)

    (one,) = blocked(bank)

    assert clashes(bank) == ()
    assert (one.slot.relation, one.slot.end, one.facts) == ("holder", "mayor", ("one", "two"))
    for person in ("ana", "ben", "cy"):
        assert judge.status(claim("holder", "mayor", person, Instant("2021-06-01"))) is UNKNOWN


@pytest.mark.parametrize("cite", ["{report: The fair}", "{report: The fair, teacher: x}"])
def test_facts_that_share_a_source_refuse_the_set(cite):
    bank = read(offices((ANA, REPORT), (BEN, cite)))

    (clash,) = clashes(bank)

    assert clash.facts == ("one", "two")
    assert blocked(bank) == ()


def test_another_time_of_a_blocked_office_is_decided_as_ever():
    later = ("three", "holder: cy, from: 2024-01-01, until: 2025-01-01", TEACHER)
    judge = Kernel.of_bank(read(offices((ANA, REPORT), (BEN, TEACHER), later)))

    assert judge.status(claim("holder", "mayor", "cy", Instant("2024-06-01"))) is TRUE
    assert judge.status(claim("holder", "mayor", "ana", Instant("2024-06-01"))) is FALSE


def test_two_that_may_be_the_same_are_a_clash_whoever_says_so():
    entities = ENTITIES.replace("ben: {name: Ben Lal}", "ben: {name: Ben Lal, maybe_same: [ana]}")
    bank = read(offices((ANA, REPORT), (BEN, TEACHER)), entities=entities)

    assert "declare same_as" in clashes(bank)[0].reason
    assert blocked(bank) == ()


def test_one_object_of_a_row_is_blocked_with_every_claim_of_its_subject():
    bank = read(
        rules(
            "one_object: yes",
            ("ana", "north", REPORT),
            ("ana", "south", TEACHER),
            ("ben", "port", TEACHER),
        )
    )
    judge = Kernel.of_bank(bank)

    assert clashes(bank) == ()
    assert [one.facts for one in blocked(bank)] == [("r0", "r1")]
    assert {judge.status(claim("rules", "ana", place)) for place in ("north", "south", "port")} == {
        UNKNOWN
    }
    assert judge.status(claim("rules", "ben", "port")) is TRUE
    assert judge.status(claim("rules", "ben", "north")) is FALSE


def test_one_subject_of_a_row_is_blocked_with_every_claim_of_its_object():
    bank = read(
        rules(
            "one_subject: yes",
            ("ana", "north", REPORT),
            ("ben", "north", TEACHER),
            ("ana", "south", TEACHER),
        )
    )
    judge = Kernel.of_bank(bank)

    assert clashes(bank) == ()
    assert {judge.status(claim("rules", who, "north")) for who in ("ana", "ben", "cy")} == {UNKNOWN}
    assert judge.status(claim("rules", "ana", "south")) is TRUE
    assert judge.status(claim("rules", "cy", "south")) is FALSE


def test_a_complete_list_does_not_rest_on_a_row_in_dispute():
    bank = read(
        rules(
            "one_object: yes, complete_subjects: yes",
            ("ana", "north", REPORT),
            ("ana", "south", TEACHER),
            ("ben", "port", TEACHER),
        )
    )
    judge = Kernel.of_bank(bank)

    # That "north" has Ana alone is no more sure than that it has her.
    assert judge.status(claim("rules", "cy", "north")) is UNKNOWN
    assert judge.status(claim("rules", "cy", "port")) is FALSE


def test_dates_by_two_sources_are_blocked_and_order_nothing():
    entities = (
        ENTITIES.replace(
            "fair: {name: fair, the: yes}", "fair: {name: fair, date: 2023-06, cite: {teacher: x}}"
        )
        .replace(
            "feast: {name: feast, the: yes}",
            "feast: {name: feast, same_as: fair, date: 2023-07, cite: {report: The fair}}",
        )
        .replace(
            "summit: {name: summit, the: yes}",
            "summit: {name: summit, date: 2024, cite: {teacher: x}}",
        )
    )
    bank = read(entities=entities)
    judge = Kernel.of_bank(bank)

    assert clashes(bank) == ()
    for text in ("2023-06", "2023-07", "2022"):
        assert judge.status(dated("date", "fair", text)) is UNKNOWN
    assert judge.status(claim("before", "fair", "summit")) is UNKNOWN
    assert judge.status(dated("began", "fair", "2022")) is UNKNOWN


def test_nothing_else_decides_what_is_in_dispute():
    entities = (
        ENTITIES.replace(
            "fair: {name: fair, the: yes}", "fair: {name: fair, date: 2023-06, cite: {teacher: x}}"
        )
        .replace(
            "feast: {name: feast, the: yes}",
            "feast: {name: feast, same_as: fair, date: 2023-07, cite: {report: The fair}}",
        )
        .replace(
            "summit: {name: summit, the: yes}",
            "summit: {name: summit, same_as: fair, began: 2023-06-30, cite: {teacher: x}}",
        )
    )
    judge = Kernel.of_bank(read(entities=entities))

    assert judge.status(dated("date", "fair", "2020")) is UNKNOWN
    assert judge.status(dated("began", "fair", "2020")) is FALSE


def numbers(first, second):
    return f"""
quantities:
  rain: {{name: rain}}
facts:
  one: {{quantity: rain, {first}, cite: {{report: The mayor}}}}
  two: {{quantity: rain, {second}, cite: {{teacher: x}}}}
"""


def rain(text, at=None):
    return Claim("value", "rain", Value("number", text, "mm"), at)


def test_numbers_by_two_sources_are_blocked_at_their_date_only():
    bank = read(numbers("value: 12, unit: mm, as_of: 2020", "value: 3, unit: cm, as_of: 2020"))
    judge = Kernel.of_bank(bank)

    assert clashes(bank) == ()
    assert len(blocked(bank)) == 1
    assert judge.status(rain("12", Instant("2020"))) is UNKNOWN
    assert judge.status(rain("99", Instant("2020"))) is UNKNOWN


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("value: 12, unit: mm, as_of: 2020", "value: 30, unit: mm, as_of: 2021"),
        ("value: 12, unit: mm", "value: 12, unit: days"),
        ("value: 12, unit: mm", "value: 1.2, unit: cm"),
        ("value: 12, tolerance: 1, unit: mm", "value: 14, tolerance: 1, unit: mm"),
        ("max: 12, unit: mm", "value: 12.4, unit: mm"),
    ],
)
def test_numbers_that_can_both_be_right_are_no_dispute(first, second):
    bank = read(numbers(first, second))

    assert blocked(bank) == ()
    assert clashes(bank) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("value: 12, unit: mm", "value: 30, unit: mm"),
        ("max: 12, unit: mm", "value: 12.6, unit: mm"),
        ("max: 12, unit: mm", "min: 2, unit: cm"),
        ("value: 12, tolerance: 1, unit: mm", "value: 14, unit: mm"),
    ],
)
def test_numbers_of_one_source_that_exclude_each_other_refuse_the_set(first, second):
    bank = read(numbers(first, second).replace("{teacher: x}", "{report: The mayor}"))

    assert [clash.facts for clash in clashes(bank)] == [("one", "two")]


def test_a_number_that_is_right_by_one_fact_and_wrong_by_another_is_unknown():
    judge = Kernel.of_bank(
        read(numbers("value: 10, tolerance: 1, unit: mm", "value: 12, tolerance: 1, unit: mm"))
    )

    assert judge.status(rain("11")) is TRUE
    assert judge.status(rain("9.5")) is UNKNOWN
    assert judge.status(rain("20")) is FALSE


def test_whose_a_meaning_is_can_be_in_dispute():
    terms = """
terms:
  dam: {term: dam, means: a wall in a river, cite: {teacher: x}}
  weir: {term: weir, means: A wall in  a river, cite: {report: The mayor}}
  lock: {term: lock, means: a gate, cite: {teacher: x}}
"""
    judge = Kernel.of_bank(read(terms))

    for term in ("dam", "weir", "lock"):
        asked = Claim("means", term, Value("text", "a wall in a river"))
        assert judge.status(asked) is UNKNOWN
    assert judge.status(Claim("means", "weir", Value("text", "a gate"))) is FALSE


def test_what_one_source_says_twice_refuses_the_set_though_another_disputes_it():
    cy = "holder: cy, from: 2021-01-01, until: 2023-01-01"
    bank = read(offices((ANA, REPORT), (BEN, TEACHER), ("three", cy, TEACHER)))

    assert [clash.facts for clash in clashes(bank)] == [("two", "three")]


def test_rows_of_one_source_refuse_the_set_though_another_fills_the_slot_too():
    rows = rules(
        "one_object: yes",
        ("ana", "north", REPORT),
        ("ana", "north", TEACHER),
        ("ana", "south", TEACHER),
    )

    assert [clash.facts for clash in clashes(read(rows))] == [("r1", "r2")]


def test_numbers_of_one_source_refuse_the_set_though_another_gives_one_too():
    third = '  three: {quantity: rain, value: 40, unit: mm, cite: {report: "The mayor"}}\n'
    bank = read(numbers("value: 12, unit: mm", "value: 30, unit: mm") + third)

    assert [clash.facts for clash in clashes(bank)] == [("one", "three")]
