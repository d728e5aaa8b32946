"""Who said it: one speaker among people who provably did not."""

from tests.core.items.posing import key, posed, refused, shown, stems, wrongs
from tests.sets import ENTITIES

SPOKEN = """
facts:
  quiet:
    says: ana
    in: {medium: letter, on: summit}
    quote: "It was a long and quiet day here."
    cite: {teacher: x}
"""


def changed(*changes):
    body = SPOKEN
    for old, new in changes:
        assert old in body
        body = body.replace(old, new)
    return body


def test_the_speaker_stands_beside_three_others():
    found = posed("who_said", SPOKEN)

    assert found
    for item in found:
        assert key(item) == "Ana Roy"
        assert wrongs(item) == {"Ben Lal", "Cy Rao", "Dee Sen"}
        assert item.tests == ("small/quiet/said",)


def test_the_stem_asks_for_the_attribution_and_prints_the_frame():
    (item,) = posed("who_said", SPOKEN)

    assert item.stem == (
        "To whom does the syllabus note attribute these words, from a letter about the summit? "
        "“It was a long and quiet day here.”"
    )
    assert {(claim.relation, claim.object) for claim in item.asserts} == {
        ("medium", "letter"),
        ("said_on", "summit"),
    }


def test_every_reason_names_who_said_it():
    (item,) = posed("who_said", SPOKEN)

    for option in item.options:
        assert option.why == (
            "The syllabus note attributes these words to Ana Roy."
            if option.right
            else "No: the syllabus note attributes these words to Ana Roy."
        )


def test_words_of_nobody_named_are_not_asked():
    assert "quiet/said" in refused("who_said", changed(("says: ana", "says: unattributed")))


def test_the_narrator_is_not_asked_for():
    assert "quiet/said" in refused("who_said", changed(("says: ana", "says: report")))


def test_one_text_of_several_is_not_asked():
    body = changed(("says: ana", "issued_by: [ana, ben]"))

    assert "quiet/said" in refused("who_said", body)


def test_of_joint_speakers_exactly_one_is_shown():
    found = posed("who_said", changed(("says: ana", "says: [ana, ben]")))

    assert {key(item) for item in found} == {"Ana Roy", "Ben Lal"}
    for item in found:
        assert wrongs(item) == {"Cy Rao", "Dee Sen"}


def test_nobody_named_in_the_words_is_an_option():
    found = posed("who_said", changed(("It was", "For Ben Lal it was")))

    assert found
    assert "Ben Lal" not in shown(found)


def test_nobody_named_in_the_frame_is_an_option():
    entities = ENTITIES.replace("summit: {name: summit", "summit: {name: Lal talks").replace(
        "ben: {name: Ben Lal}", "ben: {name: Ben Lal, aliases: [Lal]}"
    )

    found = posed("who_said", SPOKEN, entities=entities)

    assert found
    assert "Ben Lal" not in shown(found)


def test_words_that_name_their_speaker_are_not_asked():
    reasons = refused("who_said", changed(("It was", "As Roy said it was")))

    assert reasons["quiet/said"] == "what is printed names who said it"


def test_few_words_are_asked_only_together_with_what_they_say():
    short = changed(("It was a long and quiet day here.", "A quiet day"))
    with_gist = changed(
        ("It was a long and quiet day here.", "A quiet day"),
        ("cite:", "gist: that the day had been quiet\n    cite:"),
    )

    assert "quiet/said" in refused("who_said", short)
    assert stems(posed("who_said", with_gist)) == {
        "The syllabus note quotes somebody as saying that the day had been quiet. To whom does "
        "the syllabus note attribute the words “A quiet day”?"
    }


def test_unplaced_words_are_not_asked_alone():
    assert "quiet/said" in refused("who_said", changed(("{medium: letter, on: summit}", "{}")))


def test_a_scrap_that_begins_in_lower_case_is_not_asked_alone():
    assert "quiet/said" in refused("who_said", changed(("It was", "it was")))


GIST = """
facts:
  dry:
    says: ana
    in: {at: briefing}
    gist: that water was short
    cite: {teacher: x}
"""


def test_a_paraphrase_may_be_anybodys():
    assert "dry/said" in refused("who_said", GIST)


def test_a_paraphrase_that_only_one_gave_is_asked_at_its_occasion():
    found = posed("who_said", GIST.replace("gist:", "only: yes\n    gist:"))

    assert stems(found) == {
        "According to the syllabus note, who said at the briefing that water was short?"
    }


def test_reports_of_a_groups_act_are_not_asked():
    body = GIST.replace("gist:", "only: yes\n    of: band\n    gist:")

    assert "dry/said" in refused("who_said", body)


def test_whoever_belongs_to_a_group_whose_act_is_reported_is_no_option():
    body = GIST.replace("gist:", "only: yes\n    of: band\n    gist:")
    known = "band: {name: Band, the: yes, members: {list: [ben], complete: yes}}"
    denied = "band: {name: Band, the: yes, members: {list: [ben], not: [cy]}}"

    complete, open_ = (
        posed("who_said", body, entities=ENTITIES.replace("band: {name: Band, the: yes}", one))
        for one in (known, denied)
    )

    assert [wrongs(item) for item in complete] == [{"Cy Rao", "Dee Sen"}]
    assert open_ == []  # only Cy certainly does not belong to it, and one wrong option is too few


def test_whose_act_is_reported_is_no_option():
    found = posed("who_said", GIST.replace("gist:", "only: yes\n    of: ben\n    gist:"))

    assert found
    assert "Ben Lal" not in shown(found)


def test_words_that_another_repeats_are_not_asked():
    body = SPOKEN + SPOKEN.replace("facts:\n", "").replace("quiet:", "echo:").replace(
        "says: ana", "says: ben"
    ).replace("It was", "It is true that it was")

    assert {"quiet/said", "echo/said"} <= refused("who_said", body).keys()


def test_a_statement_that_echoes_anothers_is_not_asked_whatever_their_words():
    body = SPOKEN + SPOKEN.replace("facts:\n", "").replace("quiet:", "still:").replace(
        "says: ana", "says: ben\n    echoes: [calm]"
    ).replace("It was a long", "Nothing happened on this")
    body += (
        SPOKEN.replace("facts:\n", "")
        .replace("quiet:", "calm:")
        .replace("says: ana", "says: cy\n    echoes: quiet")
        .replace("It was a long", "Everybody rested on a")
    )

    assert {"quiet/said", "still/said", "calm/said"} <= refused("who_said", body).keys()


def test_who_may_be_the_speaker_is_no_option():
    entities = ENTITIES.replace("{name: Ben Lal}", "{name: Ben Lal, maybe_same: [ana]}")

    found = posed("who_said", SPOKEN, entities=entities)

    assert found
    assert "Ben Lal" not in shown(found)


def test_options_are_people_of_one_kind():
    entities = (
        ENTITIES.replace("aliases: [Roy]}", "aliases: [Roy], kind: builder}")
        .replace("{name: Ben Lal}", "{name: Ben Lal, kind: builder}")
        .replace("{name: Cy Rao}", "{name: Cy Rao, kind: builder}")
    )

    found = posed("who_said", SPOKEN, entities=entities)

    assert shown(found) == {"Ana Roy", "Ben Lal", "Cy Rao"}


def test_two_who_share_a_name_do_not_stand_together():
    entities = ENTITIES.replace("{name: Ben Lal}", "{name: Ben Lal, aliases: [The Chief]}").replace(
        "{name: Cy Rao}", "{name: Cy Rao, aliases: [the chief]}"
    )

    found = posed("who_said", SPOKEN, entities=entities)

    assert found
    assert not any({"Ben Lal", "Cy Rao"} <= wrongs(item) for item in found)


def test_a_key_that_its_length_betrays_is_not_asked():
    entities = ENTITIES.replace("{name: Ana Roy,", "{name: Anastasia Victoria Roy,")

    assert "quiet/said" in refused("who_said", SPOKEN, entities=entities)
