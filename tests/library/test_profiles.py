"""Exam profiles: what ships says what the exams do, and a slip in a file is found and placed."""

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.core.profiles.profile import Profile
from quizapp.errors import FormatError
from quizapp.library.profiles import load_profiles, own_profiles, read_profiles

FULL = """\
profile: school
name: School test
options: 5
lettering: (i)
numerals: "1)"
rows: (A)
targets: (1)
kinds: [forward, first]
formats: [choice, statements]
codes:
  two: [[1], [2], [1, 2], []]
counts: {three: [0, 3, 1]}
pairs: {four: [1, 2, 3, 4]}
marks: {right: 2.5, wrong: -5/6, blank: 0.25, multi_marked: blank}
lints_off: {key_length: the options of this paper are of any length}
"""


def write(folder: Path, text: str = FULL, name: str = "school.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[str]:
    """Return the faults of a profile, each without the folder."""
    path = write(folder, text)
    with pytest.raises(FormatError) as error:
        load_profiles(folder)
    return [str(fault).removeprefix(str(path)) for fault in error.value.faults]


def test_every_field_is_read(tmp_path):
    write(tmp_path)

    profile = load_profiles(tmp_path)["school"]

    assert profile.name == "School test"
    assert profile.options == 5
    assert (profile.lettering, profile.numerals) == ("(i)", "1)")
    assert (profile.rows, profile.targets) == ("(A)", "(1)")
    assert profile.kinds == {"forward", "first"}
    assert profile.formats == {"choice", "statements"}
    assert profile.codes == {2: ("tf", "ft", "tt", "ff")}
    assert profile.counts == {3: (0, 3, 1)}
    assert profile.pairs == {4: (1, 2, 3, 4)}
    assert (profile.marks.right, profile.marks.wrong) == (Fraction(5, 2), Fraction(-5, 6))
    assert (profile.marks.blank, profile.marks.multi_marked) == (Fraction(1, 4), "blank")
    assert profile.lints_off == {"key_length": "the options of this paper are of any length"}


def test_what_is_left_out_is_as_in_the_classroom(tmp_path):
    write(tmp_path, "profile: school\nname: School\n")

    profile = load_profiles(tmp_path)["school"]

    assert profile == Profile(id="school", name="School")


def test_pairs_are_counted_as_statements_where_nothing_else_is_said(tmp_path):
    write(tmp_path, "profile: school\nname: School\ncounts: {three: [2, 3]}\n")

    profile = load_profiles(tmp_path)["school"]

    assert profile.pairs == profile.counts == {3: (2, 3)}


# --- what ships ---


def test_the_classroom_comes_first_and_is_what_core_takes_by_default():
    profiles = load_profiles()

    assert next(iter(profiles)) == "classroom"
    assert profiles["classroom"] == Profile()
    assert profiles["classroom"].kinds is None
    assert profiles["classroom"].formats is None


def test_every_shipped_file_is_a_profile_named_like_it():
    files = {path.stem for path in paths.PROFILES.glob("*.yaml")}

    assert set(load_profiles()) == files
    assert files == {"classroom", "upsc", "ssc", "bank", "ugc-net", "cbse"}


@pytest.mark.parametrize(
    ("profile", "options", "right", "wrong", "blank"),
    [
        ("classroom", 4, 1, 0, 0),
        ("upsc", 4, 2, Fraction(-2, 3), 0),
        ("ssc", 4, 2, Fraction(-1, 2), 0),
        ("bank", 5, 1, Fraction(-1, 4), 0),
        ("ugc-net", 4, 2, 0, 0),
        ("cbse", 4, 1, 0, 0),
    ],
)
def test_an_exam_marks_as_it_does(profile, options, right, wrong, blank):
    found = load_profiles()[profile]

    assert found.options == options
    assert (found.marks.right, found.marks.wrong, found.marks.blank) == (right, wrong, blank)
    assert found.marks.multi_marked == "wrong"


@pytest.mark.parametrize(
    ("profile", "value"),
    [("upsc", 0), ("ssc", Fraction(1, 8)), ("bank", 0)],
)
def test_a_blind_guess_is_worth_what_the_exam_means_it_to_be(profile, value):
    found = load_profiles()[profile]
    chance = Fraction(1, found.options)

    worth = chance * found.marks.right + (1 - chance) * found.marks.wrong

    assert worth == value


def test_upsc_offers_the_codes_that_its_papers_print():
    upsc = load_profiles()["upsc"]

    assert upsc.codes[2] == ("tf", "ft", "tt", "ff")
    assert len(upsc.codes[3]) == 7
    assert "fff" not in upsc.codes[3]
    assert upsc.counts == {3: (1, 2, 3, 0), 4: (1, 2, 3, 4)}
    assert (upsc.lettering, upsc.numerals) == ("(a)", "1.")


def test_a_bank_paper_offers_five_numbers_and_nothing_that_has_only_four():
    bank = load_profiles()["bank"]

    assert bank.counts == {4: (1, 2, 3, 4, 0)}
    assert set(bank.codes) == {3}


def test_lists_are_labelled_as_ugc_net_prints_them():
    net = load_profiles()["ugc-net"]

    assert (net.rows, net.targets) == ("(A)", "(I)")


def test_no_exam_has_cards_or_typed_answers():
    for profile in load_profiles().values():
        typed = [one for one in ("typed", "card", "number", "date") if profile.has_format(one)]
        assert not typed or profile.id == "classroom"


# --- slips ---


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("profile: school", "profile: My School", ":1:1:", "cannot be an id"),
        ("profile: school", "profile: upsc", ":1:1:", "comes with quizapp: choose another"),
        ("name: School test\n", "", ":1:1:", 'needs the field "name"'),
        ("options: 5", "options: five", ":3:1:", "write a whole number in figures"),
        ("options: 5", "options: 1", ":3:1:", "from 2 to 10 options"),
        ("lettering: (i)", "lettering: (x)", ":4:1:", '"(x)" is no first label'),
        ("lettering: (i)", "lettering: (1)", ":5:1:", "count by the same sign"),
        ('numerals: "1)"', "numerals: no", ":5:1:", '"no" is no first label'),
        ("rows: (A)", "rows: 1st", ":6:1:", '"1st" is no first label'),
        ("targets: (1)", "targets: A-", ":7:1:", "count by the same sign"),
        ("[forward, first]", "[forwrd, first]", ":8:9:", 'did you mean "forward"?'),
        ("[forward, first]", "[first, first]", ":8:1:", "first is listed twice"),
        ("[forward, first]", "[]", ":8:1:", "this is empty"),
        ("[forward, first]", "forward", ":8:1:", "write a list like [a, b]"),
        ("[choice, statements]", "[choice, statement]", ":9:19:", 'did you mean "statements"?'),
        ("two: [[1]", "two: [[3]", ":11:3:", "there is no statement 3 of 2"),
        ("two: [[1]", "two: [[0]", ":11:3:", "there is no statement 0 of 2"),
        ("two: [[1]", "two: [[1, 1]", ":11:3:", "1 is listed twice"),
        ("[1, 2], []]", "[2, 1], [1, 2]]", ":11:3:", "[1, 2] is listed twice"),
        ("[[1], [2], [1, 2], []]", "[[1], [1, 2]]", ":11:3:", "statement 1 is true in every code"),
        ("[[1], [2], [1, 2], []]", "[[1], []]", ":11:3:", "statement 2 is false in every code"),
        ("[[1], [2], [1, 2], []]", "[[1]]", ":11:3:", "write two at least"),
        ("[[1], [2], [1, 2], []]", "[[1], 2]", ":11:14:", "write a list like [a, b]"),
        ("  two:", "  five:", ":11:3:", 'no field "five"; it may have: two, three, four'),
        ("three: [0, 3, 1]", "three: [0, 4]", ":12:10:", "4 of 3 cannot be"),
        ("three: [0, 3, 1]", "three: [1, 1]", ":12:10:", "1 is listed twice"),
        ("three: [0, 3, 1]", "three: [1, all]", ":12:21:", "write a whole number in figures"),
        ("four: [1, 2, 3, 4]", "four: [4]", ":13:9:", "write two at least"),
        ("right: 2.5", "right: two", ":14:9:", "like 2, -0.25 or -2/3"),
        ("right: 2.5", "right: 0", ":14:9:", "earns more than 0"),
        ("right: 2.5, ", "", ":14:1:", 'needs the field "right"'),
        ("wrong: -5/6", "wrong: 5/6", ":14:21:", "write 0 or -…"),
        ("wrong: -5/6", "wrong: -5/0", ":14:21:", "like 2, -0.25 or -2/3"),
        ("blank: 0.25", "blank: -1", ":14:34:", "no less than a wrong one"),
        ("blank: 0.25", "blank: 3", ":14:34:", "no more than the right one"),
        ("multi_marked: blank", "multi_marked: right", ":14:47:", "'wrong' or 'blank'"),
        ("key_length: the", "key_lenght: the", ":15:13:", 'did you mean "key_length"?'),
        ("the options of this paper are of any length", '""', ":15:13:", "this is empty"),
        ("lints_off:", "lint_off:", ":15:1:", 'did you mean "lints_off"?'),
        ("options: 5", "options: 5\noptions: 5", ":4:1:", "stands here twice"),
        ("options: 5", "options: &five 5", ":3:10:", "anchors (&name) are not read"),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_to_do(tmp_path, old, new, place, said):
    assert FULL.count(old) == 1

    (found,) = faults(tmp_path, FULL.replace(old, new))

    assert found.startswith(place)
    assert said in found


def test_all_slips_are_told_at_once(tmp_path):
    text = FULL.replace("[forward,", "[forwrd,").replace("right: 2.5", "right: x")
    write(tmp_path, "profile: other\n", "other.yaml")

    found = faults(tmp_path, text)

    assert len(found) == 3


def test_what_is_no_profile_is_told(tmp_path):
    assert "a profile is a mapping" in faults(tmp_path, "- upsc\n")[0]
    assert "a profile is a mapping" in faults(tmp_path, "")[0]
    assert "this is not YAML" in faults(tmp_path, "profile: [")[0]


def test_a_file_in_another_encoding_is_told(tmp_path):
    path = write(tmp_path)
    path.write_bytes("profile: école\n".encode("latin-1"))

    with pytest.raises(FormatError, match="save it as UTF-8"):
        load_profiles(tmp_path)


# --- a teacher's own ---


def test_own_profiles_stand_beside_the_folder_of_the_questions(tmp_path):
    write(tmp_path / "profiles")
    (tmp_path / "questions").mkdir()

    found = load_profiles(own_profiles(tmp_path / "questions"))

    assert set(found) == {*load_profiles(), "school"}


def test_a_folder_without_profiles_has_those_that_ship(tmp_path):
    assert load_profiles(own_profiles(tmp_path / "questions")) == load_profiles()


def test_two_profiles_of_one_id_are_told(tmp_path):
    write(tmp_path, FULL, "a.yaml")
    write(tmp_path, FULL, "b.yaml")

    with pytest.raises(FormatError, match=r'b\.yaml:1:1: the id "school" is taken by a\.yaml'):
        load_profiles(tmp_path)


def test_a_faulty_profile_leaves_the_others_as_they_are(tmp_path):
    write(tmp_path, FULL.replace("options: 5", "options: five"))
    write(tmp_path, "profile: club\nname: Quiz club\n", "club.yaml")

    found, told = read_profiles(tmp_path)

    assert set(found) == {*load_profiles(), "club"}
    assert [fault.line for fault in told] == [3]


def test_profiles_stand_by_name(tmp_path):
    write(tmp_path, "profile: club\nname: a quiz club\n", "club.yaml")

    assert list(load_profiles(tmp_path))[:3] == ["classroom", "club", "bank"]
