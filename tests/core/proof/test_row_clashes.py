"""Clashes among the rows of a declared relation: what its flags do not allow."""

import pytest

from quizapp.core.proof.clash import clashes
from quizapp.errors import FormatError
from tests.sets import read


def rows(flags, *facts):
    head = f"""
relations:
  beats:
    {{ask: "Whom does {{s}} beat?", say: "{{s}} beats {{o}}.", deny: "{{s}} does not beat {{o}}.",
     subject: person, object: person, {flags}}}
facts:
"""
    lines = [f"  r{n}: {{beats: {fact}, cite: {{teacher: x}}}}" for n, fact in enumerate(facts)]
    return head + "\n".join(lines)


PLAIN = "symmetric: no"
LINE = "[[ana, ben], [ben, cy]]"


@pytest.mark.parametrize(
    ("flags", "facts"),
    [
        (PLAIN, ["[[ana, ben]]", "{ana: {not: [ben]}}"]),
        (PLAIN, ["[[ana, ana]]"]),
        (f"{PLAIN}, one_object: yes", ["[[ana, ben]]", "[[ana, cy]]"]),
        (f"{PLAIN}, one_subject: yes", ["[[ana, ben]]", "[[cy, ben]]"]),
        (f"{PLAIN}, asymmetric: yes", ["[[ana, ben]]", "[[ben, ana]]"]),
        (f"{PLAIN}, transitive: yes", ["[[ana, ben]]", "[[ben, cy]]", "[[cy, ana]]"]),
        (f"{PLAIN}, transitive: yes", ["[[ana, ben]]", "[[ben, cy]]", "{ana: {not: [cy]}}"]),
        (f"{PLAIN}, transitive: yes", [LINE, "{ana: {list: [dee], complete: yes}}"]),
        (f"{PLAIN}, transitive: yes", ["[[ben, cy]]", "{ana: {list: [ben], complete: yes}}"]),
        (
            f"{PLAIN}, transitive: yes, irreflexive: no",
            ["[[ben, ana]]", "{ana: {list: [ben], complete: yes}}"],
        ),
        (f"{PLAIN}, transitive: yes, one_object: yes", ["[[ana, ben]]", "[[ben, cy]]"]),
        (f"{PLAIN}, transitive: yes, one_subject: yes", ["[[ana, ben]]", "[[ben, cy]]"]),
        (f"{PLAIN}, transitive: yes, complete_subjects: yes", ["[[ana, ben]]", "[[ben, cy]]"]),
        ("symmetric: yes", ["[[ana, ben]]", "{ana: {list: [cy], complete: yes}}"]),
        ("symmetric: yes", ["[[ana, ben]]", "{ben: {not: [ana]}}"]),
        ("symmetric: yes, one_object: yes", ["[[ana, ben]]", "[[ben, cy]]"]),
        ("symmetric: yes, one_subject: yes", ["[[ana, ben]]", "[[cy, ana]]"]),
        (PLAIN, ["{ana: {list: [ben], complete: yes}}", "[[ana, cy]]"]),
    ],
)
def test_rows_that_the_flags_do_not_allow_are_named(flags, facts):
    clashing = clashes(read(rows(flags, *facts)))

    assert clashing
    assert {slug for clash in clashing for slug in clash.facts} == {
        f"r{n}" for n in range(len(facts))
    }


@pytest.mark.parametrize(
    ("flags", "facts"),
    [
        (PLAIN, ["[[ana, ben]]", "[[ben, ana]]", "{cy: {not: [ana]}}"]),
        (f"{PLAIN}, irreflexive: no", ["[[ana, ana]]"]),
        (f"{PLAIN}, one_object: yes", ["[[ana, ben]]", "[[cy, ben]]"]),
        (f"{PLAIN}, one_subject: yes", ["[[ana, ben]]", "[[ana, cy]]"]),
        (f"{PLAIN}, asymmetric: yes", [LINE, "[[cy, ana]]"]),
        (f"{PLAIN}, transitive: yes", [LINE, "[[ana, cy]]", "{cy: {not: [ana]}}"]),
        (f"{PLAIN}, transitive: yes, complete_objects: yes", [LINE, "[[ana, cy]]"]),
        ("symmetric: yes", [LINE, "[[cy, ana]]"]),
        ("symmetric: yes, one_object: yes", ["[[ana, ben]]", "[[cy, dee]]"]),
        ("symmetric: yes, complete_objects: yes", [LINE]),
        ("symmetric: yes, transitive: yes, irreflexive: no", [LINE]),
        (PLAIN, ["{ana: {list: [ben], complete: yes}}", "[[cy, ana]]"]),
    ],
)
def test_rows_that_the_flags_allow_are_no_clash(flags, facts):
    assert clashes(read(rows(flags, *facts))) == ()


def test_rows_of_another_date_contradict_nothing():
    body = rows(f"{PLAIN}, one_object: yes", "[[ana, ben]]", "[[ana, cy]], as_of: 2020")

    assert clashes(read(body)) == ()


def test_a_complete_list_that_leaves_out_a_whole_chain_is_told_once():
    chain = "[[ben, cy], [cy, dee]]"
    body = rows(f"{PLAIN}, transitive: yes", chain, "{ana: {list: [ben], complete: yes}}")

    (clash,) = clashes(read(body))

    assert clash.facts == ("r0", "r1")


@pytest.mark.parametrize(("symmetric", "refused"), [("yes", True), ("no", False)])
def test_a_symmetric_list_names_whoever_lists_its_owner(symmetric, refused):
    body = f"""
relations:
  meets:
    {{ask: "What meets {{s}}?", say: "{{s}} meets {{o}}.", deny: "{{s}} does not meet {{o}}.",
     subject: topic, object: topic, symmetric: {symmetric}}}
facts:
  closed: {{meets: {{music: {{list: [roads], complete: yes}}}}, cite: {{teacher: x}}}}
  row: {{meets: [[music, works]], cite: {{teacher: x}}}}
"""

    assert bool(clashes(read(body))) is refused  # the roads are a part of the works


def test_a_relation_that_leads_back_to_itself_is_told_before_a_row_is_stated():
    with pytest.raises(FormatError) as caught:
        read(rows("symmetric: yes, transitive: yes", "[[ana, ben]]"))

    (fault,) = caught.value.faults
    assert "say irreflexive: no" in fault.reason
