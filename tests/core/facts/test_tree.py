"""YAML as plain text with places."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.tree import Place, plain_yaml


def reasons(text):
    return [(place.line, place.column, reason) for place, reason in plain_yaml(text).faults]


def test_every_scalar_is_text():
    plain = plain_yaml("{no: on, a: 2023-11-10, b: 12:30, c: 1e3, d: ~, e: 2+2, f: 0x1f, g: 007}")

    assert plain.data == {
        "no": "on",
        "a": "2023-11-10",
        "b": "12:30",
        "c": "1e3",
        "d": "~",
        "e": "2+2",
        "f": "0x1f",
        "g": "007",
    }


def test_every_part_has_its_place():
    plain = plain_yaml("a:\n  b: [x, {c: y}]\n")

    assert plain.place(("a",)) == Place(1, 1)
    assert plain.place(("a", "b")) == Place(2, 3)
    assert plain.place(("a", "b", 1)) == Place(2, 10)
    assert plain.place(("a", "b", 1, "c")) == Place(2, 11)
    assert plain.place(("a", "nowhere", "at", "all")) == Place(1, 1)


def test_a_repeated_key_is_a_fault_and_keeps_the_first_value():
    plain = plain_yaml("a: 1\nb: 2\na: {c: 3}\n")

    assert plain.data == {"a": "1", "b": "2"}
    assert reasons("a: 1\nb: 2\na: {c: 3}\n") == [
        (3, 1, 'the key "a" stands here twice: remove or rename one')
    ]


def test_anchors_aliases_and_tags_are_faults_all_at_once():
    found = reasons("a: &x 1\nb: *x\nc: !!int 3\n")

    assert [(line, column) for line, column, _ in found] == [(1, 4), (2, 4), (3, 4)]


def test_broken_yaml_names_the_place():
    plain = plain_yaml("a: [1, 2\nb: 3\n")

    assert plain.data is None
    assert len(plain.faults) == 1
    assert plain.faults[0][0].line == 2


def test_a_second_document_is_a_fault():
    assert [line for line, _, _ in reasons("a: 1\n---\nb: 2\n")] == [2]


def test_a_key_that_is_a_list_is_a_fault():
    assert reasons("? [a, b]\n: c\n")[0][2].startswith("a key must be a word")


def test_deep_nesting_is_refused_not_followed():
    plain = plain_yaml("[" * 5000 + "]" * 5000)

    assert plain.data is None
    assert "deep" in plain.faults[0][1]


@given(st.one_of(st.text(max_size=200), st.text(alphabet="ab:-[]{}&*!?|> \n\"'#,", max_size=60)))
def test_noise_never_raises_and_faults_have_a_place(text):
    plain = plain_yaml(text)

    assert all(place.line >= 1 and place.column >= 1 for place, _ in plain.faults)
