"""Whose pages are whose: ana may, ben may not, an outsider sees nothing."""

import threading

import pytest
from flask import Flask

from quizapp.services.run import Store
from tests import make
from tests.conftest import NOW
from tests.people import Person, guest
from tests.web.conftest import Start
from tests.web.visitor import Visitor, token

#: Every rule of the app below one attempt; a new one must be added here.
PAGES = ("", "/1", "/finish", "/result")
POSTS = ("/1", "/1/report", "/finish", "/answers")


def test_every_page_of_an_attempt_is_listed_here(app: Flask) -> None:
    prefix = "/quiz/<attempt_id>"
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith(prefix)]

    def listed(method: str) -> set[str]:
        return {
            rule.rule.removeprefix(prefix).replace("<int(max=9999):position>", "1")
            for rule in rules
            if method in (rule.methods or ())
        }

    assert listed("GET") == set(PAGES)
    assert listed("POST") == set(POSTS)


@pytest.mark.parametrize("page", PAGES)
def test_ana_may_open_her_page(as_ana: Visitor, start: Start, page: str) -> None:
    assert as_ana.get(start() + page).status in {200, 302}


@pytest.mark.parametrize("who", ["ben", "outsider"])
@pytest.mark.parametrize("page", PAGES)
def test_others_see_what_they_see_of_a_quiz_that_does_not_exist(
    app: Flask, start: Start, page: str, who: str, request: pytest.FixtureRequest
) -> None:
    person: Person = request.getfixturevalue(who)
    other = Visitor(app, person)

    hers = other.get(start() + page)
    none = other.get("/quiz/nothing" + page)

    assert hers.status == 404
    assert hers.body == none.body


@pytest.mark.parametrize("who", ["ben", "outsider"])
def test_others_cannot_answer_or_finish(
    app: Flask, as_ana: Visitor, start: Start, who: str, request: pytest.FixtureRequest
) -> None:
    attempt = start(make.item(), feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    other = Visitor(app, request.getfixturevalue(who))

    answered = other.submit(form, response=token(form, "Ana"))
    reported = other.submit(form, "/report", text="It is not so.")
    finished = other.post(f"{attempt}/finish")

    assert (answered.status, reported.status, finished.status) == (404, 404, 404)
    assert "0 answered" in as_ana.get(f"{attempt}/1").text


def test_a_question_that_the_quiz_does_not_have_is_not_found(as_ana: Visitor, start: Start) -> None:
    attempt = start()

    for place in ("0", "2", "10000", "99999999999", "9" * 40):
        assert as_ana.get(f"{attempt}/{place}").status == 404


def test_the_history_is_ones_own(app: Flask, ben: Person, start: Start) -> None:
    start()

    assert "You have taken no quiz yet" in Visitor(app, ben).get("/history").text


def test_whoever_sends_at_the_same_time_acts_as_themselves(app: Flask, web_store: Store) -> None:
    """The write queue runs the jobs of several requests in one thread, whosever that is."""
    people = [web_store.write(lambda session: guest(session, NOW)) for _ in range(12)]
    own: dict[int, str] = {}
    begin = threading.Barrier(len(people))

    def change(number: int) -> None:
        visitor = Visitor(app, people[number])
        page = visitor.get("/settings")
        begin.wait()
        visitor.submit(page, minutes=str(100 + number))

    threads = [threading.Thread(target=change, args=(number,)) for number in range(len(people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, person in enumerate(people):
        page = Visitor(app, person).get("/settings").page
        own[number] = page.one("input", name="minutes")["value"]

    assert own == {number: str(100 + number) for number in range(len(people))}
