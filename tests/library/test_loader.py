"""The library: what is on the shelves, and when it is read again."""

import os
import threading
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.errors import NotFound
from quizapp.library.loader import Library
from tests.sets import SOURCE, text

FACT = """
facts:
  road:
    says: ana
    in: {on: summit}
    quote: "We will build the long northern road together."
    cite: {report: "We will build the long northern road together."}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.md").write_text(SOURCE)
    (tmp_path / "questions" / "small.yaml").write_text(text(FACT))
    return tmp_path / "questions"


@pytest.fixture
def library(folder):
    return Library(folder, paths.WORDING / "en")


def rewrite(path, content, *, later=2):
    """Write a file and give it another time, whatever the clock's grain."""
    path.write_text(content)
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + later * 10**9))


def test_a_sound_set_stands_on_a_shelf_with_its_items(library):
    shelf = library.shelf("small")

    assert shelf.bank.title == "A small set"
    pool = shelf.count()
    assert {item.kind for item in shelf.items} >= {"who_said"}
    assert 1 <= pool.most <= len(shelf.items) == pool.count


def test_an_unknown_set_is_not_found(library):
    with pytest.raises(NotFound):
        library.shelf("other")


def test_an_unchanged_set_is_not_compiled_again(library):
    first = library.shelf("small")

    assert library.shelf("small") is first


def test_a_touched_file_with_the_same_content_keeps_its_shelf(library, folder):
    first = library.shelf("small")
    rewrite(folder / "small.yaml", text(FACT))

    assert library.shelf("small") is first


def test_a_changed_set_is_read_again(library, folder):
    first = library.shelf("small")
    rewrite(folder / "small.yaml", text(FACT).replace("A small set", "A changed set"))

    second = library.shelf("small")

    assert second.bank.title == "A changed set"
    assert second.bank.digest != first.bank.digest


def test_a_look_at_the_files_holds_as_long_as_was_said(folder):
    seconds = [10.0]
    library = Library(folder, paths.WORDING / "en", rest=1.0, clock=lambda: seconds[0])
    first = library.shelf("small")
    rewrite(folder / "small.yaml", text(FACT).replace("A small set", "A changed set"))

    seconds[0] = 10.9
    assert library.shelf("small") is first

    seconds[0] = 11.0
    assert library.shelf("small").bank.title == "A changed set"


def test_a_set_that_changes_while_it_is_read_is_read_once_more(library, folder, monkeypatch):
    read_text = Path.read_text

    def change_meanwhile(path, **how):
        if path.name == "small.md":  # which is read after the set
            monkeypatch.setattr(Path, "read_text", read_text)
            rewrite(folder / "small.yaml", text(FACT).replace("A small set", "A changed set"))
        return read_text(path, **how)

    monkeypatch.setattr(Path, "read_text", change_meanwhile)
    first = library.shelf("small")

    second = library.shelf("small")

    assert (first.bank.title, second.bank.title) == ("A small set", "A changed set")


def test_a_changed_source_makes_the_set_another_revision(library, folder):
    first = library.shelf("small").bank.digest
    rewrite(folder.parent / "seeds" / "small.md", SOURCE.replace("water was short", "rain fell"))

    assert library.shelf("small").bank.digest != first


def test_a_set_with_faults_leaves_the_shelf_and_tells_why(library, folder):
    library.shelf("small")
    rewrite(folder / "small.yaml", text(FACT).replace("says: ana", "says: nobody"))

    assert library.shelves() == ()
    assert 'there is no "nobody"' in str(library.faults()[0])


def test_who_runs_it_reads_once_what_is_wrong_with_a_set(library, folder, caplog):
    rewrite(folder / "small.yaml", text(FACT).replace("says: ana", "says: nobody"))

    for _ in range(2):
        library.shelves()

    assert caplog.text.count('there is no "nobody"') == 1


def test_a_mended_set_comes_back(library, folder):
    rewrite(folder / "small.yaml", "broken: [", later=2)
    assert library.shelves() == ()
    rewrite(folder / "small.yaml", text(FACT), later=4)

    assert len(library.shelves()) == 1
    assert library.faults() == ()


def test_two_files_cannot_have_one_id(library, folder):
    (folder / "twin.yaml").write_text(text(FACT))

    assert len(library.shelves()) == 1
    assert 'the set id "small" is taken by small.yaml' in str(library.faults()[0])


def test_a_set_saved_again_while_it_is_read_is_read_again(library, folder):
    source = folder.parent / "seeds" / "small.md"
    source.unlink()
    os.mkfifo(source)  # whoever reads it waits for the teacher, and has read the set by then

    def save_again():
        with source.open("w") as pipe:
            (folder / "small.yaml").write_text(text(FACT).replace("A small set", "A later set"))
            source.unlink()
            source.write_text(SOURCE)
            pipe.write(SOURCE)

    teacher = threading.Thread(target=save_again)
    teacher.start()
    library.shelves()
    teacher.join()

    assert library.shelf("small").bank.title == "A later set"
