"""Addresses are written out in ``urls``; each must be the one that its route has."""

import inspect
import re
from urllib.parse import unquote

import pytest
from flask import Flask, url_for

from quizapp.web import urls

VALUES = {
    "set_id": "india-us-2023",
    "attempt_id": "tj-FeVhZ39kqBTYdZPw_4Q",
    "position": 7,
    "slot": "quad/india:quad",
    "code": "ABC234XYZ",
    "class_id": "c-FeVhZ39kqBTYdZPw_4Q",
    "member_id": "m-FeVhZ39kqBTYdZPw_4Q",
    "assignment_id": "a-FeVhZ39kqBTYdZPw_4Q",
    "session_id": "s-FeVhZ39kqBTYdZPw_4Q",
    "public_id": "p-FeVhZ39kqBTYdZPw_4Q",
    "number": 3,
    "person": 12,
    "token": "t-FeVhZ39kqBTYdZPw_4Q",
    "secret": "k-FeVhZ39kqBTYdZPw_4Q",
}

ROUTES = {
    "set_page": ("learn.set_page", "set_id"),
    "start": ("learn.start", "set_id"),
    "plan": ("plan.page", "set_id"),
    "known": ("known.known_page", "set_id"),
    "known_fact": ("known.known_fact_page", "set_id", "slot"),
    "resume": ("quiz.resume", "attempt_id"),
    "question": ("quiz.page", "attempt_id", "position"),
    "practise": ("practice.start", "set_id"),
    "drill": ("practice.drill", "set_id"),
    "report": ("quiz.report", "attempt_id", "position"),
    "finish": ("quiz.finish_page", "attempt_id"),
    "result": ("results.result", "attempt_id"),
    "show_answers": ("take.show", "attempt_id"),
    "join": ("take.join_with", "code"),
    "task": ("take.task", "assignment_id"),
    "start_task": ("take.start", "assignment_id"),
    "teach_class": ("teach.class_page", "class_id"),
    "class_code": ("teach.code", "class_id"),
    "archive_class": ("teach.archive", "class_id"),
    "teach_member": ("teach.member", "class_id", "member_id"),
    "assign": ("teach.assign_page", "class_id"),
    "teach_task": ("teach.task_page", "assignment_id"),
    "task_state": ("teach.task_state", "assignment_id"),
    "withdraw_task": ("teach.withdraw", "assignment_id"),
    "session": ("auth.end_session", "session_id"),
    "admin_person": ("admin.person_page", "person"),
    "member_code": ("teach.member_code", "class_id", "member_id"),
    "edit_set": ("edit.page", "public_id"),
    "check_set": ("edit.check", "public_id"),
    "publish_set": ("edit.publish", "public_id"),
    "set_items": ("edit.items", "public_id"),
    "set_files": ("edit.add_file", "public_id"),
    "remove_set_file": ("edit.remove_file", "public_id"),
    "bring_version": ("edit.bring", "public_id"),
    "export_set": ("edit.export", "public_id"),
    "set_versions": ("versions.list_page", "public_id"),
    "set_version": ("versions.compare", "public_id", "number"),
    "share_set": ("versions.sharing_page", "public_id"),
    "set_authors": ("versions.let_change", "public_id"),
    "remove_set_author": ("versions.let_change_no_more", "public_id"),
    "archive_set": ("versions.archive", "public_id"),
    "end_link": ("links.end", "token"),
    "go": ("links.page", "secret"),
    "first_admin": ("auth.first_admin_page", "secret"),
}


def test_every_address_has_a_route_here() -> None:
    functions = inspect.getmembers(urls, inspect.isfunction)

    public = {name for name, one in functions if one.__module__ == urls.__name__ and name[0] != "_"}

    assert public == {*ROUTES, "questions", "sign_in", "admin_act"}


@pytest.mark.parametrize("name", ROUTES)
def test_an_address_is_that_of_its_route(app: Flask, name: str) -> None:
    endpoint, *parameters = ROUTES[name]
    values = {one: VALUES[one] for one in parameters}

    with app.test_request_context():
        assert getattr(urls, name)(**values) == url_for(endpoint, **values)


def test_the_questions_of_a_quiz_stand_in_order() -> None:
    assert urls.questions("one", 3) == [urls.question("one", place) for place in (1, 2, 3)]


def test_the_addresses_that_name_nobody_are_those_of_their_routes(app: Flask) -> None:
    with app.test_request_context():
        assert url_for("learn.home") == urls.HOME
        assert url_for("results.history") == urls.HISTORY
        assert url_for("take.classes") == urls.CLASSES
        assert url_for("take.notices_page") == url_for("take.seen") == urls.NOTICES
        assert url_for("take.join_page") == url_for("take.join") == urls.JOIN
        assert url_for("teach.list_page") == url_for("teach.create") == urls.TEACH
        assert url_for("auth.sign_up_page") == url_for("auth.sign_up") == urls.SIGN_UP
        assert url_for("auth.sign_in_page") == url_for("auth.sign_in") == urls.SIGN_IN
        assert url_for("auth.sign_in_page", next="/history") == urls.sign_in("/history").replace(
            "%2F", "/"
        )
        assert url_for("auth.sign_out") == urls.SIGN_OUT
        assert url_for("auth.account") == urls.ACCOUNT
        assert url_for("auth.name") == urls.ACCOUNT_NAME
        assert url_for("auth.password") == urls.ACCOUNT_PASSWORD
        assert url_for("auth.end_others") == urls.OTHER_SESSIONS
        assert url_for("settings.page") == url_for("settings.change") == urls.SETTINGS
        assert url_for("settings.change_weights") == urls.WEIGHTS


def test_a_place_in_a_list_stands_in_the_query() -> None:
    assert urls.known("one", first=50) == "/sets/one/known?from=50"
    assert urls.known("one", first=50, paragraph=20) == "/sets/one/known?from=50&paragraph=20"


@pytest.mark.parametrize("slot", ["talks/a<b", "words/x[3:9]", "a/b c?#%", "a/../ä"])
def test_the_address_of_a_slot_keeps_its_letters(slot: str) -> None:
    address = urls.known_fact("one", slot)

    assert unquote(address.removeprefix("/sets/one/known/")) == slot
    assert re.fullmatch(r"[\w/:%.~-]+", address, re.ASCII)


@pytest.mark.parametrize("made_up", ["a b", "a/b", "ä?#%0a\n\r\\", '"><b>'])
def test_an_id_that_somebody_made_up_stays_one_part_of_the_path(made_up: str) -> None:
    address = urls.result(made_up)

    assert [unquote(part) for part in address.split("/")] == ["", "quiz", made_up, "result"]
    assert re.fullmatch(r"[\w/%.~-]+", address, re.ASCII)
