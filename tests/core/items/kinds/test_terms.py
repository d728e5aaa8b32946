"""Terms and definitions: one of either among those of siblings."""

from tests.core.items.posing import key, posed, rights, wrongs

TERMS = """
terms:
  sluice: {term: sluice, means: a gate that holds back water, cite: {teacher: x}}
  byre: {term: byre, means: a house in which cattle sleep, cite: {teacher: x}}
  tithe: {term: tithe, means: a tenth of what fields give, cite: {teacher: x}}
  weir: {term: weir, means: a wall that lifts a river, cite: {teacher: x}}
"""


def test_a_term_stands_among_its_siblings_and_may_be_typed():
    found = posed("term", TERMS)

    sluice = [item for item in found if item.tests == ("small/sluice/means",)]
    assert {item.stem for item in sluice} == {"Which term means: a gate that holds back water?"}
    assert {item.format for item in sluice} == {"choice", "typed"}
    for item in sluice:
        assert not item.options or wrongs(item) <= {"byre", "tithe", "weir"}


def test_a_definition_stands_among_those_of_siblings():
    found = posed("definition", TERMS)

    (item,) = [one for one in found if one.stem == "What does “weir” mean?"]
    assert key(item) == "a wall that lifts a river"
    assert len(wrongs(item)) == 3


def test_a_wider_term_fits_too_and_stands_on_neither_side():
    wider = TERMS.replace("term: weir,", "term: weir, kind_of: [sluice],")

    for name in ("term", "definition"):
        for item in posed(name, wider):
            wrong = wrongs(item)
            if rights(item) & {"weir", "a wall that lifts a river"}:
                assert not {"sluice", "a gate that holds back water"} & wrong
            if rights(item) & {"sluice", "a gate that holds back water"}:
                assert not {"weir", "a wall that lifts a river"} & wrong


def test_a_wider_term_of_the_same_term_by_another_id_is_wider_too():
    wider = TERMS.replace("term: weir,", "term: weir, same_as: [wier],")
    wider += "  wier: {term: lasher, kind_of: [sluice]}\n"

    found = posed("term", wider)

    assert {"weir"} in [rights(item) for item in found]
    for item in found:
        assert rights(item) != {"weir"} or "sluice" not in wrongs(item)


def test_an_example_of_the_other_term_is_no_option():
    example = TERMS.replace("term: weir,", "term: weir, example_of: [byre],")

    for item in posed("term", example):
        if rights(item) == {"weir"}:
            assert "byre" not in wrongs(item)


def test_what_may_be_the_same_term_is_no_option():
    same = TERMS.replace("term: weir,", "term: weir, maybe_same: [byre],")

    for item in posed("term", same):
        assert not rights(item) & {"weir", "byre"} or not wrongs(item) & {"weir", "byre"}
