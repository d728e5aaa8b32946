"""Reasons: why an option is right or wrong, in one or two plain sentences."""

import pytest

from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.proof.explain import reason, why
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.printer import Printer
from quizapp.core.proof.verdict import Rule
from quizapp.library.wording import load_wording
from tests.sets import ENTITIES, claim, dated, read, with_data

CITE = 'cite: {report: "The mayor, Ana Roy, met Ben Lal."}'
TOLD = """
facts:
  road:
    says: ana
    in: {medium: letter, at: briefing, on: summit}
    quote: "We will build the long northern road together."
    about: {list: [roads, schools], complete: yes}
    cite: {report: "We will build the long northern road together."}
  c:
    event: summit
    covered: {list: [roads], not: [dams]}
    cite: {report: "The summit ended on 3 May."}
  m: {office: mayor, holder: ana, on: report, CITE}
""".replace("CITE", CITE)
NOW = Instant("2023-05", "report")


def explained(asked, body=TOLD, *, right=None, entities=ENTITIES):
    """Return the rule that decides a claim and the reason in words."""
    bank = read(body, entities=entities)
    verdict = Kernel.of_bank(bank).decide(asked)
    right = verdict.status.value == "true" if right is None else right
    return verdict.rule, why(Printer(bank, load_wording()), asked, verdict, right=right)


@pytest.mark.parametrize(
    ("asked", "rule", "text"),
    [
        (
            claim("said", "road", "ana"),
            Rule.STATED,
            "The report attributes these words to Ana Roy.",
        ),
        (
            claim("said", "road", "ben"),
            Rule.CLOSED_LIST,
            "No: the report attributes these words to Ana Roy.",
        ),
        (
            claim("medium", "road", "letter"),
            Rule.STATED,
            "According to the report, these words come from a letter.",
        ),
        (
            claim("medium", "road", "radio"),
            Rule.FUNCTIONAL,
            "No: according to the report, these words come from a letter.",
        ),
        (
            claim("said_at", "road", "fair"),
            Rule.FUNCTIONAL,
            "No: according to the report, these words were spoken at the briefing.",
        ),
        (claim("about", "road", "roads"), Rule.STATED, "The quotation names roads."),
        (
            claim("about", "road", "music"),
            Rule.CLOSED_LIST,
            "No: the quotation names roads and schools, but not music.",
        ),
        (
            claim("covered", "summit", "roads"),
            Rule.STATED,
            "According to the report, the summit covered roads.",
        ),
        (
            claim("covered", "summit", "dams"),
            Rule.DENIED,
            "No: the report says that the summit did not cover dams.",
        ),
        (
            claim("holder", "mayor", "ana", NOW),
            Rule.STATED,
            "When the report was written (May 2023), Ana Roy was Mayor of Port City.",
        ),
        (
            claim("holder", "mayor", "cy", NOW),
            Rule.FUNCTIONAL,
            "No: when the report was written (May 2023), Ana Roy was Mayor of Port City.",
        ),
    ],
)
def test_a_reason_says_what_decided(asked, rule, text):
    assert explained(asked) == (rule, text)


def test_a_part_is_denied_by_the_words_that_deny_the_whole():
    body = TOLD.replace("list: [roads], not: [dams]", "list: [schools], not: [works]")

    assert explained(claim("covered", "summit", "dams"), body) == (
        Rule.DENIED,
        "No: the report says that the summit did not cover public works.",
    )


def test_a_term_of_office_is_told_with_its_bounds():
    body = TOLD.replace("on: report", "from: 2020-05-01, until: 2021-04-30")

    rule, text = explained(claim("holder", "mayor", "ben", Instant("2020-06-01")), body)

    assert rule is Rule.FUNCTIONAL
    assert text == "No: Ana Roy was Mayor of Port City from 1 May 2020 until 30 April 2021."


@pytest.mark.parametrize(
    ("data", "asked", "rule", "text"),
    [
        ("date: 2023-05-03", dated("date", "summit", "2023-05-03"), Rule.STATED, "on 3 May 2023"),
        ("date: 2023-05", dated("date", "summit", "2023-04"), Rule.DATE_OUTSIDE, "in May 2023"),
        ("began: 2021", dated("began", "summit", "2020"), Rule.DATE_OUTSIDE, "began in 2021"),
        (
            "ended: 2023-05-03",
            dated("date", "summit", "2023-04"),
            Rule.DATE_OUTSIDE,
            "concluded on 3 May 2023",
        ),
    ],
)
def test_a_wrong_date_is_answered_with_the_one_that_is_known(data, asked, rule, text):
    found = explained(asked, "", entities=with_data("summit", data))

    assert found[0] is rule
    assert found[1].endswith(f"{text}.")


def test_an_order_is_told_by_all_it_rests_on():
    body = """
sequence:
  - {id: one, order: [fair, summit], cite: {teacher: x}}
  - {id: two, order: [summit, briefing], cite: {teacher: x}}
"""

    rule, text = explained(claim("before", "briefing", "fair"), body)

    assert rule is Rule.REVERSE_ORDER
    assert text == (
        "No: the fair ended before the summit began, and the summit ended before the briefing "
        "began."
    )


def test_an_event_is_not_before_itself():
    assert explained(claim("before", "fair", "fair"), "") == (
        Rule.SAME_EVENT,
        "No: nothing ends before it begins.",
    )


def test_events_at_one_time_are_told_so():
    entities = with_data("fair", "same_time: [summit]")

    rule, text = explained(claim("before", "fair", "summit"), "", entities=entities)

    assert rule is Rule.SAME_TIME
    assert text.startswith("No: the fair and the summit were at one time")


def test_other_words_than_the_recorded_ones_are_answered_with_those():
    asked = Claim("words", "road[23:31]", Value("text", "southern"))
    body = TOLD.replace("about:", "blank: [northern]\n    about:")

    rule, text = explained(asked, body)

    assert (rule, text) == (Rule.WORDING, "No: the missing words are “northern”.")


def test_the_feedback_of_a_right_denial_is_no_reproach():
    rule, text = explained(claim("said", "road", "ben"), right=True)

    assert (rule, text) == (
        Rule.CLOSED_LIST,
        "The report attributes these words to Ana Roy.",
    )


def test_what_is_unknown_has_no_reason():
    bank = read(TOLD)
    asked = claim("covered", "summit", "music")

    with pytest.raises(ValueError, match="nothing decides"):
        reason(Printer(bank, load_wording()), asked, Kernel.of_bank(bank).decide(asked))


def test_every_relation_says_why_it_is_stated():
    for name, words in load_wording().relations.items():
        assert words.why.get(Rule.STATED), name


def events(**data):
    entities = ENTITIES
    for name, told in data.items():
        entities = entities.replace(
            f"{name}: {{name: {name}, the: yes}}",
            f"{name}: {{name: {name}, the: yes, {told}, cite: {{teacher: x}}}}",
        )
    return entities


def test_what_ended_too_late_is_told_by_both_dates():
    entities = events(fair="ended: 2024-12-14", feast="began: 2023-01")

    assert explained(claim("before", "fair", "feast"), "", entities=entities) == (
        Rule.NOT_OVER,
        "No: the feast began in January 2023, and the fair concluded on 14 December 2024.",
    )


def test_a_day_that_an_order_excludes_is_told_by_the_order_and_the_date():
    order = "sequence: [{id: s, order: [fair, feast], cite: {teacher: x}}]"

    assert explained(
        dated("began", "fair", "2024"), order, entities=events(feast="ended: 2023-05")
    ) == (
        Rule.DATE_OUTSIDE,
        "No: the fair ended before the feast began, and the feast concluded in May 2023.",
    )


def test_an_order_that_would_bring_others_is_told_so():
    orders = """
sequence:
  - {id: s, order: [fair, summit], cite: {teacher: x}}
  - {id: t, order: [briefing, feast], cite: {teacher: x}}
"""

    assert explained(
        claim("before", "summit", "briefing"), orders, entities=events(fair="same_time: [feast]")
    ) == (
        Rule.NO_ORDER,
        "No: if the summit had ended before the briefing began, events that are in no order would "
        "be in one.",
    )


def test_a_row_that_a_chain_refutes_is_told_by_the_rows_and_by_what_is_denied():
    body = """
relations:
  beats:
    {ask: "Whom does {s} beat?", say: "{s} beats {o}.", deny: "{s} does not beat {o}.",
     subject: person, object: person, symmetric: no, transitive: yes}
facts:
  r: {beats: [[ana, ben], [cy, dee]], cite: {teacher: x}}
  n: {beats: {ana: {not: [dee]}}, cite: {teacher: x}}
"""

    rule, text = explained(claim("beats", "ben", "cy"), body)

    assert rule is Rule.CHAIN
    assert "Ana Roy beats Ben Lal" in text
    assert "Cy Rao beats Dee Sen" in text
    assert "Ana Roy does not beat Dee Sen" in text


def test_a_denial_under_another_id_of_the_event_names_the_topic_denied():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}", "fair: {name: fair, the: yes, same_as: [feast]}"
    )
    bank = read(
        "facts: {f: {event: feast, covered: {not: [music]}, cite: {report: The fair}}}",
        entities=entities,
    )

    claim = Claim("covered", "fair", "music")
    found = why(
        Printer(bank, load_wording()), claim, Kernel.of_bank(bank).decide(claim), right=False
    )

    assert found == "No: the report says that the fair did not cover music."
