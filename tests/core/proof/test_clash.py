"""Contradictory facts are found and named; compatible ones are not."""

import pytest

from quizapp.core.proof.clash import clashes
from tests.sets import ENTITIES, read


def found(body="", entities=ENTITIES):
    return clashes(read(body, entities=entities))


def office(*facts):
    lines = [
        f"  o{n}: {{office: mayor, {fact}, cite: {{report: The mayor}}}}"
        for n, fact in enumerate(facts)
    ]
    return "facts:\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (
            "facts:\n"
            "  a: {event: fair, covered: {list: [roads]}, cite: {teacher: x}}\n"
            "  b: {event: fair, covered: {not: [works]}, cite: {teacher: x}}\n",
            ("a", "b"),
        ),
        (
            "facts:\n"
            "  a: {event: fair, covered: {list: [roads], complete: yes}, cite: {teacher: x}}\n"
            "  b: {event: fair, covered: {list: [music]}, cite: {teacher: x}}\n",
            ("a", "b"),
        ),
        (office("holder: ana, on: report", "holder: ben, on: report"), ("o0", "o1")),
        (
            office("holder: ana, from: 2019, until: 2021", "holder: ben, from: 2018, until: 2022"),
            ("o0", "o1"),
        ),
        (
            office("holder: ana, on: 2023-05-03", "holder: ben, on: 2023-05-03, not: [ana]"),
            ("o0", "o1"),
        ),
        (
            "sequence:\n"
            "  - {id: s1, order: [fair, summit], cite: {teacher: x}}\n"
            "  - {id: s2, order: [summit, feast], cite: {teacher: x}}\n"
            "  - {id: s3, order: [feast, fair], cite: {teacher: x}}\n",
            ("s1", "s2", "s3"),
        ),
    ],
)
def test_facts_that_exclude_each_other_are_named(body, facts):
    clash = found(body)

    assert clash
    assert set(clash[0].facts) == set(facts)


@pytest.mark.parametrize(
    "body",
    [
        "facts:\n"
        "  a: {event: fair, covered: {list: [roads], complete: yes}, cite: {teacher: x}}\n"
        "  b: {event: fair, covered: {list: [trade]}, cite: {teacher: x}}\n",
        "facts:\n"
        "  a: {event: fair, covered: {list: [works]}, cite: {teacher: x}}\n"
        "  b: {event: fair, covered: {not: [roads]}, cite: {teacher: x}}\n",
        office("holder: ana, on: 2023-05-03", "holder: ben, on: 2023-05-03"),
        office(
            "holder: ana, from: 2019, until: 2020-05-05",
            "holder: ben, from: 2020-05-05, until: 2021",
        ),
        office(
            "holder: ana, from: 2019, until: 2023-05-05",
            "holder: ben, from: 2023-05-05, until: 2024",
            "holder: ben, on: 2023-05-05",
        ),
        office("holder: ana, on: report", "holder: ana, on: report"),
    ],
)
def test_facts_that_one_world_satisfies_do_not_clash(body):
    assert found(body) == ()


def test_two_dates_of_one_slot_clash_when_disjoint():
    # One entry holds one date; two facts for one event can only meet through same_as.
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, date: 2023-06, cite: {teacher: x}}",
    ).replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, same_as: fair, date: 2023-07, cite: {teacher: x}}",
    )

    assert [clash.facts for clash in found(entities=entities)] == [("fair", "feast")]


def test_two_overlapping_dates_of_one_slot_do_not_clash():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, date: 2023-06, cite: {teacher: x}}",
    ).replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, same_as: fair, date: 2023-06-10, cite: {teacher: x}}",
    )

    assert found(entities=entities) == ()


def test_two_that_may_be_the_same_in_one_slot_ask_for_a_decision():
    entities = ENTITIES.replace("ben: {name: Ben Lal}", "ben: {name: Ben Lal, maybe_same: [ana]}")

    clash = found(office("holder: ana, on: report", "holder: ben, on: report"), entities)

    assert "declare same_as or correct one" in clash[0].reason


def test_an_order_against_the_dates_is_a_clash():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, the: yes, date: 2023-06, cite: {teacher: x}}",
    ).replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, date: 2023-04, cite: {teacher: x}}",
    )

    clash = found("sequence: [{id: s, order: [fair, feast], cite: {teacher: x}}]", entities)

    assert set(clash[0].facts) == {"fair", "feast", "s"}


def test_an_order_of_part_and_whole_is_a_clash():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, the: yes, part_of: [feast], cite: {teacher: x}}",
    )

    assert found("sequence: [{id: s, order: [fair, feast], cite: {teacher: x}}]", entities)


def test_apart_and_part_of_one_whole_further_up_is_a_clash():
    entities = ENTITIES.replace(
        "works: {name: public works, plural: yes, kind: field}",
        "works: {name: public works, plural: yes, kind: field, part_of: [schools]}",
    )

    clash = found("apart: [[roads, schools]]", entities)

    assert "declared apart" in clash[0].reason


def test_words_that_name_a_topic_and_a_complete_list_without_it_clash():
    body = """
facts:
  a: {says: ana, quote: "We love schools and music", about: {list: [schools], complete: yes},
    cite: {teacher: x}}
"""

    (clash,) = found(body)

    assert clash.facts == ("a",)
    assert "music" in clash.reason
    assert found(body.replace("[schools]", "[schools, music]")) == ()
    assert found(body.replace(", complete: yes", "")) == ()


@pytest.mark.parametrize("link", ["part_of: [fair]", "same_time: [fair]"])
def test_events_at_one_time_with_dates_apart_clash(link):
    dated = ENTITIES.replace(
        "fair: {name: fair, the: yes}", "fair: {name: fair, date: 2020, cite: {teacher: x}}"
    )

    def with_feast(date: str) -> str:
        return dated.replace(
            "feast: {name: feast, the: yes}",
            f"feast: {{name: feast, date: {date}, {link}, cite: {{teacher: x}}}}",
        )

    (clash,) = found(entities=with_feast("2021-05"))

    assert clash.facts == ("fair", "feast")
    assert found(entities=with_feast("2020-05")) == ()


def test_events_that_are_parts_of_each_other_clash():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, the: yes, part_of: [feast], cite: {teacher: x}}",
    ).replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, part_of: [fair], cite: {teacher: x}}",
    )

    assert [clash.facts for clash in found(entities=entities)] == [("fair",), ("feast",)]


@pytest.mark.parametrize(
    "links",
    [
        {"dams": "part_of: [works, schools]"},
        {"music": "overlaps: [schools, works]", "trade": "overlaps: [schools]"},
        {"music": "overlaps: [roads], part_of: [schools]"},
    ],
)
def test_apart_against_a_shared_part_or_an_overlap_of_parts_is_a_clash(links):
    entities = ENTITIES
    for topic, link in links.items():
        line = next(one for one in ENTITIES.splitlines() if one.startswith(f"  {topic}:"))
        name = line.partition("{name: ")[2].partition(",")[0]
        entities = entities.replace(line, f"  {topic}: {{name: {name}, {link}, kind: field}}")
    pair = "[[trade, schools]]" if "trade" in links else "[[works, schools]]"

    assert "in common" in found(f"apart: {pair}", entities)[0].reason
    assert found("apart: [[works, schools]]") == ()


def test_an_order_against_one_bound_of_each_event_is_a_clash():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: fair, the: yes, ended: 2024-12-14, cite: {teacher: x}}",
    ).replace(
        "feast: {name: feast, the: yes}",
        "feast: {name: feast, the: yes, began: 2023-01, cite: {teacher: x}}",
    )

    (clash,) = found("sequence: [{id: s, order: [fair, feast], cite: {teacher: x}}]", entities)

    assert set(clash.facts) == {"fair", "feast", "s"}


def test_two_terms_with_one_meaning_clash_unless_they_may_be_the_same():
    terms = """
terms:
  a: {term: dam, means: a wall in a river, cite: {teacher: x}}
  b: {term: weir, means: A wall in  a river, cite: %s}
"""

    assert [clash.facts for clash in found(terms % "{teacher: x}")] == [("a", "b")]
    assert found(terms % "{teacher: x}, maybe_same: [a]") == ()
    assert found(terms % "{report: The mayor}") == ()  # two sources: a slot in dispute


def test_an_explanation_stated_and_denied_is_a_clash():
    body = (
        office("holder: ana, on: report", "holder: ana, on: 2023-05-03")
        + "\n  w1: {explains: o0, by: o1, cite: {teacher: x}}"
        + "\n  w2: {explains: o0, not_by: o1, cite: {teacher: x}}"
    )

    assert [clash.facts for clash in found(body)] == [("w1", "w2")]


@pytest.mark.parametrize(
    ("holder", "denied", "clashing"),
    [
        ("on: 2023-05-03", "on: 2023-05", True),
        ("on: 2023-05", "on: 2023-05-03", False),
        ("from: 2023-05-02, until: 2023-06-01", "on: 2023-05", True),
        ("on: report", "on: 2023-05", True),
        ("on: 2023-05", "on: report", False),
    ],
)
def test_a_denial_holds_at_every_moment_of_its_time(holder, denied, clashing):
    facts = found(office(f"holder: ana, {holder}", f"holder: ben, {denied}, not: [ana]"))

    assert any("denies" in clash.reason for clash in facts) is clashing
