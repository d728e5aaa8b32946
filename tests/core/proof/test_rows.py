"""The kernel on rows of declared relations, one flag at a time."""

import pytest

from quizapp.core.facts.claim import Instant, Status
from quizapp.core.proof.clash import clashes
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Rule
from tests.sets import ENTITIES, claim, kernel, read

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN
PLAIN = "symmetric: no"
PERHAPS = ENTITIES.replace("dee: {name: Dee Sen}", "dee: {name: Dee Sen, maybe_same: [ben]}")


def judging(flags, *facts, entities=ENTITIES):
    head = f"""
relations:
  beats:
    {{ask: "Whom does {{s}} beat?", say: "{{s}} beats {{o}}.", deny: "{{s}} does not beat {{o}}.",
     subject: person, object: person, {flags}}}
facts:
"""
    lines = [f"  r{n}: {{beats: {fact}, cite: {{teacher: x}}}}" for n, fact in enumerate(facts)]
    return kernel(head + "\n".join(lines), entities=entities)


def beats(subject, object_, at=None):
    return claim("beats", subject, object_, at)


@pytest.mark.parametrize(
    ("flags", "facts", "asked", "rule", "status"),
    [
        (PLAIN, ["[[ana, ben]]"], ("ana", "ben"), Rule.STATED, TRUE),
        (PLAIN, ["[[ana, ben]]"], ("ben", "ana"), Rule.UNDECIDED, UNKNOWN),
        (PLAIN, ["[[ana, ben]]"], ("ana", "cy"), Rule.UNDECIDED, UNKNOWN),
        (PLAIN, ["{ana: {not: [ben]}}"], ("ana", "ben"), Rule.DENIED, FALSE),
        (PLAIN, ["[[ana, ben]]"], ("cy", "cy"), Rule.IRREFLEXIVE, FALSE),
        (f"{PLAIN}, irreflexive: no", ["[[ana, ben]]"], ("cy", "cy"), Rule.UNDECIDED, UNKNOWN),
        (f"{PLAIN}, one_object: yes", ["[[ana, ben]]"], ("ana", "cy"), Rule.FUNCTIONAL, FALSE),
        (f"{PLAIN}, one_object: yes", ["[[ana, ben]]"], ("cy", "ben"), Rule.UNDECIDED, UNKNOWN),
        (
            f"{PLAIN}, one_subject: yes",
            ["[[ana, ben]]"],
            ("cy", "ben"),
            Rule.INVERSE_FUNCTIONAL,
            FALSE,
        ),
        (f"{PLAIN}, one_subject: yes", ["[[ana, ben]]"], ("ana", "cy"), Rule.UNDECIDED, UNKNOWN),
        (PLAIN, ["{ana: {list: [ben], complete: yes}}"], ("ana", "cy"), Rule.CLOSED_LIST, FALSE),
        (PLAIN, ["{ana: {list: [], complete: yes}}"], ("ana", "cy"), Rule.CLOSED_LIST, FALSE),
        (PLAIN, ["{ana: {list: [ben], complete: yes}}"], ("cy", "dee"), Rule.UNDECIDED, UNKNOWN),
        (
            f"{PLAIN}, complete_objects: yes",
            ["[[ana, ben]]"],
            ("ana", "cy"),
            Rule.CLOSED_LIST,
            FALSE,
        ),
        (
            f"{PLAIN}, complete_objects: yes",
            ["[[ana, ben]]"],
            ("cy", "ben"),
            Rule.UNDECIDED,
            UNKNOWN,
        ),
        (
            f"{PLAIN}, complete_subjects: yes",
            ["[[ana, ben]]"],
            ("cy", "ben"),
            Rule.CLOSED_LIST,
            FALSE,
        ),
        (
            f"{PLAIN}, complete_subjects: yes",
            ["[[ana, ben]]"],
            ("ana", "cy"),
            Rule.UNDECIDED,
            UNKNOWN,
        ),
        (f"{PLAIN}, asymmetric: yes", ["[[ana, ben]]"], ("ben", "ana"), Rule.ASYMMETRIC, FALSE),
        ("symmetric: yes", ["[[ana, ben]]"], ("ben", "ana"), Rule.STATED, TRUE),
        (
            "symmetric: yes",
            ["{ana: {list: [ben], complete: yes}}"],
            ("cy", "ana"),
            Rule.CLOSED_LIST,
            FALSE,
        ),
        ("symmetric: yes", ["{ana: {not: [ben]}}"], ("ben", "ana"), Rule.DENIED, FALSE),
        ("symmetric: yes, one_object: yes", ["[[ana, ben]]"], ("cy", "ben"), None, FALSE),
        ("symmetric: yes, one_subject: yes", ["[[ana, ben]]"], ("ana", "cy"), None, FALSE),
        (f"{PLAIN}, transitive: yes", ["[[ana, ben], [ben, cy]]"], ("ana", "cy"), Rule.CHAIN, TRUE),
        (PLAIN, ["[[ana, ben], [ben, cy]]"], ("ana", "cy"), Rule.UNDECIDED, UNKNOWN),
        # It would lead from Ana back to Ana.
        (
            f"{PLAIN}, transitive: yes",
            ["[[ana, ben], [ben, cy]]"],
            ("cy", "ana"),
            Rule.CHAIN,
            FALSE,
        ),
        # It would lead from Ana to Dee.
        (
            f"{PLAIN}, transitive: yes",
            ["[[ana, ben], [cy, dee]]", "{ana: {not: [dee]}}"],
            ("ben", "cy"),
            Rule.CHAIN,
            FALSE,
        ),
        (
            f"{PLAIN}, transitive: yes",
            ["{ana: {list: [ben], complete: yes}}"],
            ("ben", "cy"),
            Rule.CHAIN,
            FALSE,
        ),
        (
            f"{PLAIN}, transitive: yes, complete_subjects: yes",
            ["[[ana, ben]]", "[[cy, dee]]"],
            ("ben", "cy"),
            Rule.CHAIN,
            FALSE,
        ),
        (
            f"{PLAIN}, transitive: yes, irreflexive: no",
            ["[[ana, ben]]"],
            ("ben", "ana"),
            Rule.UNDECIDED,
            UNKNOWN,
        ),
    ],
)
def test_a_flag_decides_what_it_says_and_no_more(flags, facts, asked, rule, status):
    verdict = judging(flags, *facts).decide(beats(*asked))

    assert verdict.status is status
    assert rule is None or verdict.rule is rule


@pytest.mark.parametrize(
    ("flags", "facts", "asked"),
    [
        (PLAIN, ["[[ana, cy]]"], ("ben", "dee")),
        (f"{PLAIN}, one_object: yes", ["[[ana, ben]]"], ("ana", "dee")),
        (f"{PLAIN}, one_subject: yes", ["[[ben, ana]]"], ("dee", "ana")),
        (f"{PLAIN}, complete_objects: yes", ["[[ana, ben]]"], ("ana", "dee")),
        (f"{PLAIN}, complete_subjects: yes", ["[[ben, ana]]"], ("dee", "ana")),
        (f"{PLAIN}, asymmetric: yes", ["[[ana, ben]]"], ("dee", "ana")),
        (f"{PLAIN}, transitive: yes", ["[[ana, ben], [dee, cy]]"], ("ana", "cy")),
    ],
)
def test_what_may_be_the_same_is_not_excluded(flags, facts, asked):
    assert judging(flags, *facts, entities=PERHAPS).status(beats(*asked)) is UNKNOWN


def test_rows_of_one_date_say_nothing_of_another():
    judge = judging(f"{PLAIN}, one_object: yes", "[[ana, ben]], as_of: 2020")

    assert judge.status(beats("ana", "ben", Instant("2020"))) is TRUE
    assert judge.status(beats("ana", "cy", Instant("2020"))) is FALSE
    for at in (None, Instant("2021"), Instant("2020-05")):
        assert judge.status(beats("ana", "ben", at)) is UNKNOWN
        assert judge.status(beats("ana", "cy", at)) is UNKNOWN


def test_a_chain_rests_on_each_of_its_rows():
    judge = judging(f"{PLAIN}, transitive: yes", "[[ana, ben]]", "[[ben, cy]]", "[[cy, dee]]")

    verdict = judge.decide(beats("ana", "dee"))

    assert verdict.facts == ("r0", "r1", "r2")
    assert verdict.witness == (beats("ana", "ben"), beats("ben", "cy"), beats("cy", "dee"))


def test_a_list_rests_on_all_that_is_on_it():
    judge = judging(PLAIN, "{ana: {list: [ben, cy], complete: yes}}")

    assert set(judge.decide(beats("ana", "dee")).witness) == {
        beats("ana", "ben"),
        beats("ana", "cy"),
    }


# --- terms and explanations ---


@pytest.mark.parametrize("symmetric", ["yes", "no"])
def test_a_denial_of_a_row_says_nothing_of_parts_or_wholes(symmetric):
    judge = kernel(
        f"""
relations:
  fits:
    ask: "What fits {{s}}?"
    say: "{{s}} fits {{o}}."
    deny: "{{s}} does not fit {{o}}."
    subject: topic
    object: topic
    symmetric: {symmetric}
facts:
  r: {{fits: {{music: {{not: [works]}}}}, cite: {{teacher: x}}}}
"""
    )

    assert judge.status(claim("fits", "music", "works")) is FALSE
    assert judge.status(claim("fits", "music", "roads")) is UNKNOWN  # a part of the works
    assert judge.status(claim("fits", "music", "trade")) is UNKNOWN
    reverse = judge.status(claim("fits", "works", "music"))
    assert reverse is (FALSE if symmetric == "yes" else UNKNOWN)


# --- one thing by two ids ---


def studying(*rows):
    head = """
relations:
  studied:
    {ask: "What did {s} study?", say: "{s} studied {o}.", deny: "{s} did not study {o}.",
     subject: person, object: topic, complete_objects: yes}
facts:
"""
    lines = [f"  r{n}: {{studied: {row}, cite: {{teacher: x}}}}" for n, row in enumerate(rows)]
    twice = ENTITIES.replace("ben: {name: Ben Lal}", "ben: {name: Ben Lal, same_as: [ana]}")
    return read(head + "\n".join(lines), entities=twice)


def test_the_complete_list_of_a_thing_with_two_ids_is_that_of_both():
    judge = Kernel.of_bank(studying("[[ana, roads]]", "[[ben, works]]"))

    assert judge.status(claim("studied", "ana", "dams")) is UNKNOWN  # dams are a part of works
    assert judge.status(claim("studied", "ana", "music")) is FALSE


def test_rows_of_two_ids_of_one_thing_are_not_off_its_list():
    bank = studying("[[ana, roads]]", "[[ben, music]]")

    assert clashes(bank) == ()
