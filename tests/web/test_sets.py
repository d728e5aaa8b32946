"""Sets of the database through their pages: written, checked, published, shown, linked to."""

import io
import zipfile
from dataclasses import replace

import pytest

from tests.web.visitor import Visitor
from tests.web.writing import act, base_of, file, id_of, new, yaml_of

# --- written ---


def test_a_new_set_begins_with_an_example_that_yields_questions(desk: Visitor) -> None:
    page = new(desk, "Capitals of Europe")

    assert page.status == 200
    assert "No faults." in page.text
    assert "Some of its questions" in page.text
    assert "Not published yet" in page.text


def test_a_set_needs_a_title(desk: Visitor) -> None:
    answer = desk.post("/teach/sets", {"title": "  "})

    assert answer.status == 422
    assert "Give the set a title" in answer.text


def test_faults_are_told_at_their_lines_and_nothing_is_saved_by_checking(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    wrong = yaml_of(page).replace("name: Rome", "nome: Rome").replace("name: Lisbon", "nam: L")

    answer = act(desk, page, "check", wrong)

    assert answer.status == 200
    assert "4 faults to mend" in answer.text or "faults to mend" in answer.text
    lines = [one["data-line"] for one in answer.page.all("a") if one.get("data-line")]
    wanted = [n for n, line in enumerate(wrong.split("\n"), 1) if "nome:" in line or "nam:" in line]
    assert {str(one) for one in wanted} <= set(lines)
    assert yaml_of(answer) == wrong
    assert base_of(answer) == base_of(page)
    assert "Version 1" in desk.get(page.url).text


def test_the_same_is_told_as_a_part_of_the_page_while_one_writes(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    values = {"base": "1", "yaml": yaml_of(page).replace("name: Rome", "nome: Rome")}

    answer = desk.post(f"{page.url}/check", values)

    assert answer.status == 200
    assert b"to mend before it can be published" in answer.body
    assert b"<html" not in answer.body


def test_what_is_saved_is_the_next_version(desk: Visitor) -> None:
    page = new(desk, "Capitals")

    saved = desk.follow(
        act(desk, page, "save", yaml_of(page).replace("Rome", "Roma"), note="by hand")
    )

    assert "Saved as version 2." in saved.text
    assert "Roma" in yaml_of(saved)
    versions = desk.get(f"{page.url}/versions")
    assert "by hand" in versions.text
    changes = desk.get(f"{page.url}/versions/2")
    assert "1 line added, 1 line removed" in changes.text


def test_a_version_is_brought_back(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "save", yaml_of(page).replace("Rome", "Roma"))

    again = desk.follow(desk.post(f"{page.url}/versions", {"number": "1"}))

    assert yaml_of(again) == yaml_of(page)
    assert "Brought back, as version 3." in again.text


def test_a_text_of_a_megabyte_is_taken_and_a_longer_one_is_refused_in_words(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    text = yaml_of(page)
    large = text + "# é\n" * ((1_000_000 - len(text.encode())) // 5)

    assert act(desk, page, "save", large).status == 303
    page = desk.get(page.url)
    refused = act(desk, page, "save", large + "#" * 100_000)

    assert refused.status == 422
    assert "longer than 1,000 kB" in refused.text
    assert "Version 2" in desk.get(page.url).text


def test_a_text_is_kept_as_it_was_written(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    text = "\n\n" + yaml_of(page) + "# </textarea><b>&amp; \t é 𝒳\n\n"

    act(desk, page, "save", text.replace("\n", "\r\n"))

    assert yaml_of(desk.get(page.url)) == text


def test_nothing_is_published_that_has_faults_but_it_is_saved(desk: Visitor) -> None:
    page = new(desk, "Capitals")

    answer = act(desk, page, "publish", yaml_of(page).replace("name: Rome", "nome: Rome"))

    assert answer.status == 422
    assert "It is saved, but not published." in answer.text
    assert "Version 2" in desk.get(page.url).text


# --- two at once ---


def test_changes_that_do_not_touch_come_back_joined_and_unsaved(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "save", yaml_of(page).replace("name: Paris", "name: PARIS"))

    answer = act(desk, page, "save", yaml_of(page).replace("name: Portugal", "name: PORTUGAL"))

    assert answer.status == 409
    assert "Nothing of yours is saved yet." in answer.text
    assert "name: PARIS" in yaml_of(answer)
    assert "name: PORTUGAL" in yaml_of(answer)
    assert base_of(answer) == "2"
    assert desk.follow(act(desk, replace(answer, url=page.url), "save", yaml_of(answer)))
    assert "Version 3" in desk.get(page.url).text


def test_changes_of_the_same_line_come_back_apart(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "save", yaml_of(page).replace("name: Paris", "name: PARIS"))

    answer = act(desk, page, "save", yaml_of(page).replace("name: Paris", "name: Lutetia"))

    assert answer.status == 409
    assert "You both changed the same lines." in answer.text
    assert "name: Lutetia" in yaml_of(answer)
    assert "name: PARIS" in answer.page.all("details")[0].text


# --- files ---


def test_files_are_added_and_removed_each_as_a_version(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    source = b"---\ntitle: Notes\n---\n\n[p1] Paris is large.\n"

    added = desk.follow(
        desk.post(f"{page.url}/files", {"base": "1", **file("notes.md", source)})  # type: ignore[dict-item]
    )
    assert "seeds/notes.md" in added.text
    gone = desk.follow(
        desk.post(f"{page.url}/files/remove", {"base": "2", "name": "seeds/notes.md"})
    )

    assert "seeds/notes.md" not in gone.page.one("section", **{"aria-labelledby": "files"}).text
    assert "Version 3" in gone.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.md", b"\xff\xfe", "is not UTF-8"),
        ("my notes.md", b"x", "a file&#39;s name is made of"),
        ("", b"", "Choose a file"),
    ],
)
def test_a_file_that_cannot_be_one_is_refused(
    desk: Visitor, name: str, content: bytes, said: str
) -> None:
    page = new(desk, "Capitals")

    answer = desk.post(f"{page.url}/files", {"base": "1", **file(name, content)})  # type: ignore[dict-item]

    assert answer.status == 422
    assert said.encode() in answer.body
    assert "Version 1" in desk.get(page.url).text


def test_a_set_goes_out_as_a_zip_and_comes_in_again(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    desk.post(f"{page.url}/files", {"base": "1", **file("a.md", b"[p1] x\n")})  # type: ignore[dict-item]
    out = desk.get(f"{page.url}/export")
    assert out.headers["Content-Disposition"].startswith("attachment; filename=capitals")

    names = zipfile.ZipFile(io.BytesIO(out.body)).namelist()
    assert names == [f"questions/{id_of(page)}.yaml", "seeds/a.md"]
    again = desk.follow(desk.post("/teach/sets/import", file("mine.zip", out.body)))  # type: ignore[arg-type]

    assert "seeds/a.md" in again.text
    assert id_of(again) != id_of(page)


def test_an_older_version_goes_out_too(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "save", yaml_of(page).replace("Rome", "Roma"))

    out = desk.get(f"{page.url}/export?version=1").body

    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert b"Roma" not in archive.read(archive.namelist()[0])


def test_a_zip_takes_the_place_of_what_a_set_said(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    text = yaml_of(page).replace("Rome", "Roma").encode()

    came = desk.follow(
        desk.post(f"{page.url}/import", {"base": "1", **file("set.yaml", text)})  # type: ignore[dict-item]
    )

    assert "Roma" in yaml_of(came)
    assert "Version 2" in came.text


@pytest.mark.parametrize("where", ["/teach/sets/import", "import"])
def test_what_is_no_set_is_refused_in_words(desk: Visitor, where: str) -> None:
    page = new(desk, "Capitals")
    url = where if where.startswith("/") else f"{page.url}/{where}"
    more = {} if where.startswith("/") else {"base": "1"}

    answer = desk.post(url, {**more, **file("a.docx", b"no zip")})  # type: ignore[dict-item]

    assert answer.status == 422
    assert "give a zip, or the YAML file of a set" in answer.text


def test_a_set_of_the_folder_is_copied_with_its_source(desk: Visitor) -> None:
    copied = desk.follow(desk.post("/teach/sets/copy", {"set_id": "india-us-2plus2-2023"}))

    assert "No faults." in copied.text
    assert "A copy of “India-US 2+2 Ministerial Dialogue, November 2023”." in copied.text
    assert "seeds/india-us-2plus2-2023.md" in copied.text
    assert id_of(copied).startswith("india-us-2plus2-2")


def test_what_is_not_there_is_not_copied(desk: Visitor) -> None:
    assert desk.post("/teach/sets/copy", {"set_id": "no-such-set"}).status == 404


def test_all_questions_are_shown_fact_by_fact(desk: Visitor) -> None:
    page = new(desk, "Capitals")

    answer = desk.get(f"{page.url}/items")

    assert answer.status == 200
    assert [one.text for one in answer.page.all("h2")] == ["capitals"]
    assert len(answer.page.all("li", class_="posed")) >= 40
