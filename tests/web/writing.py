"""Writing sets through their pages."""

import html
import io
import re

from tests.web.visitor import Answer, Visitor


def new(desk: Visitor, title: str) -> Answer:
    """Begin a set; return its page."""
    return desk.follow(desk.post("/teach/sets", {"title": title}))


def yaml_of(page: Answer) -> str:
    """Return what the text field holds, to the sign: a browser drops the first end of a line."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.body.decode(), re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def base_of(page: Answer) -> str:
    return page.page.all("input", name="base")[0]["value"]


def act(desk: Visitor, page: Answer, do: str, yaml: str, **more: str) -> Answer:
    values = {"base": base_of(page), "yaml": yaml, "note": "", "do": do, **more}
    return desk.post(page.url.partition("?")[0], values)


def id_of(page: Answer) -> str:
    return next(
        line.removeprefix("set: ") for line in yaml_of(page).split("\n") if line.startswith("set: ")
    )


def file(name: str, content: bytes) -> dict[str, object]:
    return {"file": (io.BytesIO(content), name)}
