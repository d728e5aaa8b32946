"""Sets that are handed in: compiled when asked for, and again when other texts are in force."""

import threading

import pytest

from quizapp import paths
from quizapp.core.sets.heading import starter
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import NotFound
from quizapp.library import handed
from quizapp.library.loader import Library
from tests.sets import SOURCE, text


class Shown:
    """Hands in what it is given, and counts how often texts were wanted."""

    def __init__(self, **sets):
        self.sets = sets
        self.wanted = 0

    def digest_of(self, set_id):
        return self.sets[set_id].digest if set_id in self.sets else None

    def texts_of(self, set_id):
        self.wanted += 1
        return self.sets.get(set_id)


@pytest.fixture
def shown():
    return Shown(capitals=SetTexts(starter("capitals", "Capitals")))


@pytest.fixture
def library(tmp_path, shown):
    (tmp_path / "questions").mkdir()
    return Library(tmp_path / "questions", paths.WORDING / "en", handing=shown)


def test_a_set_that_is_handed_in_stands_on_a_shelf(library):
    assert library.shelf("capitals").bank.title == "Capitals"
    assert not library.has("capitals")
    assert library.shelves() == ()


def test_it_is_compiled_once(library, shown):
    assert library.shelf("capitals") is library.shelf("capitals")
    assert shown.wanted == 1


def test_other_texts_are_in_force_at_once(library, shown):
    first = library.shelf("capitals")
    shown.sets["capitals"] = SetTexts(starter("capitals", "Others"))

    assert library.shelf("capitals").bank.title == "Others"
    assert first._replaced.is_set()


def test_what_is_handed_in_no_more_is_gone(library, shown):
    library.shelf("capitals")
    del shown.sets["capitals"]

    with pytest.raises(NotFound):
        library.shelf("capitals")


def test_files_beside_it_are_read(library, shown):
    shown.sets["small"] = SetTexts(text(), {"seeds/small.md": SOURCE})

    assert library.shelf("small").bank.sources["report"].title == "A small report"


def test_tables_are_read_from_where_the_yaml_is(library, shown):
    yaml = text("relations: {}\n", entities="people: {rows: rows/people.csv}\n")
    table = "id,name\nana,Ana Roy\nben,Ben Lal\n"
    files = {"seeds/small.md": SOURCE, "questions/rows/people.csv": table}
    shown.sets["small"] = SetTexts(yaml, files)

    assert library.shelf("small").bank.entities["ana"].name == "Ana Roy"


def test_what_cannot_be_read_any_more_is_not_found_and_says_who_mends_it(library, shown):
    shown.sets["capitals"] = SetTexts("set: capitals\n")

    with pytest.raises(NotFound, match="its author has to mend it"):
        library.shelf("capitals")


def test_a_set_of_the_folder_comes_before_one_that_is_handed_in(library, shown, tmp_path):
    (tmp_path / "questions" / "capitals.yaml").write_text(starter("capitals", "Of the folder"))

    assert library.shelf("capitals").bank.title == "Of the folder"


def test_many_who_ask_at_once_wait_for_one_who_compiles(library, shown):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(library.shelf("capitals"))) for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert shown.wanted == 1
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_the_longest_unused_is_forgotten(library, shown, monkeypatch):
    monkeypatch.setattr(handed, "_MOST", 2)
    for name in ("one", "two", "three"):
        shown.sets[name] = SetTexts(starter(name, name))
    first = library.shelf("one")
    library.shelf("two")
    library.shelf("three")

    assert first._replaced.is_set()
    assert library.shelf("one") is not first


def test_the_texts_of_the_folder_come_back_as_a_value(tmp_path):
    (tmp_path / "questions" / "rows").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    (tmp_path / "questions" / "rows" / "people.csv").write_text("id,name\nana,Ana Roy\n")
    yaml = text("relations: {}\n", entities="people: {rows: rows/people.csv}\n")
    (tmp_path / "questions" / "small.yaml").write_text(yaml)
    library = Library(tmp_path / "questions", paths.WORDING / "en")
    bank = library.shelf("small").bank

    found = library.texts("small")

    assert set(found.files) == {"seeds/small.md", "questions/rows/people.csv"}
    again = Library(tmp_path / "no", paths.WORDING / "en", handing=Shown(small=found))
    assert again.shelf("small").bank.digest == bank.digest


@pytest.mark.parametrize("set_id", ["india-us-2plus2-2023", "countries-of-the-world"])
def test_what_ships_can_be_handed_in_as_well(set_id):
    library = Library(paths.QUESTIONS, paths.WORDING / "en")
    bank = library.shelf(set_id).bank

    texts = library.texts(set_id)

    again = Library(paths.SEEDS, paths.WORDING / "en", handing=Shown(**{set_id: texts}))
    assert again.shelf(set_id).bank.digest == bank.digest
