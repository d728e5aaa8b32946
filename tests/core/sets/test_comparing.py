"""What changed between two texts; and two people's changes in one."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.sets.comparing import Change, compare, compare_sets, merge, merge_sets
from quizapp.core.sets.texts import SetTexts

BASE = "".join(f"line {number}\n" for number in range(1, 21))

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n"]), max_size=12).map("".join)


def test_a_changed_line_is_gone_and_new_with_three_around_it():
    found = compare("", BASE, BASE.replace("line 10\n", "line ten\n"))

    (hunk,) = found.hunks
    changed = [line for line in hunk if line.change is not Change.SAME]
    assert [(line.change, line.number, line.text) for line in changed] == [
        (Change.GONE, 10, "line 10"),
        (Change.NEW, 10, "line ten"),
    ]
    assert len(hunk) == 8
    assert (found.added, found.removed) == (1, 1)


def test_numbers_of_lines_are_those_of_the_new_text_and_of_the_old_for_what_is_gone():
    found = compare("", BASE, BASE.replace("line 3\n", "").replace("line 15\n", "line 15\nmore\n"))

    told = [(one.change, one.number, one.text) for hunk in found.hunks for one in hunk]
    assert (Change.GONE, 3, "line 3") in told
    assert (Change.NEW, 15, "more") in told


def test_the_same_text_has_no_change():
    assert compare("", BASE, BASE).hunks == ()


def test_files_that_did_not_change_are_left_out_and_those_that_came_or_went_are_told():
    old = SetTexts("x\n", {"seeds/a.md": "a\n", "seeds/b.md": "b\n"})
    new = SetTexts("x\n", {"seeds/a.md": "a\n", "seeds/c.md": "c\n"})

    found = compare_sets(old, new)

    assert [(one.name, one.added, one.removed) for one in found] == [
        ("seeds/b.md", 0, 1),
        ("seeds/c.md", 1, 0),
    ]


def test_a_file_that_differs_in_no_line_but_its_end_is_told():
    found = compare_sets(SetTexts("x\n", {}), SetTexts("x", {}))

    assert [one.name for one in found] == [""]


def test_changes_that_do_not_touch_are_joined():
    mine = BASE.replace("line 3\n", "line three\n")
    theirs = BASE.replace("line 15\n", "line fifteen\nand more\n").replace("line 18\n", "")

    both = mine.replace("line 15\n", "line fifteen\nand more\n").replace("line 18\n", "")
    assert merge(BASE, mine, theirs) == both
    assert merge(BASE, theirs, mine) == both


def test_changes_of_one_line_are_not_joined():
    assert merge(BASE, BASE.replace("line 3", "A"), BASE.replace("line 3", "B")) is None


def test_changes_of_lines_that_meet_are_not_joined():
    assert merge(BASE, BASE.replace("line 3", "A"), BASE.replace("line 4", "B")) is None


def test_two_who_write_at_the_same_place_are_not_joined():
    mine = BASE.replace("line 3\n", "line 3\nmine\n")
    theirs = BASE.replace("line 3\n", "line 3\ntheirs\n")

    assert merge(BASE, mine, theirs) is None


def test_the_same_change_twice_is_one():
    changed = BASE.replace("line 3", "A")

    assert merge(BASE, changed, changed) == changed


@given(LINES, LINES)
def test_who_changed_nothing_takes_nothing_back(base, theirs):
    assert merge(base, base, theirs) == theirs
    assert merge(base, theirs, base) == theirs


@given(LINES, LINES, LINES)
def test_the_order_of_two_changes_does_not_matter(base, mine, theirs):
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(LINES, LINES, LINES)
def test_what_is_joined_holds_every_line_that_somebody_wrote(base, mine, theirs):
    found = merge(base, mine, theirs)

    if found is not None:
        for text in (mine, theirs):
            for line in set(text.splitlines()) - set(base.splitlines()):
                assert line in found.splitlines()


def test_files_are_joined_one_by_one():
    base = SetTexts("x\n", {"seeds/a.md": "a\n", "seeds/b.md": "b\n"})
    mine = SetTexts("x\n", {"seeds/a.md": "A\n", "seeds/b.md": "b\n", "seeds/c.md": "c\n"})
    theirs = SetTexts("y\n", {"seeds/a.md": "a\n"})

    found = merge_sets(base, mine, theirs)

    assert found == SetTexts("y\n", {"seeds/a.md": "A\n", "seeds/c.md": "c\n"})


def test_a_file_that_one_removed_and_the_other_changed_is_not_joined():
    base = SetTexts("x\n", {"seeds/a.md": "a\n"})

    assert merge_sets(base, SetTexts("x\n", {}), SetTexts("x\n", {"seeds/a.md": "b\n"})) is None
