"""Frames: texts with holes and the claims they state."""

import pytest

from quizapp.core.text.frame import (
    Pattern,
    Phrase,
    capitalised,
    first_fitting,
    parse_frame,
    parse_pattern,
)

BALKANS = Phrase("the Balkans", "Balkans", "Balkans")


def test_a_hole_prints_the_form_it_asks_for():
    frame = parse_frame("x", "{place}, {place:name}, {medium:a}")
    letter = Phrase("letter", "letter", "a letter")

    assert frame.fill({"place": BALKANS, "medium": letter}) == "the Balkans, Balkans, a letter"


def test_a_frame_knows_its_holes():
    assert parse_frame("x", "{a} and {b:name} and {a}").holes == {"a", "b"}


def test_filling_a_frame_without_a_phrase_for_a_hole_fails():
    with pytest.raises(KeyError):
        parse_frame("x", "{a}").fill({})


@pytest.mark.parametrize("text", ["{a:loud}", "{a!r}", "{0}", "{}", "{a.b}"])
def test_a_badly_written_hole_is_refused(text):
    with pytest.raises(ValueError, match="badly written"):
        parse_frame("x", text)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("said(quote, ?)", Pattern("said", "quote", "?")),
        ("before(?, others)", Pattern("before", "?", "others")),
        ("holder(office, ?) at written", Pattern("holder", "office", "?", "written")),
    ],
)
def test_a_pattern_is_a_claim_of_holes(text, pattern):
    assert parse_pattern(text) == pattern


@pytest.mark.parametrize("text", ["said", "said(quote)", "said(a, b) on day", "said(a, b, c)", ""])
def test_what_is_no_claim_is_refused(text):
    with pytest.raises(ValueError, match="no claim"):
        parse_pattern(text)


def test_a_claim_of_a_hole_that_the_text_lacks_is_refused():
    with pytest.raises(ValueError, match='needs the hole "topic"'):
        parse_frame("x", "The {event}", "covered(event, topic)")


def test_what_a_frame_states_needs_its_holes_too():
    with pytest.raises(ValueError, match='needs the hole "medium"'):
        parse_frame("x", "{quote}", "said(quote, ?)", ["medium(quote, medium)"])


def test_the_first_frame_that_can_be_filled_is_taken():
    frames = [parse_frame("long", "{a} {b}"), parse_frame("short", "{a}")]

    assert first_fitting(frames, {"a"}).id == "short"
    assert first_fitting(frames, {"a", "b", "c"}).id == "long"
    assert first_fitting(frames, {"b"}) is None


def test_a_needed_hole_rules_frames_out():
    frames = [parse_frame("short", "{a}"), parse_frame("long", "{a} {b}")]

    assert first_fitting(frames, {"a", "b"}, needed={"b"}).id == "long"
    assert first_fitting(frames, {"a"}, needed={"b"}) is None


def test_a_sentence_begins_with_a_capital():
    assert capitalised("the report") == "The report"
    assert capitalised("“words”") == "“words”"
    assert capitalised("") == ""
