"""Signing up and in through the pages."""

from tests.web.visitor import Answer, Visitor

WORDS = "four words of mine"
OTHER = "another four good words"
_NUMBER = iter(range(10**6))


def new_name() -> str:
    """Return a name that nobody has."""
    return f"Asha Rao {next(_NUMBER)}"


def up(visitor: Visitor, name: str, password: str = WORDS) -> Answer:
    """Make an account."""
    return visitor.submit(visitor.get("/sign-up"), "/sign-up", name=name, password=password)


def into(visitor: Visitor, name: str, password: str = WORDS, **more: str) -> Answer:
    """Sign in to an account."""
    return visitor.submit(visitor.get("/sign-in"), "/sign-in", name=name, password=password, **more)


def cookie(visitor: Visitor) -> str | None:
    """Return the cookie that a browser has."""
    found = visitor.client.get_cookie("quizapp")
    return None if found is None else found.value


def is_in(visitor: Visitor) -> bool:
    """Return whether somebody is signed in."""
    return visitor.get("/account").status == 200
