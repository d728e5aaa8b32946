"""Items that an examiner refused, by their number in his list: none of them can be made.

Each is looked for in what the bundled set yields; where that set was mended since, also in a set
that still has the fault. Rows 17 to 26 and 28, on items with parts, are ``test_refused_lists``.
"""

import re
from fractions import Fraction

from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.items.lints.key_length import key_length
from quizapp.core.responses import FORMATS
from tests.core.items import bundled
from tests.core.items.handmade import choosing
from tests.core.items.posing import context, posed, shown, stems, wrongs
from tests.sets import ENTITIES, with_data

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def test_1_the_day_of_the_end_is_not_the_day_of_the_event():
    for item in bundled.pool():
        for option in item.options:
            for claim in option.claims:
                if (claim.relation, claim.subject) == ("date", "dialogue"):
                    assert isinstance(claim.object, Value)
                    assert len(claim.object.text) == len("2023-11")
    assert any("concluded on 10 November 2023" in item.stem for item in bundled.pool())


def test_2_a_topic_that_may_fall_under_a_named_one_is_no_wrong_option():
    asked = [item for item in bundled.about("agenda") if item.kind == "multi_select"]

    assert asked
    overlapping = bundled.names("trade", "climate", "gs-engagement", "visas", "multilateral")
    for item in asked:
        assert not overlapping & wrongs(item)
        assert "named in the quotation" in item.stem


def test_3_a_holder_is_asked_for_only_when_the_report_was_written():
    asked = bundled.of_kind("office")

    assert asked
    for item in asked:
        assert item.stem.startswith("When the report was written (November 2023), ")
        for option in item.options:
            for claim in option.claims:
                assert claim.at == Instant("2023-11", "report")


def test_4_words_whose_place_is_not_told_are_not_asked_for_it():
    for item in bundled.about("consistent"):
        for option in item.options:
            assert all(claim.relation not in ("medium", "said_at") for claim in option.claims)


def test_4_a_medium_and_its_other_name_are_one_thing():
    assert not any("tweet" in text for text in shown(list(bundled.pool())))


def test_5_events_of_one_day_are_asked_only_for_a_stated_order():
    entities = with_data("fair", "date: 2023-05-03").replace(
        "summit: {name: summit, the: yes}",
        "summit: {name: summit, the: yes, date: 2023-05-03, cite: {teacher: x}}",
    )

    assert posed("first", "", entities=entities) == []
    assert not any("before" in stem for stem in stems(posed("true_false", "", entities=entities)))


def test_6_four_everyday_words_are_asked_by_attribution_and_with_their_gist():
    asked = [item for item in bundled.about("concerns") if item.kind == "who_said"]

    assert asked
    for item in asked:
        assert "To whom does the report attribute" in item.stem
        assert "video threats by Gurpatwant Singh Pannun" in item.stem


def test_7_those_who_are_thanked_are_no_options():
    asked = [item for item in bundled.about("thanks") if item.kind == "who_said"]

    assert asked
    assert not bundled.names("blinken", "austin") & shown(asked)


def test_8_a_scrap_is_no_option_and_lengths_are_near():
    asked = bundled.of_kind("what_said")

    assert asked
    for item in asked:
        lengths = sorted(len(option.text) for option in item.options)
        middle = (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2
        assert lengths[-1] <= 1.25 * middle
        assert middle <= 1.25 * lengths[0]
        assert not any(option.text[1].islower() for option in item.options)


def test_9_everyday_words_are_not_blanked():
    assert not [item for item in bundled.about("consistent") if item.kind == "quote_completion"]


def test_10_what_stands_in_the_stem_is_no_option():
    for item in bundled.of_kind("quote_completion"):
        for option in item.options:
            assert option.text not in item.stem


def test_11_a_coarser_or_finer_date_is_no_other_date():
    kernel = context("", entities=with_data("summit", "date: 2023-06")).kernel

    for coarser in ("2023", "2023-06-14"):
        claim = Claim("date", "summit", Value("date", coarser))
        assert kernel.status(claim) is not Status.FALSE
    for item in posed("true_false", "", entities=with_data("summit", "date: 2023-06")):
        assert re.search(r"in [A-Z][a-z]+ \d{4}\.$", item.stem)


def test_12_topics_are_asked_of_a_quotation_and_never_of_a_frame():
    stated = [
        item.stem
        for item in bundled.of_kind("true_false")
        if item.options[0].claims[0].relation == "about"
    ]

    assert stated
    for stem in stated:
        assert stem.startswith("The quotation that begins “")
    assert {re.findall("“(.*)”", stem)[0] for stem in stated} == {
        "Our agenda covered advancing …",
        "Also exchanged perspectives …",
    }


def test_13_a_name_that_tells_who_was_there_is_not_asked_who_was_there():
    for item in bundled.pool():
        for option in item.options:
            assert all(claim.relation != "took_part" for claim in option.claims)


def test_14_what_only_a_part_makes_true_is_never_right():
    body = """
facts:
  plan:
    says: ana
    in: {on: summit}
    quote: "In the coming years we shall mend the old roads"
    about: {list: [roads], not: [music]}
    cite: {teacher: x}
"""
    made = context(body)

    assert made.kernel.status(Claim("about", "plan", "works")) is Status.TRUE
    assert not any("public works" in stem for stem in stems(posed("true_false", body)))
    for item in bundled.pool():
        assert all(option.rule != "whole" for option in item.options)


def test_15_no_statement_is_a_denial():
    for item in bundled.of_kind("true_false"):
        assert all(claim.holds for claim in item.options[0].claims)
        assert not re.search(r"\b(?:not|no|never)\b", re.sub("“.*”", "", item.stem))


def test_16_who_took_part_is_never_a_choice_of_several():
    for item in bundled.of_kind("multi_select"):
        for option in item.options:
            assert {claim.relation for claim in option.claims} <= {"about", "covered"}


def test_18_a_subsidy_does_not_stand_among_regions():
    entities = bundled.context().bank.entities
    for item in bundled.of_kind("multi_select"):
        kinds = {entities[claim.object].kind for option in item.options for claim in option.claims}
        assert len(kinds) == 1


def test_27_a_wider_term_is_no_wrong_option():
    terms = """
terms:
  talks: {term: 2+2 dialogue, means: a meeting of two pairs of ministers, kind_of: [meeting],
    cite: {teacher: x}}
  meeting: {term: ministerial dialogue, means: a meeting of ministers, cite: {teacher: x}}
  summit-talks: {term: bilateral summit, means: a meeting of two heads, cite: {teacher: x}}
  visit: {term: State visit, means: a formal journey of a leader, cite: {teacher: x}}
  round: {term: trade round, means: a run of talks on tariffs, cite: {teacher: x}}
"""

    for name in ("term", "definition"):
        asked = [one for one in posed(name, terms) if one.tests == ("small/talks/means",)]
        assert asked
        for item in asked:
            assert not {"ministerial dialogue", "a meeting of ministers"} & wrongs(item)


def test_29_a_title_that_another_country_has_too_is_not_accepted():
    for item in (*bundled.of_kind("office"), *bundled.of_kind("short_answer")):
        held = {claim.relation for part in item.parts for claim in part.claims} == {"holder"}
        if item.format == "typed" and (item.kind == "office" or held):
            assert FORMATS["typed"].fraction(("Defence Secretary",), item) == 0
            assert item.key_is_person


def test_30_no_weekday_is_printed():
    for item in bundled.pool():
        texts = [item.stem, *(option.text for option in item.options)]
        assert not any(_WEEKDAY.search(text) for text in texts)


def test_31_the_key_that_is_the_single_longest_is_told_to_the_author_and_nothing_counts_as_proved():
    refused = choosing(
        "What did Vinay Kwatra answer when asked about Canada?",
        "that the position had been explained many times before",
        "that talks with Canada would be reopened shortly",
        "that a new envoy would be sent soon",
        "that the matter was up to the court",
        guess=Fraction(1, 4),
        proof="author",
    )

    assert "longer" in (key_length(refused, bundled.context().bank) or "")
    asked = bundled.of_kind("written")
    assert asked
    for item in asked:
        assert item.proof == "author"
        assert key_length(item, bundled.context().bank) is None


def test_32_a_printed_name_gives_away_what_it_reveals():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}",
        "fair: {name: Mayor Roy's fair, reveals: [holder]}",
    )
    body = """
sequence:
  - {id: order, order: [fair, summit], cite: {teacher: x}}
facts:
  m: {office: mayor, holder: ana, on: report, cite: {report: "The mayor, Ana Roy, met Ben Lal."}}
"""

    (item,) = posed("first", body, entities=entities)

    assert Claim("holder", "mayor", "ana", Instant("2023-05", "report")) in item.asserts


def test_32_quotations_give_away_what_they_name():
    given = {
        fact: {claim for item in bundled.about(fact) for claim in item.asserts}
        for fact in ("thanks", "followed-up")
    }
    now = Instant("2023-11", "report")

    assert Claim("holder", "secstate", "blinken", now) in given["thanks"]
    assert Claim("holder", "secdef", "austin", now) in given["thanks"]
    assert Claim("holder", "pm", "modi", now) in given["followed-up"]
    assert Claim("date", "visit", Value("date", "2023-06")) in given["followed-up"]


def test_32_a_gist_gives_away_the_date_it_names():
    made = bundled.context()
    fact = made.bank.facts["condemned-said"]

    revealed = {atom.claim for atom in made.revelations.of_quotation(fact, fact.gist)}

    assert Claim("date", "attack", Value("date", "2023-10-07")) in revealed
