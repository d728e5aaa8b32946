"""Sets of the database through their pages: published, taken, shown to others, linked to."""

from flask import Flask

from quizapp.core.people.roles import Role
from quizapp.core.sets.heading import starter
from quizapp.services.run import Store
from tests.conftest import NOW
from tests.people import Person, account
from tests.services.authors import begun
from tests.web.visitor import Visitor
from tests.web.writing import act, id_of, new, yaml_of

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
