"""Complete the quotation: only the recorded words are right."""

from quizapp.core.responses import FORMATS
from tests.core.items.posing import key, posed, refused, rights, shown, stems, wrongs
from tests.sets import ENTITIES

TOPICS = """\
topics:
  roads: {name: country roads, plural: yes, kind: field}
  dams: {name: river dams, plural: yes, kind: field}
  schools: {name: new schools, plural: yes, kind: field}
  ports: {name: deep ports, plural: yes, kind: field}
  trade: {name: free trade, kind: field}
  jazz: {name: jazz bands, plural: yes, kind: art}
  lanes: {name: narrow lanes, plural: yes, part_of: [roads], kind: field}
  tolls: {name: road tolls, plural: yes, overlaps: [roads], kind: field}
  sea: {name: high seas, plural: yes, the: yes, kind: field}
"""
OTHERS = ENTITIES[: ENTITIES.index("topics:")]


def facts(quote, more="", *, says="ana"):
    return f"""
facts:
  plan:
    says: {says}
    in: {{on: summit}}
    quote: "{quote}"
    cite: {{teacher: x}}
{more}"""


def completed(quote, more="", *, topics=TOPICS, says="ana"):
    return posed("quote_completion", facts(quote, more, says=says), entities=OTHERS + topics)


def chosen(*args, **fields):
    return [item for item in completed(*args, **fields) if item.format == "choice"]


def typed(*args, **fields):
    return [item for item in completed(*args, **fields) if item.format == "typed"]


def test_the_missing_name_is_chosen_among_names_of_like_things():
    found = chosen("We now need country roads in all of our valleys")

    assert found
    for item in found:
        assert item.stem == (
            "What is missing from this quotation of Ana Roy? "
            "“We now need _____ in all of our valleys”"
        )
        assert key(item) == "country roads"
        assert wrongs(item) == {"river dams", "new schools", "deep ports"}


def test_things_of_other_kind_number_or_article_and_overlapping_ones_are_no_options():
    found = chosen("We now need country roads in all of our valleys")

    names = {"free trade", "jazz bands", "narrow lanes", "road tolls", "high seas"}
    assert not names & shown(found)


def test_what_stands_in_the_rest_of_the_quotation_is_no_option():
    found = chosen("We now need country roads and river dams in our valleys")

    about_roads = [item for item in found if key(item) == "country roads"]
    assert about_roads
    assert "river dams" not in shown(about_roads)


def test_a_name_that_makes_another_recorded_quotation_is_no_option():
    other = (
        "  other: {says: ben, in: {on: summit}, cite: {teacher: x}, "
        'quote: "We now need river dams in all of our valleys"}\n'
    )

    found = chosen("We now need country roads in all of our valleys", other)

    assert found
    for item in found:
        assert not {"country roads", "river dams"} <= shown([item])


def test_every_other_word_is_wrong_by_the_recorded_wording():
    item = chosen("We now need country roads in all of our valleys")[0]

    for option in item.options:
        assert option.rule == ("stated" if option.right else "wording")
    assert {option.why for option in item.options if not option.right} == {
        "No: the missing words are “country roads”."
    }


def test_typed_words_are_the_recorded_ones_in_either_spelling():
    topics = "topics:\n  forces: {name: defence forces, aliases: [defense forces], plural: yes}\n"

    (item,) = typed("We now need strong defense forces for our valleys", topics=topics)

    accepts = FORMATS["typed"]
    assert item.key[0] == "defense forces"
    assert accepts.fraction(("Defence Forces",), item) == 1
    assert accepts.fraction(("army",), item) == 0


def test_another_name_of_the_thing_is_not_accepted():
    topics = "topics:\n  war: {name: long war, aliases: [border conflict]}\n"

    (item,) = typed("We now fear a new border conflict in our valleys", topics=topics)

    assert FORMATS["typed"].fraction(("long war",), item) == 0


def test_the_stem_gives_the_speaker_away():
    item = typed("We now need country roads in all of our valleys")[0]

    assert ("said", "plan", "ana") in {(c.relation, c.subject, c.object) for c in item.asserts}


def test_words_of_nobody_named_can_be_completed_too():
    found = typed("We now need country roads in all of our valleys", says="unattributed")

    assert stems(found) == {
        "What is missing from this quotation in the syllabus note? "
        "“We now need _____ in all of our valleys”"
    }


def test_a_blank_that_the_rest_fills_is_not_asked():
    assert completed("We need country roads, for country roads lead to all of us") == []


def test_a_listed_blank_that_the_rest_fills_is_not_asked():
    body = facts("Patience is all we need, and patience we have").replace(
        "cite:", "blank: [Patience]\n    cite:"
    )

    assert refused("quote_completion", body) == {
        "plan/words": "the missing words stand elsewhere in the quotation"
    }


def test_a_quotation_recorded_twice_is_not_asked():
    quote = "We now need country roads in all of our valleys"
    twice = f'  again: {{says: ana, in: {{on: fair}}, quote: "{quote}", cite: {{teacher: x}}}}\n'

    assert completed(quote, twice) == []


def test_a_thing_that_the_rest_names_otherwise_is_not_asked():
    topics = "topics:\n  roads: {name: country roads, aliases: [rural ways], plural: yes}\n"

    assert completed("We need country roads, for rural ways are slow here", topics=topics) == []


def test_the_only_name_in_a_quotation_is_not_asked():
    topics = "topics:\n  asia: {name: Asia}\n  africa: {name: Africa}\n"

    assert completed("We have looked again at trade in Asia this year", topics=topics) == []


def test_a_blank_behind_an_indefinite_article_is_not_asked():
    topics = "topics:\n  talk: {name: open talk}\n"

    body = facts("We have now agreed to hold an open talk here")

    assert refused("quote_completion", body, entities=OTHERS + topics) == {
        "plan/words": "the article before the blank tells how its first word sounds"
    }


def test_short_quotations_are_not_asked():
    reasons = refused("quote_completion", facts("We need country roads"), entities=OTHERS + TOPICS)

    assert reasons.keys() == {"plan/words"}


def test_a_pronoun_is_no_name_in_capitals():
    body = facts("The people who came with us have gone home again")

    assert (
        posed(
            "quote_completion",
            body.replace("summit", "fair"),
            entities=ENTITIES.replace("{name: Southland}", "{name: Southland, aliases: [US]}"),
        )
        == []
    )


def test_a_blank_that_the_teacher_lists_is_typed():
    body = facts("We now need more patience in all of our valleys").replace(
        "cite:", "blank: [more patience]\n    cite:"
    )

    found = posed("quote_completion", body)

    assert [item.format for item in found] == ["typed"]
    assert found[0].key == ("more patience",)
    assert rights(found[0]) == set()
