"""Passages: whole paragraphs, the sentence tinted, the cited words marked, each place once."""

from dataclasses import replace

from quizapp.core.facts.source import Citation
from quizapp.services.passages import sources_of
from quizapp.services.views import Segment
from tests import make


def item(*facts, passages=()):
    """Return an item with one option for each tuple of facts."""
    options = tuple(make.option(str(one), facts=one) for one in facts)
    return replace(make.item(), options=options, passages=tuple(passages))


def shown(whole, bundle=None):
    return sources_of(whole, bundle or make.bundle(), position=3)


def test_a_paragraph_is_whole_with_its_sentence_and_its_words():
    (passage,) = shown(item(("mayor",))).passages

    assert passage.segments == (
        Segment("The summit ended on 3 May. ", ""),
        Segment("Ana Roy", "mark"),
        Segment(" held the office.", "sentence"),
        Segment(" It rained.", ""),
    )
    assert (passage.source_label, passage.source_kind) == ("the report", "report")
    assert (passage.paragraph, passage.note) == (1, None)


def test_the_segments_of_a_paragraph_are_its_text():
    for facts in (("mayor",), ("water",)):
        (passage,) = shown(item(facts)).passages

        text = dict(make.PARAGRAPHS)[passage.paragraph]
        assert "".join(segment.text for segment in passage.segments) == text


def test_two_facts_of_a_paragraph_share_one_passage():
    both = {"mayor": (make.citation("Ana Roy"),), "end": (make.citation("ended on 3 May"),)}

    found = shown(item(("mayor",), ("end",)), make.bundle(citations=both))

    (passage,) = found.passages
    marked = [segment.text for segment in passage.segments if segment.tone == "mark"]
    assert marked == ["ended on 3 May", "Ana Roy"]
    assert found.of(["mayor"]) == found.of(["end"]) == (passage.id,)


def test_spans_that_overlap_are_marked_once():
    overlapping = (make.citation("Ana Roy"), make.citation("Roy held"))

    (passage,) = shown(item(("mayor",)), make.bundle(citations={"mayor": overlapping})).passages

    marked = [segment.text for segment in passage.segments if segment.tone == "mark"]
    assert marked == ["Ana Roy held"]


def test_a_teachers_word_is_a_note():
    found = shown(item(("year",)))

    (passage,) = found.passages
    assert (passage.note, passage.segments, passage.paragraph) == ("it was 2023", (), None)
    assert passage.source_kind == "teacher knowledge"
    assert found.of(["year"]) == (passage.id,)


def test_passages_come_in_the_order_of_the_sources():
    found = shown(item(("year",), ("water",), ("mayor",)))

    assert [passage.paragraph for passage in found.passages] == [1, 2, None]


def test_ids_of_passages_are_unique_in_a_result():
    whole = item(("mayor", "water", "year"))
    results = [sources_of(whole, make.bundle(), position=position) for position in range(1, 13)]

    ids = [passage.id for found in results for passage in found.passages]
    assert len(set(ids)) == len(ids) == 36


def test_of_a_fact_only_what_the_item_rests_on_is_shown():
    cites = {"mayor": (make.citation("Ana Roy"), make.citation("water was short"))}

    found = shown(item(("mayor",), passages=[make.ref("Ana Roy")]), make.bundle(citations=cites))

    assert [passage.paragraph for passage in found.passages] == [1]


def test_a_fact_of_which_the_item_names_no_passage_is_shown_whole():
    found = shown(item(("mayor",), ("water",), passages=[make.ref("Ana Roy")]))

    assert [passage.paragraph for passage in found.passages] == [1, 2]


def test_a_passage_of_no_fact_is_shown_all_the_same():
    (passage,) = shown(item((), passages=[make.ref("It rained")])).passages

    assert Segment("It rained", "mark") in passage.segments


def test_no_run_of_text_is_empty():
    at_the_edges = Citation("report", 2, 0, 34, 0, 34)

    (passage,) = shown(item(("x",)), make.bundle(citations={"x": (at_the_edges,)})).passages

    assert [segment.tone for segment in passage.segments] == ["mark"]
