"""The kernel on meanings, examples, explanations and numbers."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.proof.verdict import Rule
from tests.sets import ENTITIES, claim, kernel

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN

TERMS = """
terms:
  weir: {term: weir, means: a low wall, cite: {teacher: x}}
  dyke: {term: dyke, means: a long bank, cite: {teacher: x}}
  lock: {term: lock, %s}
people:
"""
MEANING = "a low wall"


def terms(lock="maybe_same: [weir]"):
    return kernel(entities=ENTITIES.replace("people:\n", (TERMS % lock).lstrip(), 1))


def means(term, text):
    return Claim("means", term, Value("text", text))


def test_a_term_has_one_meaning_and_a_meaning_one_term():
    judge = terms("aliases: [sluice]")

    assert judge.decide(means("weir", "A low  wall")).rule is Rule.STATED
    assert judge.decide(means("weir", "a gate")).rule is Rule.FUNCTIONAL
    assert judge.decide(means("lock", MEANING)).rule is Rule.INVERSE_FUNCTIONAL
    assert judge.status(means("lock", "a gate")) is UNKNOWN


def test_a_term_that_may_be_the_same_may_have_its_meaning():
    assert terms().status(means("lock", MEANING)) is UNKNOWN
    assert terms().status(means("lock", "a long bank")) is FALSE


def test_examples_are_open_and_can_be_denied():
    judge = terms("example_of: [weir], not_example_of: [dyke], cite: {teacher: x}")

    assert judge.status(claim("example_of", "lock", "weir")) is TRUE
    assert judge.status(claim("example_of", "lock", "dyke")) is FALSE
    assert judge.status(claim("example_of", "lock", "lock")) is UNKNOWN


def test_explanations_are_stated_or_denied_and_never_inferred():
    judge = kernel("""
facts:
  a: {office: mayor, holder: ana, on: report, cite: {report: The mayor}}
  b: {office: mayor, holder: ana, on: 2023-05-03, cite: {report: The mayor}}
  c: {office: mayor, holder: ana, on: 2023-05-04, cite: {report: The mayor}}
  w1: {explains: a, by: b, cite: {teacher: x}}
  w2: {explains: a, not_by: c, cite: {teacher: x}}
""")

    assert judge.status(claim("explains", "b", "a")) is TRUE
    assert judge.status(claim("explains", "c", "a")) is FALSE
    assert judge.status(claim("explains", "a", "b")) is UNKNOWN
    assert judge.status(claim("explains", "b", "c")) is UNKNOWN


# --- numbers (R16) ---


def amount(fact, asked, unit="mm", at=None):
    judge = kernel(
        f"quantities: {{rain: {{name: rain}}}}\n"
        f"facts: {{one: {{quantity: rain, {fact}, cite: {{teacher: x}}}}}}"
    )
    return judge.status(Claim("value", "rain", Value("number", asked, unit), at))


@pytest.mark.parametrize(
    ("fact", "asked", "status"),
    [
        ("value: 12, unit: mm", "12", TRUE),
        ("value: 12, unit: mm", "12.5", UNKNOWN),  # rounding may hide it
        ("value: 12, unit: mm", "12.51", FALSE),
        ("value: 12.0, unit: mm", "12.1", FALSE),
        ("value: 12, tolerance: 1, unit: mm", "13", TRUE),
        ("value: 12, tolerance: 1, unit: mm", "14", UNKNOWN),
        ("value: 12, tolerance: 1, unit: mm", "14.1", FALSE),
        ("value: 1.2, unit: cm", "12", TRUE),
        ("value: 1/3, unit: mm", "1/3", TRUE),
        ("value: 1/3, unit: mm", "0.3333", FALSE),
        ("min: 12, unit: mm", "11.5", UNKNOWN),
        ("min: 12, unit: mm", "11.4", FALSE),
        ("min: 12, unit: mm", "12", UNKNOWN),
        ("max: 12, unit: mm", "12.6", FALSE),
        ("value: 12, unit: mm, as_of: 2020", "12", UNKNOWN),
    ],
)
def test_numbers_are_true_within_the_tolerance_and_false_far_beyond(fact, asked, status):
    assert amount(fact, asked) is status


def test_a_number_of_another_unit_says_nothing():
    assert amount("value: 12, unit: mm", "12", "days") is UNKNOWN
    assert amount("value: 12, unit: mm, as_of: 2020", "12", at=Instant("2020")) is TRUE
