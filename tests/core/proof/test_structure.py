"""How declared things relate."""

from quizapp.core.proof.structure import Structure
from tests.sets import ENTITIES, read


def structure(was="", now="", body=""):
    assert was in ENTITIES
    return Structure.of_bank(read(body, entities=ENTITIES.replace(was, now) if was else ENTITIES))


def test_two_ids_are_two_things():
    assert not structure().possibly_same("ana", "ben")
    assert structure().possibly_same("ana", "ana")


def test_same_as_gives_one_representative_for_the_class():
    built = structure("cy: {name: Cy Rao}", "cy: {name: Cy Rao, same_as: [ana, dee]}")

    assert len({built.representative(one) for one in ("ana", "cy", "dee")}) == 1
    assert built.representative("ben") == "ben"


def test_maybe_same_reaches_along_a_chain():
    built = structure("cy: {name: Cy Rao}", "cy: {name: Cy Rao, maybe_same: [ana, ben]}")

    assert built.possibly_same("ana", "cy")
    assert built.possibly_same("ana", "ben")
    assert not built.possibly_same("ana", "dee")


def test_apart_settles_a_pair_inside_a_chain():
    built = structure(
        "cy: {name: Cy Rao}",
        "cy: {name: Cy Rao, maybe_same: [ana, ben]}",
        "apart: [[ana, ben]]",
    )

    assert not built.possibly_same("ana", "ben")
    assert built.possibly_same("ana", "cy")


def test_unrelated_topics_are_apart():
    assert structure().apart("schools", "music")


def test_part_and_whole_are_not_apart():
    assert not structure().apart("roads", "works")
    assert not structure().apart("works", "roads")


def test_two_parts_of_one_whole_are_apart():
    assert structure().apart("roads", "dams")


def test_a_declared_overlap_is_not_apart_nor_are_its_wholes():
    assert not structure().apart("trade", "roads")
    assert not structure().apart("trade", "works")
    assert structure().apart("trade", "dams")


def test_a_common_part_is_not_apart():
    built = structure(
        "music: {name: music, kind: field}",
        "music: {name: music, kind: field}\n  tolls: {name: tolls, part_of: [roads, schools]}",
    )

    assert not built.apart("roads", "schools")


def test_what_may_be_the_same_as_a_part_is_followed():
    built = structure(
        "music: {name: music, kind: field}",
        "music: {name: music, kind: field, maybe_same: [dams]}",
    )

    assert not built.apart("music", "works")
    assert built.apart("music", "roads")


def test_an_overlap_of_what_may_be_the_same_is_followed():
    built = structure(
        "music: {name: music, kind: field}",
        "music: {name: music, kind: field, maybe_same: [trade]}",
    )

    assert not built.apart("music", "roads")


def test_what_overlaps_a_whole_may_do_so_in_a_part_that_another_whole_shares():
    built = structure(
        "music: {name: music, kind: field}",
        "music: {name: music, kind: field}\n  tolls: {name: tolls, part_of: [roads, music]}",
    )

    assert not built.apart("trade", "tolls")
    assert not built.apart("trade", "music")


def test_a_declared_apart_settles_parts_too():
    built = structure("overlaps: [roads]", "overlaps: [works]", "apart: [[trade, roads]]")

    assert built.apart("trade", "roads")
    assert not built.apart("trade", "dams")


def test_parts_and_wholes_are_certain_and_transitive():
    built = structure(
        "works: {name: public works, plural: yes, kind: field}",
        "works: {name: public works, kind: field, part_of: [schools]}",
    )

    assert built.is_part("roads", "schools")
    assert built.is_part("roads", "roads")
    assert not built.is_part("schools", "roads")
    assert built.parts("schools") == {"schools", "works", "roads", "dams"}
