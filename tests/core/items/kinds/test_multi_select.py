"""Choose all that apply: topics that words name or that an event covered."""

from tests.core.items.posing import posed, refused, rights, shown, wrongs
from tests.sets import ENTITIES

TOPICS = """\
topics:
  works: {name: public works, plural: yes, kind: field}
  roads: {name: roads, plural: yes, part_of: [works], kind: field}
  dams: {name: dams, plural: yes, kind: field}
  schools: {name: schools, plural: yes, kind: field}
  trade: {name: trade, overlaps: [roads], kind: field}
  music: {name: music, kind: field}
  farms: {name: farms, plural: yes, kind: field}
  polar: {name: far north, the: yes, kind: region}
"""
OTHERS = ENTITIES[: ENTITIES.index("topics:")]


def quotation(about, quote="In the coming years we shall build roads, dams and schools"):
    return f"""
facts:
  plan:
    says: ana
    in: {{on: summit}}
    quote: "{quote}"
    about: {about}
    cite: {{teacher: x}}
"""


def chosen(body, topics=TOPICS):
    return posed("multi_select", body, entities=OTHERS + topics)


def reasons(body, topics=TOPICS):
    return refused("multi_select", body, entities=OTHERS + topics)


CLOSED = quotation("{list: [roads, dams, schools], complete: yes}")


def test_what_the_words_name_stands_among_what_they_do_not():
    found = chosen(CLOSED)

    assert found
    for item in found:
        assert item.format == "choices"
        assert 3 <= len(item.options) <= 5
        assert rights(item)
        assert rights(item) <= {"roads", "dams", "schools"}
        assert wrongs(item)
        assert wrongs(item) <= {"music", "farms"}


def test_the_quotation_is_known_by_its_first_words_before_any_topic():
    assert {item.stem for item in chosen(CLOSED)} == {
        "Which of these are named in the quotation that begins “In the coming years we shall "
        "build …”?"
    }


def test_what_overlaps_or_holds_a_named_topic_is_never_shown():
    assert not {"trade", "public works"} & shown(chosen(CLOSED))


def test_an_open_list_has_nothing_wrong_on_offer():
    assert "plan/about:roads" in reasons(quotation("{list: [roads, dams, schools]}"))


def test_what_is_denied_is_wrong_on_an_open_list():
    found = chosen(quotation("{list: [roads, dams], not: [farms, music]}"))

    assert found
    for item in found:
        assert wrongs(item) <= {"farms", "music"}


def test_right_topics_do_not_overlap():
    found = chosen(quotation("{list: [roads, trade, dams], complete: yes}"))

    assert found
    for item in found:
        assert not {"roads", "trade"} <= rights(item)


def test_topics_of_other_kinds_are_not_mixed():
    found = chosen(quotation("{list: [roads, dams, polar], complete: yes}"))

    assert found
    for item in found:
        assert "far north" not in shown([item])


def test_a_quotation_that_begins_with_a_topic_is_not_asked():
    body = quotation(
        "{list: [roads, dams], complete: yes}", quote="The roads and dams shall be built soon"
    )

    assert reasons(body).keys() == {"plan/about:roads", "plan/about:dams"}


def test_two_quotations_that_begin_alike_are_not_asked():
    other = """\
  other:
    says: ben
    quote: "In the coming years we shall build nothing at all"
    cite: {teacher: x}
"""

    assert "plan/about:roads" in reasons(CLOSED + other)


def test_what_follows_only_from_a_part_is_never_right():
    body = """
facts:
  covered: {event: summit, covered: {list: [roads, dams], complete: yes}, cite: {teacher: x}}
"""

    found = chosen(body)

    assert found
    for item in found:
        assert "public works" not in shown([item])
        assert item.stem == "According to the syllabus note, which of these did the summit cover?"


def test_a_reason_names_the_whole_list():
    item = next(item for item in chosen(CLOSED) if "music" in wrongs(item))

    assert {option.why for option in item.options if option.text == "music"} == {
        "No: the quotation names roads, dams, and schools, but not music."
    }
