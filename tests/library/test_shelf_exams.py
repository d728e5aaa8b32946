"""Shelves of one set under exam profiles, and quizzes of what a learner wants."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from quizapp import paths
from quizapp.core.items.item import Item
from quizapp.core.items.wanted import Level, Sort, Wanted
from quizapp.library.files import load_set
from quizapp.library.kept import KeptPools
from quizapp.library.loader import Library
from quizapp.library.profiles import load_profiles
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from tests.row_set import write_row_set

ENGLISH = paths.WORDING / "en"


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("thousand")
    return Shelf(load_set(write_row_set(folder, 1_000)), load_wording())


def bundled(pools: Path | None = None) -> Shelf:
    return Library(paths.QUESTIONS, ENGLISH, pools).shelf("india-us-2plus2-2023")


def test_a_set_is_asked_under_each_exam_from_a_shelf_that_stays() -> None:
    shelf, upsc = bundled(), load_profiles()["upsc"]

    found = shelf.under(upsc)

    assert shelf.under(upsc) is found
    assert shelf.under(shelf.profile) is shelf
    assert {item.lettering for item in found.items} == {"(a)"}
    assert {item.lettering for item in shelf.items} == {"A"}
    assert {item.kind for item in found.quiz(size=10, feedback_each=False, rng=Random(1))} <= (
        upsc.kinds or set()
    )


def test_a_profile_that_was_changed_has_a_shelf_of_its_own() -> None:
    shelf, upsc = bundled(), load_profiles()["upsc"]
    first = shelf.under(upsc)

    second = shelf.under(replace(upsc, lettering="(i)"))

    assert second is not first
    assert {item.lettering for item in second.items} == {"(i)"}


def test_what_a_set_yields_under_each_exam_is_counted_and_kept_on_its_own(tmp_path: Path) -> None:
    shelf, upsc = bundled(tmp_path), load_profiles()["upsc"]
    counts = {one: one.count() for one in (shelf, shelf.under(upsc))}

    again = bundled(tmp_path)

    for known, of in ((again, shelf), (again.under(upsc), shelf.under(upsc))):
        assert known.pool == counts[of]
    changed = again.under(replace(upsc, options=3))
    assert changed._find() is None
    assert counts[shelf].count > counts[shelf.under(upsc)].count > 0


def test_a_quiz_is_of_the_sort_that_was_wanted() -> None:
    typed = bundled().quiz(
        size=5, feedback_each=False, rng=Random(1), wanted=Wanted(Sort.TYPED, Level.EASIER)
    )

    assert {item.format for item in typed} <= {"typed", "number", "date"}
    assert typed


def test_a_quiz_of_a_large_set_is_of_the_sort_that_was_wanted(thousand: Shelf) -> None:
    typed = thousand.quiz(size=5, feedback_each=False, rng=Random(1), wanted=Wanted(Sort.TYPED))

    assert {item.format for item in typed} == {"typed"}
    assert len(typed) == 5


def test_harder_quizzes_are_expected_to_be_answered_wrong_more_often() -> None:
    shelf = bundled()

    def difficulty(level: Level) -> float:
        items = [
            item
            for seed in range(12)
            for item in shelf.quiz(
                size=10, feedback_each=False, rng=Random(seed), wanted=Wanted(level=level)
            )
        ]
        return sum(item.difficulty for item in items) / len(items)

    assert difficulty(Level.EASIER) < difficulty(Level.HARDER)


def test_what_was_observed_takes_the_place_of_what_was_expected() -> None:
    shelf = bundled()

    def opposite(item: Item) -> float:
        return 1 - item.difficulty

    def expected(level: Level) -> float:
        items = [
            item
            for seed in range(12)
            for item in shelf.quiz(
                size=10,
                feedback_each=False,
                rng=Random(seed),
                wanted=Wanted(level=level),
                difficulty=opposite,
            )
        ]
        return sum(item.difficulty for item in items) / len(items)

    assert expected(Level.EASIER) > expected(Level.HARDER)


def test_the_library_offers_own_profiles_as_their_files_are_now(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    library = Library(tmp_path / "questions", ENGLISH)
    before = library.profiles()
    (tmp_path / "profiles").mkdir()
    own = tmp_path / "profiles" / "club.yaml"

    own.write_text("profile: club\nname: Quiz club\n")
    added = library.profiles()
    own.write_text("profile: club\nname: Quiz club\noptions: none\n")
    broken = library.profiles()

    assert before == load_profiles() == broken
    assert set(added) == {*before, "club"}


def test_what_is_not_counted_under_an_exam_is_not_waited_for(tmp_path: Path) -> None:
    bundled(tmp_path).under(load_profiles()["ssc"]).count()  # kept on disk by another process
    told: list[Shelf] = []
    bank = load_set(paths.QUESTIONS / "india-us-2plus2-2023.yaml")
    kept = KeptPools(tmp_path, ENGLISH)
    shelf = Shelf(bank, load_wording(), kept, told.append).under(load_profiles()["ssc"])

    before = shelf.counted
    (waiting,) = told
    waiting.count()

    assert before is None
    assert waiting is shelf
    assert shelf.counted is not None
    assert shelf.counted == shelf.pool
