"""What holds of every page: sound HTML, titles that differ, and that looking changes nothing."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.library.loader import Library
from quizapp.services.run import Store
from quizapp.store.tables import METADATA
from quizapp.web.app import create_app
from tests import answerable, make
from tests.web.conftest import Start
from tests.web.html import Element
from tests.web.test_learn import SET
from tests.web.visitor import Answer, Visitor, token

MANY = make.item(key=("Ana", "Ben"), format="choices", stem="Who were mayors?")
#: Every way to answer that the first attempt has not.
OTHERS = {
    "statements": answerable.statements_item(),
    "matching": answerable.matching_item(),
    "lists": answerable.lists_item(),
    "ordering": answerable.ordering_item(),
    "number": answerable.number_item(),
    "date": answerable.date_item(),
    "card": answerable.card_item(),
    "count": answerable.count_item(),
}
TRUTH = make.item("True", options=("True", "False"), format="true_false", stem="It rained.")


@pytest.fixture
def pages(as_ana: Visitor, start: Start) -> dict[str, Answer]:
    """Return every page in its states, by the state's name."""
    each = start(make.item(), MANY, TRUTH, make.typed_item())
    end = start(*make.items(3), feedback_each=False)
    done = start(make.item(), MANY)
    form = as_ana.get(f"{each}/1")
    as_ana.submit(form, response=token(form, "Ben"))
    form = as_ana.get(f"{done}/2")
    as_ana.submit(form, response=token(form, "Ana"))
    as_ana.submit(as_ana.get(f"{done}/finish"))
    others = start(*OTHERS.values(), feedback_each=False)
    urls = {
        **{name: f"{others}/{place}" for place, name in enumerate(OTHERS, start=1)},
        "turned card": f"{others}/7?show=yes",
        "home": "/",
        "set": SET,
        "closed question": f"{each}/1",
        "many": f"{each}/2",
        "true or false": f"{each}/3",
        "typed": f"{each}/4",
        "open question": f"{end}/2",
        "finish": f"{end}/finish",
        "result": f"{done}/result",
        "late result": f"{done}/result?late=yes",
        "history": "/history",
        "settings": "/settings",
        "plan": f"{SET}/plan",
        "nothing known": f"{SET}/known",
        "fact never asked": f"{SET}/known/dialogue/date",
        "missing": "/nothing",
        "patterns": "/patterns",
    }
    seen = {name: as_ana.get(url) for name, url in urls.items()}
    seen["unanswered"] = as_ana.submit(seen["many"])
    seen["not typed"] = as_ana.submit(seen["typed"])
    for name in ("statements", "matching", "ordering", "number", "date", "card"):
        seen[f"{name}, unanswered"] = as_ana.submit(seen[name])
        assert seen[f"{name}, unanswered"].status == 422
    seen["settings again"] = as_ana.submit(seen["settings"], minutes="none")
    seen["plan again"] = as_ana.submit(seen["plan"], day="never")
    seen["start again"] = as_ana.submit(seen["set"], length="x", feedback="x")
    return seen


def test_ids_are_unique(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        ids = [one["id"] for one in answer.page.all() if one.get("id")]
        assert len(ids) == len(set(ids)), name


def test_every_group_of_choices_has_a_legend(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        groups = answer.page.all("fieldset")
        inside = [box for group in groups for box in _choices(group)]
        assert all(group.one("legend").text for group in groups), name
        assert len(inside) == len(_choices(answer.page)), name


def _choices(element: Element) -> list[Element]:
    return [*element.all("input", type="radio"), *element.all("input", type="checkbox")]


def test_every_control_has_a_label(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        wrapped = {box["id"] for label in answer.page.all("label") for box in label.all("input")}
        named = {label.get("for") for label in answer.page.all("label")}
        controls = [
            one for one in answer.page.all("input", "select") if one.get("type") != "hidden"
        ]
        assert all(one["id"] in wrapped | named for one in controls), name


def test_every_reference_arrives(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        ids = {one.get("id") for one in answer.page.all()}
        assert set(_references(answer.page)) <= ids, name


def _references(page: Element) -> Iterator[str]:
    for one in page.all():
        for attribute in ("aria-describedby", "aria-labelledby", "for", "form"):
            yield from (one.get(attribute) or "").split()
        if (one.get("href") or "").startswith("#"):
            yield one["href"].removeprefix("#")


def test_every_error_is_linked_from_the_summary(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        errors = {error.text for error in answer.page.all("p", class_="error")}
        if name == "patterns":
            continue
        links = [
            link for box in answer.page.all("div", class_="error-summary") for link in box.all("a")
        ]
        assert {f"Error: {link.text}" for link in links} == errors, name
        assert answer.title.startswith("Error: ") == bool(errors), name


def test_every_page_has_one_heading_and_no_level_is_left_out(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        levels = [int(one.tag[1]) for one in answer.page.all("h1", "h2", "h3", "h4")]
        if answer.page.all("div", class_="error-summary"):
            levels.remove(2)  # the summary stands above the heading, as it should
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_titles_differ(pages: dict[str, Answer]) -> None:
    several = {"late result", "turned card"}
    titles = [answer.title for name, answer in pages.items() if name not in several]

    assert len(titles) == len(set(titles))


def test_pages_say_their_language_and_skip_to_their_content(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        assert answer.page.one("html")["lang"] == "en", name
        skip = answer.page.one("a", class_="skip")
        assert answer.page.one("main")["id"] == skip["href"].removeprefix("#")


def test_pages_hold_no_style_or_script_of_their_own(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        for one in answer.page.all():
            assert not {a for a in one.attributes if a == "style" or a.startswith("on")}, name
            assert one.tag != "style", name
            assert one.tag != "script" or one["src"].startswith("/static/"), name


def test_pages_load_nothing_from_elsewhere(pages: dict[str, Answer]) -> None:
    for name, answer in pages.items():
        links = [one.get(a) for one in answer.page.all() for a in ("href", "src", "action")]
        assert all(link is None or (link[0] in "/#" and link[:2] != "//") for link in links), name


def test_the_patterns_are_shown_only_where_they_are_asked_for(
    tmp_path: Path, web_store: Store, library: Library
) -> None:
    plain = create_app(make.config(tmp_path), store=web_store, library=library)

    assert Visitor(plain).get("/patterns").status == 404


def test_looking_at_pages_changes_nothing(
    as_ana: Visitor, pages: dict[str, Answer], web_store: Store
) -> None:
    before = rows(web_store)

    seen: set[str] = set()
    ahead = ["/", SET, "/patterns", "/readyz", "/healthz", "/nothing"]
    while ahead:
        url = ahead.pop().partition("#")[0]
        if not url or url in seen:
            continue
        seen.add(url)
        answer = as_ana.get(url)
        if "Location" in answer.headers:
            ahead.append(answer.leads_to)
        elif "text/html" in answer.headers["Content-Type"]:
            ahead += [one["href"] for one in answer.page.all("a", "link")]

    assert len(seen) > 15
    assert rows(web_store) == before


def rows(store: Store) -> dict[str, str]:
    """Return a hash of the rows of each table."""
    with store.engine.connect() as connection:
        return {
            table.name: _hash(connection.execute(select(table)).all())
            for table in METADATA.sorted_tables
        }


def _hash(found: object) -> str:
    return hashlib.sha256(repr(found).encode()).hexdigest()
