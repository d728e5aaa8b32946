"""The page of the settings: what it says, what it stores, what it refuses."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.core.memory.weights import USUAL, Weights
from quizapp.services import limits
from quizapp.services.limits import Limit
from quizapp.services.run import Store
from quizapp.store.weights import Decision, Tried, Verdict, add_decision
from tests.conftest import NOW
from tests.people import Person
from tests.web.visitor import Answer, Visitor

WANTED = {"zone": "Asia/Kolkata", "retention": "85", "minutes": "45", "keys": "off"}
PRESET = {"zone": "UTC", "retention": "90", "minutes": "15", "keys": "on"}


def standing(seen: Answer) -> dict[str, str]:
    """Return what the form would send as it stands."""
    form = seen.page.one("form", action="/settings")
    options = [
        (select["name"], one) for select in form.all("select") for one in select.all("option")
    ]
    chosen = {name: one["value"] for name, one in options if one.get("selected") is not None}
    typed = {one["name"]: one["value"] for one in form.all("input", type="text")}
    keys = {one["name"]: one["value"] for one in form.all("input", type="radio", checked="")}
    return chosen | typed | keys


def test_a_stranger_sees_what_is_preset_and_gets_no_cookie(visitor: Visitor) -> None:
    seen = visitor.get("/settings")

    assert standing(seen) == PRESET
    assert "Set-Cookie" not in seen.headers


def test_what_is_saved_stands_in_the_form_and_is_said(as_ana: Visitor) -> None:
    saved = as_ana.submit(as_ana.get("/settings"), **WANTED)

    assert (saved.status, saved.leads_to) == (303, "/settings?saved=yes")
    seen = as_ana.follow(saved)
    assert standing(seen) == WANTED
    assert "Saved." in seen.page.one(role="status").text
    assert "Saved." not in as_ana.get("/settings").text


def test_a_zone_is_offered_only_as_long_as_none_was_chosen(visitor: Visitor) -> None:
    said = "You have chosen none yet: it is UTC"
    first = visitor.get("/settings")
    again = visitor.submit(first, minutes="none")

    visitor.submit(first, **WANTED)

    assert said in first.text
    assert said not in again.text
    assert said not in visitor.get("/settings").text


def test_saving_makes_a_newcomer_a_guest(visitor: Visitor) -> None:
    saved = visitor.submit(visitor.get("/settings"), **WANTED)

    assert saved.headers["Set-Cookie"].startswith("quizapp=")
    assert standing(visitor.get("/settings")) == WANTED


def test_the_settings_are_ones_own(app: Flask, as_ana: Visitor, ben: Person) -> None:
    as_ana.submit(as_ana.get("/settings"), **WANTED)

    assert standing(Visitor(app, ben).get("/settings")) == PRESET


def test_the_present_zone_comes_first_and_once(as_ana: Visitor) -> None:
    as_ana.submit(as_ana.get("/settings"), **WANTED)

    zones = as_ana.get("/settings").page.one("select", name="zone").all("option")

    values = [one["value"] for one in zones]
    assert values[:2] == ["Asia/Kolkata", "UTC"]
    assert len(values) == len(set(values)) > 300


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("zone", "Mars/Olympus", "Choose a time zone of this list"),
        ("zone", "", "Choose a time zone of this list"),
        ("zone", "../../etc/passwd", "Choose a time zone of this list"),
        ("retention", "79", "Choose how much"),
        ("retention", "96", "Choose how much"),
        ("retention", "0.9", "Choose how much"),
        ("minutes", "", "from 1 to 600"),
        ("minutes", "0", "from 1 to 600"),
        ("minutes", "601", "from 1 to 600"),
        ("minutes", "-5", "from 1 to 600"),
        ("minutes", "1e2", "from 1 to 600"),
        ("minutes", "\u0661\u0662", "from 1 to 600"),
        ("minutes", "9" * 5000, "from 1 to 600"),
        ("keys", "maybe", "Choose whether single keys"),
    ],
)
def test_what_cannot_be_is_asked_again_and_nothing_is_stored(
    as_ana: Visitor, field: str, value: str, words: str
) -> None:
    again = as_ana.submit(as_ana.get("/settings"), **{**WANTED, field: value})

    assert again.status == 422
    assert again.title.startswith("Error: ")
    link = again.page.one("div", class_="error-summary").one("a")
    assert words in link.text
    assert again.page.one(id=link["href"].removeprefix("#"))["name"] == field
    others = {name: one for name, one in WANTED.items() if name != field}
    assert others.items() <= standing(again).items()
    assert standing(as_ana.get("/settings")) == PRESET


def test_all_that_must_be_mended_is_said_at_once(as_ana: Visitor) -> None:
    again = as_ana.post("/settings", {})

    assert len(again.page.one("div", class_="error-summary").all("a")) == 4


@pytest.mark.parametrize("edge", [("80", "1"), ("95", "600"), ("95", " 7 ")])
def test_the_edges_may_be_chosen(as_ana: Visitor, edge: tuple[str, str]) -> None:
    retention, minutes = edge

    saved = as_ana.submit(as_ana.get("/settings"), retention=retention, minutes=minutes)

    kept = standing(as_ana.follow(saved))
    assert (kept["retention"], kept["minutes"]) == (retention, minutes.strip())


def test_what_no_page_of_ours_sends_is_refused(as_ana: Visitor) -> None:
    twice = as_ana.post("/settings", {**WANTED, "minutes": ["10", "20"]})
    foreign = as_ana.post("/settings", {**WANTED}, **{"Sec-Fetch-Site": "cross-site"})
    more = as_ana.post("/settings", {**WANTED, "admin": "yes"})

    assert (twice.status, foreign.status, more.status) == (400, 403, 400)
    assert standing(as_ana.get("/settings")) == PRESET


def test_the_day_is_said_by_the_learners_clock(as_ana: Visitor) -> None:
    assert datetime(2026, 3, 1, 9, 0, tzinfo=UTC) == NOW

    as_ana.submit(as_ana.get("/settings"), zone="Pacific/Honolulu")

    words = as_ana.get("/settings").page.one("section", **{"aria-labelledby": "today"}).text
    assert "By your clock (Pacific/Honolulu) it is 28 Feb 2026, 23:00" in words
    assert "your study day is 28 Feb 2026" in words
    assert "The next one begins 1 Mar 2026, 04:00" in words


def test_newcomers_of_one_address_are_limited_and_learners_are_not(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.web.learner.NEWCOMER", Limit("newcomer", burst=2, per_hour=1))
    address = "203.0.113.77"

    statuses = [Visitor(app, address=address).post("/settings", {**WANTED}).status for _ in "123"]
    known = [Visitor(app, ana, address=address).post("/settings", {**WANTED}) for _ in "123"]

    assert statuses == [303, 303, 429]
    assert {one.status for one in known} == {303}
    assert limits.NEWCOMER.burst > 2


def test_the_settings_are_in_the_main_menu(visitor: Visitor) -> None:
    (link,) = visitor.get("/settings").page.one("nav").all("a", href="/settings")

    assert link.get("aria-current") == "page"
    assert visitor.get("/").page.one("nav").one("a", href="/settings").get("aria-current") is None


# --- whose weights memories go by ---


def weights(seen: Answer) -> str:
    return seen.page.one("section", **{"aria-labelledby": "weights"}).text


def test_a_stranger_is_told_when_weights_are_fitted(visitor: Visitor) -> None:
    seen = visitor.get("/settings")

    assert "From about 400 reviews on" in weights(seen)
    assert "Switch it off" in weights(seen)
    assert "Set-Cookie" not in seen.headers


def test_fitting_is_switched_off_and_on_by_a_form(as_ana: Visitor) -> None:
    off = as_ana.submit(as_ana.get("/settings"), "/weights", weights="off")

    assert (off.status, off.leads_to) == (303, "/settings#weights")
    assert "Switched off" in weights(as_ana.get("/settings"))
    assert "Switch it off" not in weights(as_ana.get("/settings"))

    as_ana.submit(as_ana.get("/settings"), "/weights", weights="on")

    assert "From about 400 reviews on" in weights(as_ana.get("/settings"))


def test_switching_it_off_is_ones_own(app: Flask, as_ana: Visitor, ben: Person) -> None:
    as_ana.submit(as_ana.get("/settings"), "/weights", weights="off")

    assert "Switched off" not in weights(Visitor(app, ben).get("/settings"))


@pytest.mark.parametrize("wanted", ["", "kept", "not_better", "too_few", "x"])
def test_a_decision_that_is_not_ones_own_to_take_is_refused(as_ana: Visitor, wanted: str) -> None:
    refused = as_ana.submit(as_ana.get("/settings"), "/weights", weights=wanted)

    assert refused.status == 400
    assert "From about 400 reviews on" in weights(as_ana.get("/settings"))


def test_weights_in_use_are_told_of_and_can_be_given_up(
    as_ana: Visitor, ana: Person, web_store: Store
) -> None:
    tried = Tried(scored=1_812, held=362, before=0.4, after=0.38, error=0.01)
    kept = Decision(NOW, Verdict.KEPT, Weights(growth=1.5), 2_000, tried)
    web_store.write(lambda session: add_decision(session, ana.id, kept))

    seen = as_ana.get("/settings")
    assert "Since 1 Mar 2026" in weights(seen)
    assert "1,812" in weights(seen)
    assert "The newest 362" in weights(seen)
    assert "5 % less" in weights(seen)

    as_ana.submit(seen, "/weights", weights="usual")

    seen = as_ana.get("/settings")
    assert "as for everybody" in weights(seen)
    assert "Back to the usual" not in weights(seen)


def test_a_try_that_failed_is_told_of(as_ana: Visitor, ana: Person, web_store: Store) -> None:
    tried = Tried(scored=512, held=102, before=0.4, after=0.41, error=0.01)
    failed = Decision(NOW, Verdict.NOT_BETTER, USUAL, 600, tried)
    web_store.write(lambda session: add_decision(session, ana.id, failed))

    seen = as_ana.get("/settings")

    assert "On 1 Mar 2026" in weights(seen)
    assert "not foretold better" in weights(seen)
