"""Sets of the database through their pages: written, checked, published, shown, linked to."""

import html
import io
import re
import zipfile
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.core.people.roles import Role
from quizapp.core.sets.heading import starter
from quizapp.services.run import Store
from tests.conftest import NOW
from tests.people import Person, account
from tests.services.authors import begun
from tests.web.visitor import Answer, Visitor


@pytest.fixture
def tara(web_store: Store) -> Person:
    return web_store.write(lambda session: account(session, NOW, role=Role.TEACHER))


@pytest.fixture
def desk(app: Flask, tara: Person) -> Visitor:
    return Visitor(app, tara)


def new(desk: Visitor, title: str) -> Answer:
    """Begin a set; return its page."""
    return desk.follow(desk.post("/teach/sets", {"title": title}))


def yaml_of(page: Answer) -> str:
    """Return what the text field holds, to the sign: a browser drops the first end of a line."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.body.decode(), re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def base_of(page: Answer) -> str:
    return page.page.all("input", name="base")[0]["value"]


def act(desk: Visitor, page: Answer, do: str, yaml: str, **more: str) -> Answer:
    values = {"base": base_of(page), "yaml": yaml, "note": "", "do": do, **more}
    return desk.post(page.url.partition("?")[0], values)


def id_of(page: Answer) -> str:
    return next(
        line.removeprefix("set: ") for line in yaml_of(page).split("\n") if line.startswith("set: ")
    )


def file(name: str, content: bytes) -> dict[str, object]:
    return {"file": (io.BytesIO(content), name)}


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


# --- taken by learners ---


def test_what_is_published_is_taken_by_whom_it_is_shown_to(desk: Visitor, visitor: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "publish", yaml_of(page))
    set_id = id_of(page)
    assert visitor.get(f"/sets/{set_id}").status == 404
    assert desk.get(f"/sets/{set_id}").status == 200
    for rest in ("plan", "known"):
        assert visitor.get(f"/sets/{set_id}/{rest}").status == 404
    for rest in ("start", "practice", "drill", "plan"):
        assert visitor.post(f"/sets/{set_id}/{rest}", {}).status == 404

    desk.post(f"{page.url}/sharing", {"audience": "public"})

    seen = visitor.get(f"/sets/{set_id}")
    assert seen.status == 200
    assert visitor.follow(visitor.submit(seen)).status == 200
    assert "Capitals" in visitor.get("/").text


def test_what_was_begun_stays_with_its_version(desk: Visitor, visitor: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "publish", yaml_of(page))
    desk.post(f"{page.url}/sharing", {"audience": "public"})
    set_id = id_of(page)
    first = visitor.follow(visitor.submit(visitor.get(f"/sets/{set_id}")))
    shown = first.page.all("form")[0].text

    fresh = desk.get(page.url)
    changed = yaml_of(fresh)
    for old in ("Paris", "Rome", "Madrid", "Lisbon", "France", "Italy", "Spain", "Portugal"):
        changed = changed.replace(f"name: {old}", f"name: New {old}")
    act(desk, fresh, "publish", changed)

    assert visitor.get(first.url).page.all("form")[0].text == shown
    again = visitor.follow(visitor.submit(visitor.get(f"/sets/{set_id}")))
    assert "New " in again.text


def test_a_set_that_is_shown_to_a_class_is_assigned_and_offered(desk: Visitor) -> None:
    page = new(desk, "Capitals to assign")
    act(desk, page, "publish", yaml_of(page))
    desk.post("/teach/classes", {"name": "10 B", "approval": "no", "pseudonyms": "no"})
    links = (one["href"] for one in desk.get("/teach/classes").page.all("a"))
    link = next(one for one in links if one.startswith("/teach/classes/"))

    form = desk.get(f"{link}/assign")

    assert id_of(page) in [one["value"] for one in form.page.all("option")]
    given = desk.follow(desk.submit(form, "/assign", set_id=id_of(page)))
    assert given.status == 200


# --- who else ---


def test_another_teacher_finds_nothing_of_it(app: Flask, web_store: Store, desk: Visitor) -> None:
    page = new(desk, "Capitals")
    thea = web_store.write(lambda session: account(session, NOW, role=Role.TEACHER))
    other = Visitor(app, thea)

    for rest in ("", "/versions", "/versions/1", "/sharing", "/items", "/export"):
        assert other.get(page.url + rest).status == 404
    assert act(other, page, "save", "x").status == 404
    assert other.post(f"{page.url}/check", {"base": "1", "yaml": "x"}).status == 404


def test_somebody_is_let_in_and_out(app: Flask, web_store: Store, desk: Visitor) -> None:
    page = new(desk, "Capitals")
    thea = web_store.write(
        lambda session: account(session, NOW, name="Thea Let In", role=Role.TEACHER)
    )
    refused = desk.post(f"{page.url}/authors", {"name": "Nobody at all"})
    assert refused.status == 422
    assert "No teacher here has that name." in refused.text

    seen = desk.follow(desk.post(f"{page.url}/authors", {"name": "thea let in"}))

    assert "Thea Let In" in seen.text
    other = Visitor(app, thea)
    assert act(other, page, "save", yaml_of(page) + "# hers\n").status == 303
    assert other.post(f"{page.url}/sharing", {"audience": "public"}).status == 409
    desk.post(f"{page.url}/authors/remove", {"name": "Thea Let In"})
    assert other.get(page.url).status == 404


def test_an_archived_set_is_gone_until_it_is_taken_back(desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "publish", yaml_of(page))
    desk.post(f"{page.url}/archive", {"archived": "yes"})

    assert desk.get(f"/sets/{id_of(page)}").status == 404
    assert act(desk, page, "save", yaml_of(page) + "#\n").status == 409
    desk.post(f"{page.url}/archive", {"archived": "no"})
    assert desk.get(f"/sets/{id_of(page)}").status == 200


# --- links ---


def test_a_link_leads_a_stranger_to_the_quiz_it_fixes(
    desk: Visitor, visitor: Visitor, web_store: Store, tara: Person
) -> None:
    begun_here = begun(web_store, tara, NOW, title="Linked capitals")
    page = desk.get(f"/teach/sets/{begun_here.public_id}")
    act(desk, page, "publish", yaml_of(page))
    form = desk.get(f"/teach/links?set={begun_here.set_id}")
    made = desk.follow(desk.submit(form, "/links", length="5", feedback="end"))
    address = next(one["href"] for one in made.page.all("a") if "/go/" in one["href"])
    path = "/go/" + address.rpartition("/go/")[2]

    seen = visitor.get(path)
    assert "5 questions" in seen.text
    question = visitor.follow(visitor.submit(seen))

    assert "Question 1 of 4" in question.text  # there are four facts
    assert visitor.get(f"/sets/{begun_here.set_id}").status == 404
    desk.post(f"/teach/links/{path.rpartition('/')[2]}/end")
    assert visitor.get(path).status == 404
    assert visitor.get(question.url).status == 200


def test_a_link_is_made_to_what_one_sees_only(app: Flask, web_store: Store, desk: Visitor) -> None:
    page = new(desk, "Capitals")
    act(desk, page, "publish", yaml_of(page))
    thea = web_store.write(lambda session: account(session, NOW, role=Role.TEACHER))
    other = Visitor(app, thea)

    answer = other.submit(other.get("/teach/links"), "/links", set_id=id_of(page))

    assert answer.status == 422
    assert "Choose a set" in answer.text


def test_a_form_of_ours_that_is_no_set_stays_small(desk: Visitor) -> None:
    assert desk.post("/teach/sets", {"title": "x" * 70_000}).status == 413


def test_the_starter_is_what_a_new_set_says(desk: Visitor) -> None:
    page = new(desk, "Été: “A”")

    assert yaml_of(page) == starter(id_of(page), "Été: “A”")
