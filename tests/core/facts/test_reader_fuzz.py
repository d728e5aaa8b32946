"""The reader on noise and on files that mean harm: a bank or faults, and work bounded by length."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.core.facts.documents import SourceText
from quizapp.core.facts.reader import TOP, read_set
from quizapp.core.text.sentences import sentence_spans
from quizapp.errors import Fault, FormatError
from quizapp.library.fields import load_fields
from quizapp.library.files import load_set
from tests.core.facts.bounds import BROAD, BYTES, assert_bounded, calls, peak
from tests.core.facts.every_shape import EVERY_SHAPE, NOTES
from tests.core.facts.hostile import FAMILIES, laughs

FEW, MANY = 150, 600


def faults(text: str) -> tuple[Fault, ...]:
    try:
        read_set("s.yaml", text, {"seeds/notes.md": NOTES}.get)
    except FormatError as error:
        return error.faults
    return ()


def assert_have_places(found: tuple[Fault, ...], text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 2
    assert all(1 <= fault.line <= lines and fault.column >= 1 and fault.reason for fault in found)


@pytest.mark.parametrize("family", FAMILIES)
def test_work_is_bounded_by_the_length_and_grows_with_it(family: str) -> None:
    few, many = FAMILIES[family](FEW), FAMILIES[family](MANY)

    assert_bounded(calls, lambda: faults(few), lambda: faults(many), len(many))


@pytest.mark.parametrize("family", FAMILIES)
def test_memory_is_bounded_by_the_length_and_grows_with_it(family: str) -> None:
    few, many = FAMILIES[family](FEW), FAMILIES[family](MANY)

    assert_bounded(peak, lambda: faults(few), lambda: faults(many), len(many))


@pytest.mark.parametrize("family", FAMILIES)
def test_what_means_harm_gives_a_bank_or_faults_with_places(family: str) -> None:
    text = FAMILIES[family](FEW)

    assert_have_places(faults(text), text)


def test_a_file_beyond_any_use_is_refused_before_it_is_read() -> None:
    text = " " * 20_000_001

    assert calls(lambda: faults(text)) < 200
    assert "too large" in faults(text)[0].reason


def test_a_billion_laughs_are_not_laughed() -> None:
    assert peak(lambda: faults(laughs(64))) < BYTES


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("fuzz")
    (root / "seeds").mkdir()
    (root / "questions").mkdir()
    return root


def faults_of_bytes(folder: Path, content: bytes, source: bytes | None = None) -> None:
    """Read bytes as a set file, or a sound set with bytes as its source."""
    (folder / "seeds" / "notes.md").write_bytes(NOTES.encode() if source is None else source)
    path = folder / "questions" / "set.yaml"
    path.write_bytes(content)
    found: tuple[Fault, ...] = ()
    try:
        load_set(path)
    except FormatError as error:
        found = error.faults
    assert all(fault.reason and fault.line >= 0 for fault in found)


@BROAD
@given(content=st.binary(max_size=300))
@example(b"")
@example(b"\x00")
@example(b"\xef\xbb\xbfset: s\r\ntitle: t\r\n")
@example(b"\xff\xfes\x00e\x00t\x00")
@example(b"a: \xed\xa0\x80")
def test_any_bytes_are_a_set_or_have_faults(folder, content: bytes) -> None:
    faults_of_bytes(folder, content)


@BROAD
@given(source=st.one_of(st.binary(max_size=200), st.text(alphabet="-[p1] \n\r\tab:.", max_size=99)))
@example("---\ntitle: *x\n---\n[p1] a")
@example("---\n" * 40)
@example("[p99999999999999999999] a")
@example("[p" + "9" * 5000 + "] a")
def test_any_bytes_are_a_source_or_have_faults(folder, source: bytes | str) -> None:
    content = source.encode() if isinstance(source, str) else source
    faults_of_bytes(folder, EVERY_SHAPE.encode(), content)


@pytest.mark.parametrize(
    "text",
    [
        "[p1] a" + " " * 500_000 + "b",
        "[p1] " + "." * 500_000 + "x",
        "[p1] " + ".'" * 250_000 + "x",
        "[p1] " + "\n\t" * 250_000 + "b",
        "x\n\n" * 100_000,
        "---\n" + "--- x\n" * 100_000,
        "---\n" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_half_a_million_signs_of_a_source_are_read_at_once(text: str) -> None:
    # What went through the rest of the text at each sign would not come to an end here.
    source = SourceText(text)

    assert source.faults or [sentence_spans(one) for _, one in source.paragraphs]


@given(st.text(max_size=300))
def test_any_text_is_a_source_with_paragraphs_or_faults(text: str) -> None:
    source = SourceText(text)

    assert source.paragraphs or source.faults


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """yes no report unattributed that x a b roca alba meeting bridge notes teacher 2024 2023-13
        1,000 -5 1/0 ~ null true 0x1f << * & ! | > % @ ` {s} {o} "{s}" [] {} summer/said 🙂 é""",
    )
)
FIELDS = st.sampled_from(
    [*sorted({name for fields in load_fields().values() for name in fields}), "roca", "meeting"]
)


@st.composite
def yaml_texts(draw) -> str:
    """Return a set in flow style with words of the language where they may not belong."""
    value = st.deferred(
        lambda: st.one_of(
            WORDS,
            st.text(max_size=5).map(lambda text: f'"{text}"'),
            st.lists(value, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
            st.lists(st.tuples(FIELDS, value), max_size=4).map(mapping),
            st.tuples(st.sampled_from(["&a ", "*a ", "!!str ", "!x ", "? "]), WORDS).map("".join),
        )
    )

    def mapping(pairs: list[tuple[str, str]]) -> str:
        return "{" + ", ".join(f"{key}: {one}" for key, one in pairs) + "}"

    sections = draw(st.lists(st.tuples(st.sampled_from(TOP), value), max_size=6))
    return "".join(f"{name}: {one}\n" for name, one in sections)


@BROAD
@given(yaml_texts())
def test_any_yaml_in_words_of_the_language_has_faults_with_places(text: str) -> None:
    assert_have_places(faults(text), text)


@pytest.mark.long
@settings(BROAD, max_examples=10_000)
@given(yaml_texts())
def test_so_does_much_more_of_it(text: str) -> None:
    assert_have_places(faults(text), text)


SPLICES = st.sampled_from(
    [
        *(
            "&a ",
            "*a ",
            "!!int ",
            "- ",
            "? ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "'",
            '"',
            "|",
            ">",
            "#",
            "%",
        ),
        *("\t", "\0", "\r\n", "\r", "\ufeff", "\u2028", "\ud800", "\x85", "\x1b", "\U0001f642"),
        *('"\\ud800"', '"\\x00"', '"\\u202e"', "---\n", "...\n", "<<: *a\n", "{" * 50, "x" * 6000),
        *("yes", "no", "''", "[]", "{}", "9" * 5000, "-1", "1/0", "2023-02-30", "٢٠٢٣", "٣"),
    ]
)


@st.composite
def splintered(draw) -> str:
    """Return the sound set with pieces of it replaced."""
    text = EVERY_SHAPE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(SPLICES) + text[end:]
    return text


@BROAD
@given(splintered())
def test_a_sound_set_with_splinters_in_it_has_faults_with_places(text: str) -> None:
    found = faults(text)

    assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in found)


@pytest.mark.long
@settings(BROAD, max_examples=10_000)
@given(splintered())
def test_so_do_many_more_splinters(text: str) -> None:
    found = faults(text)

    assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in found)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_no_place(ending: str) -> None:
    text = EVERY_SHAPE.replace("says: roca", "say: roca")

    assert faults(text.replace("\n", ending)) == faults(text) != ()


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_signs_that_end_no_line_in_an_editor_end_none_here(sign: str) -> None:
    text = EVERY_SHAPE.replace("says: roca", "say: roca")
    told = faults(text.replace("title: The River", f'title: "The{sign}River"\n#'))

    assert [(fault.line - 1, fault.column) for fault in told] == [
        (fault.line, fault.column) for fault in faults(text)
    ]


def test_a_mark_at_the_start_of_the_file_changes_nothing(folder) -> None:
    faults_of_bytes(folder, b"")
    path = folder / "questions" / "set.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + EVERY_SHAPE.encode())

    assert load_set(path).set_id == "every-shape"
