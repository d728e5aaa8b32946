"""Each diagnosis on a set that it speaks of, and on one that it does not."""

import pytest

from quizapp.core.diagnostics.diagnostic import Passage
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.register import DIAGNOSES, OF_FACTS, diagnose
from quizapp.core.facts.reader import read_set
from quizapp.core.items.context import Context
from quizapp.library.wording import load_wording
from tests.core.diagnostics.examining import TODAY, examined, findings, subjects
from tests.sets import ENTITIES, HEAD, with_data

QUOTED = """
facts:
  road:
    says: ana
    in: {on: summit}
    quote: "We will build the long northern road together."
    about: {list: [roads], complete: yes}
    cite: {report: "We will build the long northern road together."}
"""
PARAPHRASED = """
facts:
  dry:
    says: ben
    in: {at: briefing}
    gist: that water was short
    about: {list: [dams]}
    cite: {report: "that water was short"}
"""
COVERED = (
    "facts: {talk: {event: summit, covered: {list: [roads]}, cite: {report: The summit ended}}}"
)
RULES = """
relations:
  rules:
    ask: "What does {s} rule?"
    say: "{s} rules {o}."
    deny: "{s} does not rule {o}."
    subject: person
    object: place
facts:
  rulers: {rules: [[ana, north]], cite: {teacher: known}}
"""


def test_an_open_list_is_told_with_what_cannot_be_asked_of_it() -> None:
    (found,) = findings("open-list", COVERED)

    assert (found.subject, found.inside) == ("talk", ("covered",))
    assert "open list" in found.message
    assert "NOT question" in found.message
    assert "complete: yes" in found.hint


def test_a_complete_list_is_not_told() -> None:
    assert subjects("open-list", QUOTED) == []


def test_a_list_of_a_paraphrase_asks_for_the_words() -> None:
    (found,) = findings("open-list", PARAPHRASED)

    assert "quote" in found.hint


def test_open_lists_of_events_are_told_by_their_fields() -> None:
    entities = with_data("summit", "parties: {list: [north]}, participants: {list: [ana]}")

    assert [one.inside for one in findings("open-list", entities=entities)] == [
        ("participants",),
        ("parties",),
    ]


def test_rows_without_any_promise_are_told_once_at_their_relation() -> None:
    assert subjects("open-list", RULES) == ["rules"]


@pytest.mark.parametrize(
    "flag", ["one_object", "one_subject", "complete_objects", "complete_subjects"]
)
def test_rows_with_a_promise_are_not_told(flag: str) -> None:
    assert subjects("open-list", RULES.replace("place\n", f"place\n    {flag}: yes\n")) == []


def test_a_paraphrase_anybody_may_have_said_is_told() -> None:
    assert subjects("open-speakers", PARAPHRASED) == ["dry"]


def test_neither_a_quotation_nor_the_only_speaker_is_told() -> None:
    assert subjects("open-speakers", QUOTED) == []
    assert subjects("open-speakers", PARAPHRASED.replace("gist:", "only: yes\n    gist:")) == []


def test_a_fact_is_to_be_looked_at_again_after_its_day_only() -> None:
    due = PARAPHRASED.replace("    gist:", "    review_after: 2024-02\n    gist:")
    today = PARAPHRASED.replace("    gist:", "    review_after: 2024-03-01\n    gist:")

    assert subjects("past-review", due) == ["dry"]
    assert subjects("past-review", today) == []


def test_a_sentence_without_a_fact_is_told_at_its_place_in_the_source() -> None:
    found = findings("bare-sentence", QUOTED)

    assert found[0].passage == Passage("report", 1, 0)
    assert "The summit ended on 3 May." in found[0].message
    assert "no_fact" in found[0].hint


def test_a_sentence_listed_as_without_a_fact_is_not_told() -> None:
    found = findings("bare-sentence", 'no_fact: [{report: "The summit ended on 3 May."}]')

    assert Passage("report", 1, 0) not in [one.passage for one in found]


def offices(of: str, when: str) -> str:
    """Return two facts of different sources about one office."""
    long = "from: 2020-01-01, until: 2024-01-01"
    return (
        "facts:\n"
        f"  a: {{office: mayor, holder: ana, {long}, cite: {{teacher: x}}}}\n"
        f"  b: {{office: mayor, holder: {of}, {when}, cite: {{report: The mayor}}}}\n"
    )


@pytest.mark.parametrize(
    ("of", "when", "told"),
    [
        ("ben", "from: 2021-01-01, until: 2022-01-01", ["a", "b"]),
        ("ana", "from: 2021-01-01, until: 2022-01-01", []),
        ("ben", "from: 2025-01-01, until: 2026-01-01", []),
    ],
)
def test_sources_that_disagree_are_told_at_each_of_their_facts(
    of: str, when: str, told: list[str]
) -> None:
    found = findings("blocked-slot", offices(of, when))

    assert [one.subject for one in found] == told
    assert all("Mayor of Port City" in one.message for one in found)


@pytest.mark.parametrize(
    ("day", "told"), [("2023-11-10", []), ("2022-11-10", ["fair"]), ("2023-11-11", [])]
)
def test_a_weekday_in_the_cited_words_must_fit_the_date(day: str, told: list[str]) -> None:
    cite = 'cite: {report: "ended on Friday, 10 November"}'
    text = f"{HEAD}events:\n  fair: {{name: fair, ended: {day}, {cite}}}\n"
    source = "[p1] The fair ended on Friday, 10 November."
    bank = read_set("small.yaml", text, {"seeds/small.md": source}.get)

    found = list(DIAGNOSES["weekday-misfit"](Examined(Context(bank, load_wording()), TODAY)))

    assert [one.subject for one in found] == told
    assert [one.inside for one in found] == [("ended",)] * len(told)


def test_a_name_that_answers_a_question_ought_to_say_so() -> None:
    named = ENTITIES.replace("summit: {name: summit", "summit: {name: Port City summit").replace(
        "the: yes}\n  briefing",
        "the: yes, place: port, cite: {teacher: x}}\n  briefing",
    )
    declared = named.replace("place: port", "reveals: [place], place: port")

    (found,) = findings("undeclared-reveals", entities=named)

    assert (found.subject, found.slot) == ("summit", "summit/place")
    assert "reveals: [place]" in found.hint
    assert subjects("undeclared-reveals", entities=declared) == []


def test_a_name_that_names_the_event_before_it_ought_to_say_so() -> None:
    order = "sequence: [{id: s, order: [fair, summit], cite: {teacher: x}}]"
    named = ENTITIES.replace("summit: {name: summit", "summit: {name: summit of the fair")

    found = findings("undeclared-reveals", order, entities=named)

    assert [(one.subject, one.hint.split(";")[0]) for one in found] == [
        ("fair", "say reveals: [order]"),
        ("summit", "say reveals: [order]"),
    ]


def test_a_month_in_the_name_of_an_event_is_an_answer_too() -> None:
    named = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: May fair, the: yes, date: 2023-05, cite: {teacher: x}}",
    )

    assert subjects("undeclared-reveals", entities=named) == ["fair"]


def test_a_question_that_every_name_answers_asks_for_another_name() -> None:
    telling = with_data("summit", "reveals: [place], place: port")
    named = telling.replace("reveals: [place]", "reveals: [place], also_called: [{text: meeting}]")

    assert [one.slot for one in findings("no-safe-name", entities=telling)] == ["summit/place"]
    assert subjects("no-safe-name", entities=named) == []


def test_a_thing_without_any_use_is_told_and_an_option_is_a_use() -> None:
    found = subjects("unused-entity", QUOTED)

    assert "letter" in found  # no fact, no item
    assert "ben" not in found  # a wrong option of "who said it"
    assert "roads" not in found  # a fact
    assert "works" not in found  # holds the roads


def test_a_wrong_option_of_a_complete_list_is_shown_for_review_once() -> None:
    found = findings("unreviewed-distractor", QUOTED)

    assert found
    assert {one.subject for one in found} == {"road"}
    assert len({one.message for one in found}) == len(found)
    (schools,) = [one for one in found if '"schools"' in one.message]
    assert "apart: [[schools, roads]]" in schools.hint


def test_a_reviewed_option_is_not_shown_again() -> None:
    found = findings("unreviewed-distractor", f"{QUOTED}\napart: [[schools, roads]]\n")

    assert not [one for one in found if '"schools"' in one.message]


def test_a_fact_of_which_nothing_is_asked_says_why() -> None:
    found = findings("fact-without-items", PARAPHRASED)

    assert [one.subject for one in found] == ["dry"]
    assert "multi_select: a paraphrase is always open" in found[0].message
    assert subjects("fact-without-items", COVERED) == []


def test_every_remark_says_what_is_so_and_what_to_do() -> None:
    body = f"{PARAPHRASED}\nsequence: [{{id: s, order: [fair, summit], cite: {{teacher: x}}}}]"

    found = list(diagnose(examined(body)))

    assert {one.code for one in found} <= set(DIAGNOSES)
    assert all(one.finding.message and one.finding.hint for one in found)


def test_those_of_the_facts_alone_make_no_items() -> None:
    set_ = examined(QUOTED)

    list(diagnose(set_, OF_FACTS))

    assert "_offers" not in vars(set_)


HELD = """
facts:
  one: {office: mayor, holder: ana, on: report, cite: {report: The mayor}}
  two: {office: mayor, holder: ben, from: 2023-04-01, until: 2023-07-01, cite: %s}
"""


def test_what_two_sources_tell_differently_is_told_at_both() -> None:
    found = findings("blocked-slot", HELD % "{teacher: x}")

    assert [one.subject for one in found] == ["one", "two"]
    assert "Mayor of Port City" in found[0].message
    assert '"two"' in found[0].message


def test_what_two_sources_tell_alike_is_not_told() -> None:
    assert subjects("blocked-slot", (HELD % "{teacher: x}").replace("ben", "ana")) == []
