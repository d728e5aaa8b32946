"""True or false: a stated claim, and the same with one end replaced."""

from collections import Counter

import pytest

from quizapp.core.items.refusal import Unaskable
from tests.core.items.posing import kind, posed, refused, stems
from tests.sets import ENTITIES, with_data

QUOTED = """
facts:
  quiet:
    says: ana
    in: {medium: letter, on: summit}
    quote: "It was a long and quiet day here."
    cite: {teacher: x}
"""
CITE = 'cite: {report: "The mayor, Ana Roy, met Ben Lal."}'


def verdicts(items):
    """Return the statements with the word that is right of each."""
    return {
        item.stem: next(option.text for option in item.options if option.right) for item in items
    }


def test_a_true_statement_has_at_most_two_false_twins():
    found = posed("true_false", QUOTED)

    by_slot = Counter((item.tests, item.key) for item in found)
    assert by_slot == {
        (("small/quiet/said",), (0,)): 1,
        (("small/quiet/said",), (1,)): 2,
        (("small/quiet/medium",), (0,)): 1,
        (("small/quiet/medium",), (1,)): 1,
    }


def test_true_comes_first_and_false_second():
    for item in posed("true_false", QUOTED):
        assert [option.text for option in item.options] == ["True", "False"]


def test_a_false_twin_differs_in_one_end_of_its_claim():
    found = posed("true_false", QUOTED)

    (true,) = [i for i in found if i.key == (0,) and i.options[0].claims[0].relation == "said"]
    for item in found:
        claim, told = item.options[0].claims[0], true.options[0].claims[0]
        if claim.relation == "said" and item is not true:
            assert (claim.subject, claim.object != told.object) == (told.subject, True)


def test_a_statement_is_never_a_denial():
    for item in posed("true_false", QUOTED):
        assert all(claim.holds for claim in item.options[0].claims)
        assert " not " not in item.stem


def test_false_says_the_true_one():
    found = posed("true_false", QUOTED)

    item = next(
        i
        for i in found
        if i.stem.startswith("According to the syllabus note, these words come from a radio talk")
    )
    assert {(option.text, option.right, option.why) for option in item.options} == {
        ("True", False, "No: according to the syllabus note, these words come from a letter."),
        ("False", True, "According to the syllabus note, these words come from a letter."),
    }


def test_a_slot_with_nothing_provably_false_is_not_asked():
    entities = ENTITIES.replace("  radio: {name: radio talk}\n", "")

    assert refused("true_false", QUOTED, entities=entities) == {
        "quiet/medium": "nothing of the same sort is provably false in its place"
    }
    assert not [i for i in posed("true_false", QUOTED, entities=entities) if "letter" in i.stem]


def test_items_of_which_only_one_answer_is_ever_right_are_not_kept():
    found = posed("true_false", QUOTED)
    true = [item for item in found if item.key == (0,)]

    assert kind("true_false").keep(found) == found
    with pytest.raises(Unaskable, match="only one of the two answers"):
        kind("true_false").keep(true)


def test_words_said_elsewhere_too_are_not_asked_for_their_medium():
    body = QUOTED + QUOTED.replace("facts:\n", "").replace("quiet:", "again:").replace(
        "letter", "radio"
    )

    assert {"quiet/medium", "again/medium"} <= refused("true_false", body).keys()


def test_a_paraphrase_is_not_asked_for_its_place():
    body = """
facts:
  dry: {says: ana, in: {at: briefing}, gist: that water was short, cite: {teacher: x}}
"""

    assert "dry/said_at" in refused("true_false", body)


def test_where_quoted_words_were_spoken_is_asked():
    body = QUOTED.replace("on: summit", "at: briefing")

    assert {
        "According to the syllabus note, these words were spoken at the briefing: "
        "“It was a long and quiet day here.”"
    } <= stems(posed("true_false", body))


ABOUT = """
facts:
  plan:
    says: ana
    in: {on: summit}
    quote: "In the coming years we shall build roads, dams and schools"
    about: {list: [roads, dams, schools], complete: yes}
    cite: {teacher: x}
"""


def test_what_words_name_is_asked_without_showing_them():
    found = [i for i in posed("true_false", ABOUT) if "names" in i.stem]

    assert (
        verdicts(found)[
            "The quotation that begins “In the coming years we shall build …” names dams."
        ]
        == "True"
    )
    assert (
        verdicts(found)[
            "The quotation that begins “In the coming years we shall build …” names music."
        ]
        == "False"
    )


def test_a_topic_that_holds_or_overlaps_a_named_one_is_in_no_statement():
    texts = "\n".join(stems(posed("true_false", ABOUT)))

    assert "names public works" not in texts
    assert "names trade" not in texts


@pytest.mark.parametrize(
    ("data", "statement"),
    [
        ("date: 2023-05-03", "The summit took place on 3 May 2023."),
        ("date: 2023-03", "The summit took place in March 2023."),
        ("date: 2021", "The summit took place in 2021."),
        ("began: 2023-05-01", "The summit began on 1 May 2023."),
        ("ended: 2023-05-03", "The summit concluded on 3 May 2023."),
    ],
)
def test_a_date_is_asked_at_its_precision(data, statement):
    found = verdicts(posed("true_false", "", entities=with_data("summit", data)))

    assert found.pop(statement) == "True"
    assert len(found) == 2
    assert set(found.values()) == {"False"}
    for text in found:
        assert len(text.split()) == len(statement.split())


def test_no_false_date_lies_after_the_source_was_written():
    data = 'ended: 2023-05-31, cite: {report: "The summit ended on 3 May."}'
    entities = with_data("summit", data).replace(", cite: {teacher: x}}", "}", 1)

    found = stems(posed("true_false", "", entities=entities))

    assert len(found) == 3
    assert not any("June" in stem for stem in found)


def test_a_day_within_a_coarser_date_is_in_no_statement():
    entities = with_data("summit", "date: 2023-05, ended: 2023-05-03")

    for item in posed("true_false", "", entities=entities):
        if "took place" in item.stem:
            assert "in " in item.stem


def test_an_order_is_asked_both_ways():
    body = "\nsequence:\n  - {id: order, order: [fair, summit], cite: {teacher: x}}\n"

    assert verdicts(posed("true_false", body)) == {
        "The fair ended before the summit began.": "True",
        "The summit ended before the fair began.": "False",
    }


def test_holders_are_told_at_the_moment_of_writing():
    body = f"\nfacts:\n  m: {{office: mayor, holder: ana, on: report, {CITE}}}\n"

    found = verdicts(posed("true_false", body))

    true = "When the report was written (May 2023), Ana Roy was Mayor of Port City."
    assert found[true] == "True"
    assert list(found.values()).count("False") == 2


def test_a_term_of_office_is_told_of_a_day_inside_it():
    body = f"""
facts:
  m: {{office: mayor, holder: ana, from: 2020-05-01, until: 2020-05-11, {CITE}}}
"""

    found = verdicts(posed("true_false", body))

    assert found["On 6 May 2020, Ana Roy was Mayor of Port City."] == "True"
    assert len(found) == 3


def test_a_holder_at_some_time_in_a_month_is_not_told():
    body = f"\nfacts:\n  m: {{office: mayor, holder: ana, on: 2023-05, {CITE}}}\n"

    assert posed("true_false", body) == []


def test_a_name_that_answers_is_replaced_by_another():
    summit = "parties: {list: [north], complete: yes}"
    named = with_data("summit", summit).replace(
        "{name: summit,",
        "{name: Northland summit, reveals: [parties], also_called: [{text: spring summit}],",
    )

    found = stems(posed("true_false", "", entities=named))

    assert "Northland was a party to the spring summit." in found
    assert not any("Northland summit" in stem for stem in found)


def test_a_name_that_spells_the_answer_is_noticed_without_being_declared():
    named = with_data("summit", "parties: {list: [north], complete: yes}").replace(
        "{name: summit,", "{name: Northland summit,"
    )

    assert posed("true_false", "", entities=named) == []
    assert "summit/party:north" in refused("true_false", "", entities=named)


def test_a_closed_list_of_principals_is_no_list_of_attendants():
    entities = with_data("summit", "participants: {list: [ana], complete: yes}")

    found = verdicts(posed("true_false", "", entities=entities))

    assert found["Ana Roy was one of the principals of the summit."] == "True"
    assert not any("took part" in stem for stem in found)


def test_a_closed_list_says_nothing_of_things_of_another_type():
    entities = with_data("summit", "parties: {list: [north], complete: yes}")

    assert not any(
        "Road Club" in stem for stem in stems(posed("true_false", "", entities=entities))
    )


def test_the_whole_of_the_place_of_speech_is_no_false_twin():
    entities = with_data("briefing", "part_of: [summit]").replace(
        "  fair: {name: fair, the: yes}\n  feast: {name: feast, the: yes}\n", ""
    )
    body = """
    facts:
      road:
        says: ana
        in: {at: briefing}
        quote: "We will build the long northern road together."
        cite: {report: "We will build the long northern road together."}
    """

    assert "road/said_at" in refused("true_false", body, entities=entities)
