"""What admins do through their pages."""

from tests.web.visitor import Answer, Visitor


def find(ada: Visitor, name: str) -> str:
    """Return where somebody is found, by their name."""
    found = ada.get(f"/admin/people?name={name.replace(' ', '+')}")
    return next(
        one["href"] for one in found.page.all("a") if one.text == name and "/people/" in one["href"]
    )


def reset(visitor: Visitor, name: str, code: str, password: str) -> Answer:
    return visitor.submit(visitor.get("/reset"), "/reset", name=name, code=code, password=password)
