"""The wording: what ships is sound, and a slip in it is found when it is loaded."""

import re
import shutil

import pytest

from quizapp import paths
from quizapp.core.facts.relations import RELATIONS
from quizapp.core.items.kinds import KINDS
from quizapp.core.responses import FORMATS
from quizapp.errors import FormatError
from quizapp.library.wording import load_wording


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(paths.WORDING / "en", tmp_path / "en")


def faults(folder, file, old, new):
    """Change a file of the wording and return what is said of it."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    load_wording.cache_clear()
    with pytest.raises(FormatError) as error:
        load_wording(folder)
    return str(error.value)


def test_every_kind_relation_and_format_has_words():
    wording = load_wording()

    for kind in KINDS:
        assert wording.kind_label(kind.name)
    for format_ in FORMATS:
        assert wording.how(format_).endswith((".", "?"))
        assert wording.marked(format_).endswith(".")
    assert wording.relations.keys() == RELATIONS.keys()


def test_a_frame_is_found_by_its_owner_and_id():
    wording = load_wording()

    assert wording.frame("first", "two").text == "Which of these came first?"
    assert wording.frame("before", "order").holes == {"subject", "object"}
    with pytest.raises(KeyError):
        wording.frame("first", "three")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("kinds/first.yaml", "first?", "{place}?", 'nothing fills the hole "place"'),
        ("kinds/who_said.yaml", "said(quote, ?)", "said(words, ?)", 'needs the hole "words"'),
        ("kinds/who_said.yaml", "said(quote, ?)", "told(quote, ?)", 'no relation "told"'),
        ("kinds/first.yaml", "before(?, others)", "before", "is no claim"),
        ("kinds/first.yaml", "event:", "events:", 'the option "event" has no words'),
        ("kinds/first.yaml", "event:", "events:", 'there is no option "events"'),
        ("kinds/first.yaml", "{option:name}", "{thing}", 'nothing fills the hole "thing"'),
        ("kinds/first.yaml", "label:", "name:", "label"),
        ("kinds/who_said.yaml", "id: at-on", "id: at", 'two frames are called "at"'),
        ("relations/said.yaml", "{known}", "{topic}", 'nothing fills the hole "topic"'),
        ("relations/said.yaml", "closed-list", "closed list", "closed list"),
        ("relations/said.yaml", "{object}", "{object:an}", "badly written"),
        ("formats.yaml", "typed:", "written:", 'the format "typed" has no words'),
        ("codes.yaml", "neither: ", "nor: ", "neither"),
        ("codes.yaml", "{listed} only", "{labels} only", 'nothing fills the hole "labels"'),
        ("codes.yaml", 'Only {number} pair"', 'Only {pair} pair"', 'fills the hole "pair"'),
        ("codes.yaml", "[one, two, three, four]", "[one, two, three]", "at least 4"),
        ("language.yaml", "months: [January, ", "months: [", "at least 12"),
        ("language.yaml", 'gap: "_____"', "", "gap"),
        ("language.yaml", "vowels: aeiou", "vowels: aeiou\nvowels: y", "stands here twice"),
    ],
)
def test_a_slip_is_found_and_named_with_its_file(folder, file, old, new, said):
    found = faults(folder, file, old, new)

    assert said in found
    assert f"en/{file}" in found


def test_a_missing_file_is_named(folder):
    (folder / "kinds" / "office.yaml").unlink()

    with pytest.raises(FormatError, match=r"en/kinds/office\.yaml: there is no such file"):
        load_wording(folder)


def test_all_slips_are_told_at_once(folder):
    (folder / "formats.yaml").unlink()

    found = faults(folder, "kinds/first.yaml", "label:", "name:")

    assert "formats.yaml" in found
    assert "kinds/first.yaml" in found


def test_no_statement_is_a_denial():
    for name, words in load_wording().relations.items():
        for frame in words.say:
            assert not re.search(r"\b(?:not|no|never|nobody|none)\b|n't", frame.text), name


def test_no_english_stands_in_the_code_of_the_kinds():
    """What learners read comes from the wording: the code holds no sentence with a question."""
    for path in sorted((paths.PACKAGE / "core" / "items" / "kinds").glob("*.py")):
        assert '?"' not in path.read_text(encoding="utf-8"), path.name
