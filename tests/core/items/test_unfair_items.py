"""Items that a hostile examiner got out of small sets, each looked for again."""

from collections import Counter

from tests.core.items import bundled
from tests.core.items.posing import key, posed, refused, shown, stems, wrongs

_CAPITALS = """\
people:
  ana: {name: Ana Roy}
  ben: {name: Ben Lal}
events:
  summit: {name: summit, the: yes}
topics:
  covid: {name: COVID-19}
  ebola: {name: EBOLA-1}
  pox: {name: POX-22}
  zika: {name: ZIKA-3}
"""

_REGIONS = """\
people:
  ana: {name: Ana Roy}
  ben: {name: Ben Lal}
events:
  summit: {name: summit, the: yes}
topics:
  asia: {name: Asia}
  south-asia: {name: South Asia}
  west-asia: {name: West Asia}
  africa: {name: Africa}
  europe: {name: Europe}
  oceania: {name: Oceania}
"""


def _said(quote: str, about: str = "") -> str:
    return f"""
facts:
  f:
    says: ana
    in: {{on: summit}}
    quote: "{quote}"
    {about}
    cite: {{teacher: x}}
"""


def test_a_name_in_capitals_that_stands_in_the_quotation_is_no_option_for_its_blank():
    body = _said("In this hard year we have fought COVID-19 and EBOLA-1 with all means.")

    asked = posed("quote_completion", body, entities=_CAPITALS)

    assert not any(option.text in item.stem for item in asked for option in item.options)


def test_a_name_inside_a_named_one_is_not_asked_as_if_it_were_absent():
    body = _said(
        "We have talked about South Asia for a long time.",
        "about: {list: [south-asia], complete: yes}",
    )

    assert "Asia" not in shown(posed("multi_select", body, entities=_REGIONS))
    assert not any(
        stem.endswith("names Asia.") for stem in stems(posed("true_false", body, entities=_REGIONS))
    )


def test_a_quotation_whose_words_the_asked_person_said_elsewhere_is_no_wrong_option():
    body = """
facts:
  key: {says: ana, in: {on: summit}, cite: {teacher: x},
    quote: "We will build the long northern road together this year."}
  more: {says: ana, in: {on: summit}, cite: {teacher: x},
    quote: "Yes. Nobody will stop the long eastern road from coming."}
  echo: {says: dee, in: {on: summit}, cite: {teacher: x},
    quote: "Nobody will stop the long eastern road from coming."}
  other: {says: cy, in: {on: summit}, cite: {teacher: x},
    quote: "Many will use the long western road when it is done."}
  last: {says: ben, in: {on: summit}, cite: {teacher: x},
    quote: "Some will use the long southern road when it is done."}
"""

    asked = [item for item in posed("what_said", body) if "to Ana Roy" in item.stem]

    assert asked
    assert not any("Nobody will stop" in text for item in asked for text in wrongs(item))


def test_where_a_group_spoke_too_nobody_is_wrong_who_may_belong_to_it():
    body = """
facts:
  f: {says: [ana, band], in: {on: summit}, quote: "We will build the long northern road together.",
    cite: {teacher: x}}
"""

    for kind in ("who_said", "true_false", "what_said"):
        assert not any(
            claim.relation == "said" for item in posed(kind, body) for claim in _claims(item)
        )
    assert "R11" in refused("who_said", body)["f/said"]


def test_an_opening_is_a_few_words_and_never_the_whole_quotation():
    body = _said(
        "We want them all to come home as soon as the harvest is in.",
        "about: {list: [roads], complete: yes}",
    ).replace("on: summit", "on: fair")

    asked = posed("true_false", body)

    assert any("“We want them all to come home …” names" in item.stem for item in asked)


def test_one_printed_item_has_one_id():
    printed = Counter(
        (
            item.kind,
            item.format,
            item.stem,
            frozenset(one.text for one in (*item.options, *item.parts)),
        )
        for item in bundled.pool()
    )

    assert [text for text, times in printed.items() if times > 1] == []


def test_a_final_stop_does_not_tell_which_quotation_is_right():
    for item in bundled.of_kind("what_said"):
        ends = Counter(option.text.rstrip("”").endswith(".") for option in item.options)
        assert ends[key(item).rstrip("”").endswith(".")] > 1


def _texts(item):
    return (one.text for one in (*item.options, *item.parts, *item.targets))


def _claims(item):
    return [claim for option in item.options for claim in option.claims]
