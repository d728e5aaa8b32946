"""The pages of what is known: of a set, and of one of its facts."""

import re
from dataclasses import replace
from functools import partial

import pytest
from flask import Flask

from quizapp.library.loader import Library
from quizapp.services.known import known
from quizapp.services.run import Store
from quizapp.services.views import Waiting
from quizapp.services.views.known import Leaf, MixedUp
from quizapp.web.app import create_app
from quizapp.web.context import EXTENSION
from quizapp.web.pages import render
from tests import make
from tests.conftest import NOW, only
from tests.core.items import bundled
from tests.people import Person
from tests.statements import told_by
from tests.web import test_every_page as every_page
from tests.web.branches import Ways
from tests.web.knowing import KNOWN, asking, section
from tests.web.test_learn import SET
from tests.web.visitor import Visitor


def test_a_stranger_is_told_what_to_do(visitor: Visitor) -> None:
    page = visitor.get(KNOWN)

    assert page.status == 200
    assert "You have not been asked anything of this set yet" in page.text
    assert page.page.one("main").one("a", class_="button")["href"] == SET
    assert page.headers.get("Set-Cookie") is None


def test_a_learner_without_reviews_sees_the_same(as_ana: Visitor, visitor: Visitor) -> None:
    assert as_ana.get(KNOWN).body == visitor.get(KNOWN).body


@pytest.mark.parametrize("path", ["known", "known/x/y"])
def test_of_a_set_that_is_not_there_nothing_is_known(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"/sets/nothing/{path}").status == 404


@pytest.mark.parametrize("slot", ["x", "x/y", "voice/held", "dialogue", "voice//said", "a/b/c/d"])
def test_a_fact_that_the_set_does_not_have_is_not_found(studious: Visitor, slot: str) -> None:
    assert studious.get(f"{KNOWN}/{slot}").status == 404


def test_the_page_of_a_set_leads_there(visitor: Visitor) -> None:
    assert visitor.get(SET).page.one("a", href=KNOWN).text == "What you know"


def test_the_page_tells_what_is_remembered_now_and_on_the_day_of_the_exam(studious) -> None:
    page = studious.get(KNOWN)

    assert page.page.one("p", class_="score").text == "3 of 81 facts remembered now"
    assert "Expected of the 4 facts that you were asked" in page.text
    assert "The other 77 facts were never asked" in page.text
    assert "On your exam day: 3 of 81" in page.text
    assert "Your exam is on 31 Mar 2026" in page.text


def test_every_picture_has_its_words_or_its_table(studious: Visitor) -> None:
    page = studious.get(KNOWN)

    for name, rows in {"due": 14, "topics": 4, "retention": 1, "calendar": 2}.items():
        found = section(page, name)
        assert found.all("svg"), name
        assert len(found.one("tbody").all("tr")) == rows, name
    for picture in page.page.all("svg"):
        assert picture["aria-hidden"] == "true"


@pytest.mark.parametrize(
    "holds",
    [
        every_page.test_ids_are_unique,
        every_page.test_every_reference_arrives,
        every_page.test_every_page_has_one_heading_and_no_level_is_left_out,
        every_page.test_titles_differ,
        every_page.test_pages_hold_no_style_or_script_of_their_own,
        every_page.test_pages_load_nothing_from_elsewhere,
    ],
)
def test_what_holds_of_every_page_holds_of_these(studious: Visitor, learn, holds) -> None:
    learn(1, *((asking(atom.slot), "Cy") for atom in bundled.context().bank.atoms))
    facts = ("concerns/said", "concerns/about:pannun-threats", "agenda/said", "exchanged/said")
    urls = [KNOWN, *(f"{KNOWN}/{fact}" for fact in facts)]

    holds({url: studious.get(url) for url in urls})


def test_facts_lead_to_their_page_and_their_passage(studious: Visitor) -> None:
    facts = section(studious.get(KNOWN), "facts").all("li")

    assert len(facts) == 4
    for fact in facts:
        first, *_ = fact.all("a")
        assert studious.get(first["href"]).status == 200
        missed = r"✗ Failing · missed the last time"
        assert re.search(
            rf"({missed}|[✗◐✓] (Failing|Due|Known)) · \d+ % today · due \d+ \w+ 2026", fact.text
        )
    said = next(one for one in facts if "Vinay Kwatra" in one.text and "words" in one.text)
    assert "“presents serious security concerns”" in said.text
    passage = said.all("a")[1]["href"]
    assert studious.get(passage).page.one("figure", id=passage.partition("#")[2])


def test_the_source_is_painted_in_words_too(studious: Visitor) -> None:
    sources = section(studious.get(KNOWN), "sources")

    legend = sources.one("ul", class_="legend").text
    assert "○ Never asked: 77 facts" in legend
    counts = [int(one) for one in re.findall(r": (\d+) fact", legend)]
    assert sum(counts) == 81
    painted = [one for place in sources.all("p") for one in place.all(class_="painted")]
    assert {one["data-state"] for one in painted} > {"never", "failing"}
    for run in painted:
        word = {"never": "never asked"}.get(run["data-state"], run["data-state"])
        assert f"({word}" in run.one("span", class_="unseen").text
        assert (run.tag == "a") == (run["data-state"] != "never")
        assert run.tag == "span" or studious.get(run["href"]).status == 200


def test_the_names_of_slots_that_were_never_asked_stand_nowhere(studious: Visitor) -> None:
    page = studious.get(KNOWN).body.decode()

    for slot in ("party:india", "covered:defence", "india:quad", "took_part:modi"):
        assert slot not in page


def test_what_is_mixed_up_is_named(studious: Visitor) -> None:
    found = section(studious.get(KNOWN), "confusions").text

    assert "You mix Ana with Ben: 2 times" in found


def test_answers_that_were_never_asked_for_stand_nowhere_but_in_the_source(studious) -> None:
    page = studious.get(KNOWN)
    sources = section(page, "sources").text

    rest = page.text.replace(sources, "")

    for answer in ("Ajit", "Narendra Modi was", "Quad", "7 October", "Lloyd Austin"):
        assert answer not in rest, answer


@pytest.mark.parametrize(
    "query", ["from=50", "from=x", "from=-1", "from=99999999999", "paragraph=7"]
)
def test_a_place_that_is_not_in_the_list_shows_what_there_is(studious: Visitor, query: str) -> None:
    page = studious.get(f"{KNOWN}?{query}")

    assert page.status == 200
    assert len(section(page, "facts").all("li")) == 4


def test_long_lists_stand_on_several_pages(studious: Visitor, learn) -> None:
    slots = [atom.slot for atom in bundled.context().bank.atoms]
    learn(1, *((asking(slot), "Ana Roy") for slot in dict.fromkeys(slots)))

    first = studious.get(KNOWN)
    second = studious.get(section(first, "facts").one("nav").one("a")["href"])

    assert len(section(first, "facts").all("li")) == 50
    assert section(second, "facts").one("ol")["start"] == "51"
    assert section(second, "facts").one("nav").one("a").text == "The ones before"
    links = [section(one, "facts").all("li") for one in (first, second)]
    assert len({row.all("a")[0]["href"] for rows in links for row in rows}) == 79


@only("sqlite")
def test_the_page_asks_the_database_as_often_for_many_facts_as_for_few(
    app: Flask, studious: Visitor, learn, web_store: Store
) -> None:
    counts = []
    for slots in (["voice/said"], [atom.slot for atom in bundled.context().bank.atoms]):
        learn(1, *((asking(slot), "Cy") for slot in dict.fromkeys(slots)))
        with told_by(web_store.engine) as statements:
            studious.get(KNOWN)
            app.extensions[EXTENSION].fitting.settle()  # it asks, too, but in a thread of its own
        counts.append(len(statements))

    assert counts[0] == counts[1] > 0


@only("sqlite")
def test_every_way_of_the_templates_is_taken(
    studious: Visitor, learn, web_store: Store, library: Library, ana: Person, tmp_path
) -> None:
    config = make.config(tmp_path)
    app = create_app(config, store=web_store, library=library, now=lambda: NOW)
    ways = Ways(app.jinja_env, only="known/")
    visitor = Visitor(app, ana)
    job = partial(known, learner_id=ana.id, shelf=library.shelf(bundled.SET), now=NOW)

    for url in (KNOWN, f"{KNOWN}/concerns/said", f"{KNOWN}/voice/said", f"{KNOWN}/visit/place"):
        visitor.get(url)
    learn(60, (asking("agenda/said"), "Ana Roy"))
    visitor.get(f"{KNOWN}/agenda/said")
    learn(2, *((asking(slot), "Cy") for slot in library.shelf(bundled.SET).asks.slots.values()))
    for url in (KNOWN, f"{KNOWN}?from=50", f"{KNOWN}/agenda/said", f"{KNOWN}/state-visit/means"):
        visitor.get(url)
    learn(0, (asking("agenda/said"), "Cy"))
    visitor.get(f"{KNOWN}/agenda/said")
    view = web_store.read(job)
    bare = replace(
        view,
        more_topics=3,
        months=(),
        sources=replace(view.sources, paragraphs=(), leaf=Leaf(20, 40, 20, 60)),
        answers=replace(view.answers, confusions=()),
        calendar=replace(view.calendar, streak=0),
    )
    mixed_up = (
        MixedUp("Ana", "Ben", 3, has_drill=True, slot=None),
        MixedUp("Ana", "Cy", 2, has_drill=False, slot="visit/place"),
        MixedUp("Ben", "Cy", 2, has_drill=False, slot=None),
    )
    later = Waiting(0, 0, 0, 0, 0, next_due=NOW.date(), next_count=2)
    never = replace(later, next_due=None)
    few = replace(
        bare,
        exam=None,
        sources=replace(view.sources, unplaced=0),
        answers=replace(view.answers, confusions=mixed_up),
    )
    with app.app_context():
        for one, waiting in ((bare, later), (few, never)):
            render("known/known.html", known=one, waiting=waiting, new_key=str, nothing=True)
    Visitor(app).get(KNOWN)

    assert not ways.missed, "\n".join(ways.missed)
