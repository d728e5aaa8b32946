"""Rows of declared relations: each flag decides what it should and no more (1.4, R19)."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Status
from quizapp.core.proof.verdict import Rule
from tests.sets import ENTITIES, kernel

TRUE, FALSE, UNKNOWN = Status.TRUE, Status.FALSE, Status.UNKNOWN

HEAD = """
relations:
  knows:
    ask: "Whom does {{s}} know?"
    say: "{{s}} knows {{o}}."
    deny: "{{s}} does not know {{o}}."
    subject: person
    object: person
    {flags}
facts:
  rows: {{knows: {rows}, cite: {{teacher: known}}}}
"""


def judge(rows, flags="symmetric: no", entities=ENTITIES):
    lines = "\n    ".join(flags.split(", "))
    return kernel(HEAD.format(flags=lines, rows=rows), entities=entities)


def decide(rows, subject, object_, flags="symmetric: no", entities=ENTITIES):
    verdict = judge(rows, flags, entities).decide(Claim("knows", subject, object_))
    return verdict.status, verdict.rule


def test_a_row_is_true_and_what_no_row_says_is_unknown():
    assert decide("[[ana, ben]]", "ana", "ben") == (TRUE, Rule.STATED)
    assert decide("[[ana, ben]]", "ana", "cy")[0] is UNKNOWN
    assert decide("[[ana, ben]]", "ben", "ana")[0] is UNKNOWN


def test_one_object_excludes_every_other_object():
    flags = "symmetric: no, one_object: yes"

    assert decide("[[ana, ben]]", "ana", "cy", flags) == (FALSE, Rule.FUNCTIONAL)
    assert decide("[[ana, ben]]", "cy", "ben", flags)[0] is UNKNOWN


def test_one_subject_excludes_every_other_subject():
    flags = "symmetric: no, one_subject: yes"

    assert decide("[[ana, ben]]", "cy", "ben", flags) == (FALSE, Rule.INVERSE_FUNCTIONAL)
    assert decide("[[ana, ben]]", "ana", "cy", flags)[0] is UNKNOWN


def test_complete_objects_close_the_lists_of_subjects_that_rows_name():
    flags = "symmetric: no, complete_objects: yes"

    assert decide("[[ana, ben]]", "ana", "cy", flags) == (FALSE, Rule.CLOSED_LIST)
    assert decide("[[ana, ben]]", "cy", "dee", flags)[0] is UNKNOWN


def test_complete_subjects_close_the_inverse_lists_of_objects_that_rows_name():
    flags = "symmetric: no, complete_subjects: yes"

    assert decide("[[ana, ben]]", "cy", "ben", flags) == (FALSE, Rule.CLOSED_LIST)
    assert decide("[[ana, ben]]", "ana", "cy", flags)[0] is UNKNOWN


def test_an_empty_complete_list_excludes_everything():
    assert decide("{ana: {complete: yes}}", "ana", "ben") == (FALSE, Rule.CLOSED_LIST)


def test_a_symmetric_row_holds_both_ways_and_so_does_its_denial():
    flags = "symmetric: yes"

    assert decide("[[ana, ben]]", "ben", "ana", flags) == (TRUE, Rule.STATED)
    assert decide("{ana: {not: [ben]}}", "ben", "ana", flags) == (FALSE, Rule.DENIED)


def test_a_closed_list_of_a_symmetric_relation_closes_both_directions():
    rows, flags = "{ana: {list: [ben], complete: yes}}", "symmetric: yes"

    assert decide(rows, "ana", "cy", flags)[0] is FALSE
    assert decide(rows, "cy", "ana", flags)[0] is FALSE
    assert decide(rows, "ben", "cy", flags)[0] is UNKNOWN


def test_one_object_of_a_symmetric_relation_is_one_partner_for_either_end():
    flags = "symmetric: yes, one_object: yes"

    assert decide("[[ana, ben]]", "ben", "cy", flags)[0] is FALSE
    assert decide("[[ana, ben]]", "cy", "ana", flags)[0] is FALSE
    assert decide("[[ana, ben]]", "cy", "dee", flags)[0] is UNKNOWN


def test_an_asymmetric_row_excludes_its_reverse():
    flags = "symmetric: no, asymmetric: yes"

    assert decide("[[ana, ben]]", "ben", "ana", flags) == (FALSE, Rule.ASYMMETRIC)


def test_transitive_rows_lead_on():
    flags, rows = "symmetric: no, transitive: yes", "[[ana, ben], [ben, cy]]"

    assert decide(rows, "ana", "cy", flags) == (TRUE, Rule.CHAIN)
    assert decide(rows, "cy", "ana", flags)[0] is FALSE  # it would lead from Cy to himself
    assert decide(rows, "ana", "dee", flags)[0] is UNKNOWN
    assert decide(rows, "ana", "cy")[0] is UNKNOWN  # where nothing says it is transitive


def test_a_row_that_would_lead_to_a_denied_one_is_false():
    flags = "symmetric: no, transitive: yes"
    rows = "{ana: {list: [ben], not: [cy]}}"

    assert decide(rows, "ben", "cy", flags) == (FALSE, Rule.CHAIN)


def test_nothing_stands_in_an_irreflexive_relation_to_itself():
    doubtful = ENTITIES.replace("{name: Ben Lal}", "{name: Ben Lal, maybe_same: [ana]}")

    assert decide("[[ana, ben]]", "cy", "cy") == (FALSE, Rule.IRREFLEXIVE)
    assert decide("[[cy, dee]]", "ana", "ben", entities=doubtful)[0] is UNKNOWN
    assert decide("[[ana, ben]]", "cy", "cy", "symmetric: no, irreflexive: no")[0] is UNKNOWN


@pytest.mark.parametrize("flags", ["one_object: yes", "complete_objects: yes"])
def test_what_may_be_the_known_object_is_not_excluded(flags):
    doubtful = ENTITIES.replace("{name: Cy Rao}", "{name: Cy Rao, maybe_same: [ben]}")

    assert decide("[[ana, ben]]", "ana", "cy", f"symmetric: no, {flags}", doubtful)[0] is UNKNOWN


def test_rows_of_one_date_decide_nothing_of_another():
    body = HEAD.format(flags="symmetric: no\n    one_object: yes", rows="[[ana, ben]], as_of: 2023")
    found = kernel(body)

    def status(object_, at):
        return found.status(Claim("knows", "ana", object_, Instant(at) if at else None))

    assert [status("ben", "2023"), status("cy", "2023")] == [TRUE, FALSE]
    assert {status(who, at) for who in ("ben", "cy") for at in ("2022", "2023-05", None)} == {
        UNKNOWN
    }


def test_a_complete_list_of_topics_leaves_open_what_shares_anything_with_them():
    body = HEAD.replace("object: person", "object: topic").format(
        flags="one_object: no", rows="{ana: {list: [roads], complete: yes}}"
    )
    found = kernel(body)

    def status(topic):
        return found.status(Claim("knows", "ana", topic))

    assert status("music") is FALSE
    assert status("trade") is UNKNOWN  # it overlaps the roads
    assert status("works") is UNKNOWN  # it holds them
