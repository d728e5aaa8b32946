"""Signing up, in and out through the pages: cookies, limits, and who learns what."""

import threading

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.services import hashing
from quizapp.services.limits import SIGN_IN_NAME
from quizapp.services.run import Store
from quizapp.store.accounts import AccountRecord
from tests.web.signing import OTHER, WORDS, cookie, into, is_in, new_name, up
from tests.web.visitor import Visitor

# --- the way in ---


def test_a_guest_signs_up_and_finds_their_quiz_there_and_elsewhere(
    app: Flask, visitor: Visitor
) -> None:
    started = visitor.submit(visitor.get("/sets/india-us-2plus2-2023"))
    attempt = started.leads_to.rpartition("/")[0]
    guests = cookie(visitor)
    name = new_name()

    assert up(visitor, name).leads_to == "/"

    assert cookie(visitor) not in (None, guests)
    assert attempt in visitor.get("/history").body.decode()
    elsewhere = Visitor(app)
    assert into(elsewhere, name.upper()).status == 303
    assert attempt in elsewhere.get("/history").body.decode()
    assert name in elsewhere.get("/").page.one("nav").text


def test_the_cookie_of_before_is_nobodys_afterwards(app: Flask, visitor: Visitor) -> None:
    """Fixation: who knows the cookie that somebody had as a guest has nothing of the account."""
    visitor.submit(visitor.get("/sets/india-us-2plus2-2023"))
    known_to_another = cookie(visitor)
    up(visitor, new_name())

    attacker = Visitor(app)
    attacker.client.set_cookie("quizapp", known_to_another or "")

    assert not is_in(attacker)
    assert "no quiz yet" in attacker.get("/history").text


def test_a_cookie_that_somebody_planted_is_not_taken_over(app: Flask, visitor: Visitor) -> None:
    name = new_name()
    up(Visitor(app), name)
    planted = "p" * 43
    visitor.client.set_cookie("quizapp", planted)

    into(visitor, name)

    assert cookie(visitor) != planted
    attacker = Visitor(app)
    attacker.client.set_cookie("quizapp", planted)
    assert not is_in(attacker)


def test_after_signing_out_the_cookie_does_not_help(app: Flask, visitor: Visitor) -> None:
    up(visitor, new_name())
    replayed = Visitor(app)
    replayed.client.set_cookie("quizapp", cookie(visitor) or "")
    assert is_in(replayed)

    out = visitor.submit(visitor.get("/account"), "/sign-out")

    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert cookie(visitor) is None
    assert not is_in(replayed)


def test_the_cookie_has_the_flags_of_one(visitor: Visitor) -> None:
    set_cookie = up(visitor, new_name()).headers["Set-Cookie"]

    assert "HttpOnly" in set_cookie
    assert "SameSite=Lax" in set_cookie


def test_over_https_it_is_of_this_host_only(app: Flask) -> None:
    client = app.test_client()
    data = {"name": new_name(), "password": WORDS, "leads_to": ""}
    origin = {"Sec-Fetch-Site": "same-origin"}

    answer = client.post("/sign-up", data=data, headers=origin, base_url="https://quiz.example")

    assert answer.headers["Set-Cookie"].startswith("__Host-quizapp=")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_sessions_are_seen_and_ended(app: Flask, visitor: Visitor) -> None:
    name = new_name()
    up(visitor, name)
    elsewhere = Visitor(app)
    into(elsewhere, name)

    page = visitor.get("/account")
    assert page.text.count("last seen") == 2
    ending = next(f for f in page.page.all("form") if "/account/sessions/" in f["action"])
    visitor.post(ending["action"])

    assert not is_in(elsewhere)
    assert is_in(visitor)


def test_another_password_wants_the_old_one_and_ends_all_others(
    app: Flask, visitor: Visitor
) -> None:
    name = new_name()
    up(visitor, name)
    elsewhere = Visitor(app)
    into(elsewhere, name)
    page = visitor.get("/account")

    wrong = visitor.submit(page, "/password", old="not it at all", password=OTHER)
    assert (wrong.status, "not the password you have" in wrong.text) == (422, True)
    assert visitor.submit(page, "/password", old=WORDS, password=OTHER).status == 303

    assert not is_in(elsewhere)
    assert is_in(visitor)
    assert into(Visitor(app), name, WORDS).status == 422
    assert into(Visitor(app), name, OTHER).status == 303


# --- what is refused ---


@pytest.mark.parametrize(
    ("name", "password", "faults"),
    [("", WORDS, 1), ("Asha", "short", 1), ("<", "password1", 2), ("x" * 41, WORDS, 1)],
)
def test_all_that_is_wrong_is_said_at_once(
    visitor: Visitor, name: str, password: str, faults: int
) -> None:
    answer = up(visitor, name, password)

    assert answer.status == 422
    assert len(answer.page.one("div", class_="error-summary").all("li")) == faults
    assert cookie(visitor) is None


def test_a_password_is_never_printed(visitor: Visitor) -> None:
    answer = up(visitor, "<", "a secret of mine")

    assert b"a secret of mine" not in answer.body


def test_it_is_compared_exactly(app: Flask, visitor: Visitor) -> None:
    name, password = new_name(), "  Four Words of mine "
    up(visitor, name, password)

    for wrong in (password.strip(), password.lower(), password + " "):
        assert into(Visitor(app), name, wrong).status == 422
    assert into(Visitor(app), name, password).status == 303


def test_passwords_are_stored_as_hashes_of_the_strength_that_was_decided(
    web_store: Store, visitor: Visitor
) -> None:
    name = new_name()
    up(visitor, name)

    stored = web_store.read(
        lambda session: session.scalars(
            select(AccountRecord.password).where(AccountRecord.name == name)
        ).one()
    )
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert WORDS not in stored


# --- who learns what ---


def test_an_unknown_name_and_a_wrong_password_are_answered_alike(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, unknown = new_name(), new_name()
    up(visitor, known)
    checked: list[str] = []

    class Counting:
        def verify(self, stored: str, _password: str) -> bool:
            checked.append(stored[:31])
            raise hashing.VerificationError

    monkeypatch.setattr(hashing, "_HASHER", Counting())
    answers = [into(Visitor(app), name, "wrong words here") for name in (known, unknown)]

    first, second = (one.body.decode() for one in answers)
    assert first.replace(known, "") == second.replace(unknown, "")
    assert [one.status for one in answers] == [422, 422]
    assert len(checked) == 2
    assert checked[0] == checked[1]  # as much work for one as for the other


def test_who_guesses_at_one_name_is_stopped_from_wherever(app: Flask, visitor: Visitor) -> None:
    name = new_name()
    up(visitor, name)
    outcomes: list[int] = []

    def guess(number: int) -> None:
        attacker = Visitor(app, address=f"203.0.113.{number}")
        outcomes.append(
            attacker.post(
                "/sign-in", {"name": name, "password": f"guess number {number}", "leads_to": ""}
            ).status
        )

    threads = [
        threading.Thread(target=guess, args=(number,)) for number in range(2 * SIGN_IN_NAME.burst)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count(422) == SIGN_IN_NAME.burst
    assert outcomes.count(429) == SIGN_IN_NAME.burst
    assert into(Visitor(app, address="198.51.100.1"), name).status == 429


def test_the_other_accounts_cookie_never_helps(app: Flask, visitor: Visitor) -> None:
    name, other = new_name(), new_name()
    up(visitor, name)
    thief = Visitor(app)
    up(thief, other)
    page = visitor.get("/account")
    ending = [f for f in page.page.all("form") if "/account/sessions/" in f["action"]]
    assert ending == []  # one's only session is ended by signing out

    for url in ("/account/name", "/account/password"):
        thief.post(url, {"name": "Mine", "old": WORDS, "password": OTHER})

    assert name in visitor.get("/account").text
    assert into(Visitor(app), name).status == 303
