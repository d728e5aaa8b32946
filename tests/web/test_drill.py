"""What starts from the page of what is known: a drill of a pair, a sitting of the set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from quizapp.core.memory.leeches import LAPSES
from quizapp.core.memory.state import Memory
from quizapp.services.known_answers import pairs_of
from quizapp.services.run import Store
from quizapp.store.memories import KeptMemory, save_memories
from tests.conftest import NOW
from tests.core.items import bundled
from tests.people import Person
from tests.services.knowing import answered
from tests.services.memories import memories
from tests.services.mixing import BUNDLE, NAMES, choices, mix_up
from tests.web.html import Element
from tests.web.knowing import KNOWN, section
from tests.web.test_learn import SET
from tests.web.visitor import Answer, Visitor, form_of, token

DAY = timedelta(days=1)


@pytest.fixture
def confused(as_ana: Visitor, web_store: Store, ana: Person) -> Visitor:
    """Ana, who takes two people for each other."""
    web_store.write(lambda session: mix_up(session, ana, NOW))
    return as_ana


def options(page: Answer) -> list[str]:
    return [one.text for one in page.page.all("span", class_="options-text")]


def first_form(page: Answer) -> Element:
    return section(page, "confusions").all("form")[0]


def test_each_pair_has_a_button_that_says_which_one_it_is(confused: Visitor) -> None:
    page = confused.get(KNOWN)

    first = section(page, "confusions").all("li")[0]
    assert first.one("button").text == f"Practise this pair: {NAMES[0]} and {NAMES[1]}"
    assert first.text.startswith(f"You mix {NAMES[0]} with {NAMES[1]}")
    keys = [one["value"] for one in page.page.all("input", name="start_key")]
    assert len(keys) == len(set(keys)) > 1


def test_the_button_leads_to_questions_with_both_as_options(confused: Visitor) -> None:
    started = confused.submit(confused.get(KNOWN), "/drill")
    assert started.status == 303
    attempt = started.leads_to.rpartition("/")[0]
    rights = set()

    page = confused.follow(started)
    while "End the sitting" not in page.text:
        assert sorted(options(page)) == sorted(NAMES)
        assert "Pause" in page.text
        assert "I don’t know" in page.text
        answered = confused.submit(page, response=token(page, NAMES[0]))
        page = confused.get(answered.leads_to)
        verdict = page.page.one("p", class_="verdict-word")
        rights.add(NAMES["Right" not in verdict.text])
        if "End the sitting" not in page.text:
            place = int(answered.leads_to.partition("#")[0].rpartition("/")[2])
            page = confused.get(f"{attempt}/{place + 1}")

    assert rights == set(NAMES)
    result = confused.follow(confused.submit(page, "/finish"))
    assert "Practice · " in confused.get("/history").text
    assert "On with practice" in result.text


def test_a_double_click_starts_one_drill(confused: Visitor) -> None:
    page = confused.get(KNOWN)

    first, second = (confused.submit(page, "/drill") for _ in range(2))

    assert first.leads_to == second.leads_to


def test_where_nothing_can_be_asked_the_page_says_so_kindly(confused: Visitor) -> None:
    sent = confused.submit(confused.get(KNOWN), "/drill", one="Ana Roy", other="Ben Lal")

    assert (sent.status, sent.leads_to) == (303, f"{KNOWN}?nothing=drill#confusions")
    told = section(confused.get(KNOWN + "?nothing=drill"), "confusions")
    assert "There is nothing to ask about this pair now" in told.one("div", role="status").text
    assert not section(confused.get(KNOWN), "confusions").all("div", role="status")


def test_of_a_stranger_nothing_is_known_to_be_mixed_up(confused: Visitor, visitor: Visitor) -> None:
    form = form_of(confused.get(KNOWN), "/drill")
    values = {one["name"]: one["value"] for one in form.all("input")}

    sent = visitor.post(form["action"], {**values})

    assert sent.leads_to == f"{KNOWN}?nothing=drill#confusions"
    assert "Set-Cookie" not in sent.headers
    assert visitor.get(f"{KNOWN}?nothing=drill").status == 200


def test_a_form_that_no_page_of_ours_has_is_refused(confused: Visitor) -> None:
    page = confused.get(KNOWN)

    for wrong in ({"start_key": "short"}, {"third": "x"}, {"one": ""}, {"other": "x" * 301}):
        assert confused.submit(page, "/drill", **wrong).status == 400
    assert confused.post(f"{SET}/drill").status == 400
    assert confused.post("/sets/none/drill").status == 404


def test_a_pair_of_which_only_one_is_ever_right_has_no_button(
    as_ana: Visitor, web_store: Store, ana: Person
) -> None:
    item = next(
        one
        for one in choices()
        if {"India", "Canada"} <= {option.text for option in one.options}
        and one.options[one.key[0]].text == "India"
    )
    twice = [(item, "Canada")] * 2
    web_store.write(lambda session: answered(session, ana, NOW, *twice, bundle=BUNDLE))

    pair = section(as_ana.get(KNOWN), "confusions").one("li")

    assert "You mix Canada with India: 2 times" in pair.text
    assert not pair.all("form")
    assert as_ana.get(pair.one("a")["href"]).status == 200


# --- a sitting of the set ---


def test_practise_this_set_starts_the_sitting_at_once(confused: Visitor) -> None:
    page = confused.get(KNOWN)
    button = form_of(page, "/practice").one("button")

    started = confused.submit(page, "/practice")

    assert button.text == "Practise this set"
    assert "Question 1 of" in confused.follow(started).text


def everything_known(store: Store, person: Person, slots, *, lapses: int = 0, due: int = 3) -> None:
    memory = Memory(2.0, 5.0, NOW.date() - DAY, reps=lapses + 1, lapses=lapses)
    kept = [KeptMemory(slot, memory, NOW.date() + due * DAY, "none") for slot in slots]
    store.write(lambda session: save_memories(session, person.id, kept, known={}))


def test_where_nothing_is_due_it_says_when_something_will_be(
    as_ana: Visitor, web_store: Store, ana: Person, library
) -> None:
    slots = library.shelf(bundled.SET).slots
    everything_known(web_store, ana, slots)

    text = as_ana.get(KNOWN).text

    assert "Practise this set" not in text
    assert (
        f"Nothing is due, and everything was asked. Next: {len(slots)} due on 4 Mar 2026." in text
    )


# --- what slips again and again ---


def test_a_leech_is_to_be_read_again(
    as_ana: Visitor, web_store: Store, ana: Person, library
) -> None:
    slots = [slot for slot in library.shelf(bundled.SET).slots if slot.endswith("/said")]
    everything_known(web_store, ana, slots[:7], lapses=LAPSES, due=0)

    practice = section(as_ana.get(SET), "practice")

    assert "7 things to know were forgotten so often that asking once more" in practice.text
    leeches = practice.one("ul", class_="standings").all("li")
    assert len(leeches) == 5
    for leech in leeches:
        fact, passage = leech.all("a")
        assert as_ana.get(fact["href"]).status == 200
        assert as_ana.get(passage["href"]).page.one("figure", id=passage["href"].partition("#")[2])
    assert "The others are on the page of what you know" in practice.text


def test_a_leech_that_is_mixed_up_offers_the_drill(
    confused: Visitor, web_store: Store, ana: Person, library
) -> None:
    shelf = library.shelf(bundled.SET)
    (pair, *_) = web_store.read(lambda session: pairs_of(session, ana.id, shelf))
    slot = min(pair.slots)

    def slip(session: Session) -> None:
        kept = memories(session, ana)[slot]
        worse = replace(kept.memory, reps=9, lapses=LAPSES, stability=1.0)
        leech = replace(kept, memory=worse, due=NOW.date())
        save_memories(session, ana.id, [leech], known={slot: leech})

    web_store.write(slip)
    page = confused.get(SET)

    started = confused.submit(page, "/drill")

    practice = section(page, "practice")
    assert len(practice.one("ul", class_="standings").all("li")) == 1
    (told,) = practice.one("ul", class_="confusions").all("li")
    assert told.text.startswith(f"Here you mix {NAMES[0]} with {NAMES[1]}.")
    assert sorted(options(confused.follow(started))) == sorted(NAMES)
