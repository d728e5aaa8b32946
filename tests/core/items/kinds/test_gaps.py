"""Cloze, short answers and cards: a statement with a gap, and what fills it."""

from tests.core.items.posing import key, posed, refused, stems, wrongs
from tests.sets import ENTITIES, with_data

TALK = """
facts:
  road: {says: ana, in: {medium: letter, at: summit},
         quote: "We will build the long northern road together.", cite: {teacher: x}}
"""
RULES = """
relations:
  rules:
    ask: "Which place does {s} rule?"
    ask_back: "Who rules {o}?"
    say: "{s} rules {o}."
    deny: "{s} does not rule {o}."
    subject: person
    object: place
    FLAGS
facts:
  rulers: {rules: [[ana, north], [ana, south], [ben, port]], cite: {teacher: known}}
"""
OPEN = RULES.replace("    FLAGS\n", "")
CLOSED = RULES.replace("FLAGS", "complete_objects: yes")
INVERSE = RULES.replace("FLAGS", "complete_subjects: yes")


def of_stem(items, start):
    return [item for item in items if item.stem.startswith(start)]


def test_a_gap_is_filled_by_what_is_stated_among_what_is_false_there():
    found = of_stem(posed("cloze", TALK), "What is missing? According to the report, these words")
    found = found or posed("cloze", TALK)

    assert found
    for item in found:
        assert "_____" in item.stem
        assert len(wrongs(item)) in {2, 3}
        assert all(option.why for option in item.options)


def test_dates_in_a_gap_stand_in_their_order():
    for item in posed("cloze", "", entities=with_data("fair", "date: 2023-03")):
        texts = [option.text for option in item.options]
        months = ["January", "February", "March", "April", "May", "June", "July"]
        places = [(text.split()[1], months.index(text.split()[0])) for text in texts]
        assert places == sorted(places)
        assert key(item) == "March 2023"


def test_of_an_open_list_nothing_is_wrong_so_no_gap_has_options():
    assert posed("cloze", OPEN) == []
    assert refused("cloze", OPEN)


def test_a_gap_with_one_answer_is_typed_and_every_name_is_accepted():
    (item,) = [one for one in posed("short_answer", TALK) if "attributes" in one.stem]

    assert item.stem == (
        "What is missing here? The syllabus note attributes these words to _____: "
        "“We will build the long northern road together.”"
    )
    assert item.accepted == ("Ana Roy", "Roy")


def test_what_may_have_other_answers_is_not_typed():
    data = with_data("summit", "participants: {list: [ana]}")
    closed = with_data("summit", "participants: {list: [ana], complete: yes}")

    assert posed("short_answer", "", entities=data) == []
    assert len(posed("short_answer", "", entities=closed)) == 1


def test_the_back_of_a_card_says_that_an_open_list_has_others():
    (card,) = {item.stem: item for item in posed("flashcard", OPEN) if "Ana" in item.stem}.values()

    assert card.stem == "Ana Roy rules _____."
    assert card.key == ("Northland and Southland, perhaps among others",)
    assert {part.text for part in card.parts} == {"Northland", "Southland"}


def test_the_back_of_a_card_tells_a_complete_list_and_how_many_there_are():
    cards = {item.stem: item.key for item in posed("flashcard", CLOSED)}

    assert cards["Ana Roy rules _____."] == ("All 2: Northland and Southland",)
    assert cards["Ben Lal rules _____."] == ("Port City",)


def test_a_card_is_asked_backward_only_where_all_subjects_are_known():
    assert not of_stem(posed("flashcard", OPEN), "_____")
    assert not of_stem(posed("flashcard", CLOSED), "_____")

    backward = {item.stem: item.key for item in of_stem(posed("flashcard", INVERSE), "_____")}
    assert backward == {
        "_____ rules Northland.": ("Ana Roy",),
        "_____ rules Southland.": ("Ana Roy",),
        "_____ rules Port City.": ("Ben Lal",),
    }


def test_a_card_is_never_asked_of_one_person_under_two_ids_twice():
    entities = ENTITIES.replace("cy: {name: Cy Rao}", "cy: {name: Cy Rao, same_as: [ana]}")
    body = CLOSED.replace("[ben, port]", "[cy, port]")

    cards = {item.stem: item.key for item in posed("flashcard", body, entities=entities)}

    assert cards["Ana Roy rules _____."][0].startswith("All 3: ")


def test_what_a_gap_prints_does_not_name_what_fills_it():
    body = TALK.replace("We will build", "Ana Roy will build")

    assert not any("attributes" in stem for stem in stems(posed("short_answer", body)))


def test_no_card_says_that_somebody_held_one_office_only():
    office = """
facts:
  t: {office: mayor, holder: ana, on: report, cite: {report: "The mayor, Ana Roy"}}
"""

    (card,) = posed("flashcard", office)

    assert card.stem.endswith("_____ was Mayor of Port City.")
    assert card.key == ("Ana Roy",)


def test_on_a_day_of_change_there_may_have_been_another_holder():
    office = """
facts:
  t: {office: mayor, holder: ana, from: 2020-05-01, until: 2021-04-30, cite: {teacher: x}}
"""

    for card in posed("flashcard", office):
        day = card.stem.partition(",")[0]
        assert card.key[0].endswith("others") is (day in {"On 1 May 2020", "On 30 April 2021"})
