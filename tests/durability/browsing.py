"""A browser as plain as it gets: one connection, one cookie, forms read from the page."""

import re
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

#: What a request to a server that is dying or dead may raise.
UNREACHABLE = (OSError, HTTPException)

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    leads_to: str
    text: str

    @property
    def inputs(self) -> list[dict[str, str]]:
        """The attributes of every field of its forms."""
        tags: list[str] = re.findall(r"<input\b[^>]*>", self.text)
        found = [re.findall(r'([\w-]+)="([^"]*)"', tag) for tag in tags]
        return [{name: unescape(value) for name, value in tag} for tag in found]


class Browser:
    """Talks to one server, which may go away and come back.

    Args:
        address: whom it says that it speaks for, as a proxy does.
    """

    def __init__(self, port: int, address: str = "10.0.0.1", *, patience: float = 20.0) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=patience)
        self._headers = {"X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}

    def get(self, url: str) -> Page:
        return self._send("GET", url, None, {})

    def post(self, url: str, fields: Fields) -> Page:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._send("POST", url, urlencode(fields), kind)

    @property
    def local_port(self) -> int:
        """Of its end of the connection, which is open after a request."""
        port: int = self._connection.sock.getsockname()[1]
        return port

    def close(self) -> None:
        self._connection.close()

    def _send(self, method: str, url: str, body: str | None, more: dict[str, str]) -> Page:
        try:
            self._connection.request(method, url, body, self._headers | more)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except UNREACHABLE:
            self._connection.close()  # the next request begins a new one
            raise
        cookie = answer.headers["Set-Cookie"]
        if cookie:
            self._headers["Cookie"] = cookie.partition(";")[0]
        return Page(answer.status, answer.headers["Location"] or "", text)
