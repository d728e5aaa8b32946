"""Somebody with a browser, as far as requests go: cookies, forms, where a request comes from."""

from dataclasses import dataclass
from functools import cached_property

from flask import Flask
from werkzeug.datastructures import Headers

from tests.people import Person
from tests.web.html import Element, parse

OWN = {"Sec-Fetch-Site": "same-origin"}
Values = dict[str, str | list[str]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    url: str
    status: int
    headers: Headers
    body: bytes

    @cached_property
    def page(self) -> Element:
        return parse(self.body.decode())

    @property
    def title(self) -> str:
        return self.page.one("title").text

    @property
    def text(self) -> str:
        """The words of its main part."""
        return self.page.one("main").text

    @property
    def leads_to(self) -> str:
        return self.headers["Location"]


class Visitor:
    """One browser profile."""

    def __init__(
        self, app: Flask, person: Person | None = None, *, address: str = "127.0.0.1"
    ) -> None:
        self.client = app.test_client()
        self.client.environ_base["REMOTE_ADDR"] = address
        if person is not None and person.cookie is not None:
            self.client.set_cookie("quizapp", person.cookie)

    def get(self, url: str, **headers: str) -> Answer:
        return self._send("GET", url, None, headers)

    def post(self, url: str, values: Values | None = None, **headers: str) -> Answer:
        """Send a form from a page of our own, unless the headers say otherwise."""
        return self._send("POST", url, values or {}, headers or OWN)

    def submit(self, seen: Answer, to: str = "", /, **values: str | list[str]) -> Answer:
        """Send the form of a page, its fields as they stand but for these.

        Args:
            to: how the address ends to which it is sent, of a form beside the main one.
        """
        form = form_of(seen, to)
        return self.post(form["action"], {**_standing(form), **values})

    def follow(self, answer: Answer) -> Answer:
        assert answer.status in {302, 303}
        return self.get(answer.leads_to)

    def _send(self, method: str, url: str, values: Values | None, headers: object) -> Answer:
        got = self.client.open(url, method=method, data=values, headers=headers)
        answer = Answer(url, got.status_code, got.headers, got.data)
        got.close()  # as a server does: files that were sent are closed
        return answer


#: Where forms are sent that stand beside the main one of a page.
_BESIDE = ("/practice", "/drill", "/report", "/weights")


def form_of(seen: Answer, to: str = "") -> Element:
    """Return the main form of a page, or the first that is sent to what ends so."""
    forms = seen.page.all("form")
    if to:
        return next(one for one in forms if one["action"].endswith(to))
    return next(one for one in forms if not one["action"].endswith(_BESIDE))


def _standing(form: Element) -> Values:
    values: dict[str, list[str]] = {}
    for field in form.all("input"):
        if field.get("type") in {"radio", "checkbox"} and field.get("checked") is None:
            continue
        values.setdefault(field["name"], []).append(field.get("value") or "")
    for choice in form.all("select"):
        first, *others = choice.all("option")
        chosen = next((one for one in others if one.get("selected") is not None), first)
        values.setdefault(choice["name"], []).append(_value(chosen))
    return {**values}


def _value(option: Element) -> str:
    value = option.get("value")
    return option.text if value is None else value


def token(seen: Answer, *texts: str) -> list[str]:
    """Return what the form sends for the options with these texts."""
    rows = seen.page.all("label", class_="options-row")
    return [
        row.one("input")["value"]
        for row in rows
        if row.one("span", class_="options-text").text in texts
    ]
