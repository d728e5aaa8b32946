"""What pages of what is known are looked at with: items of the bundled set, sections of a page."""

from quizapp.core.items.item import Item
from tests import make
from tests.core.items import bundled
from tests.web.html import Element
from tests.web.visitor import Answer

KNOWN = f"/sets/{bundled.SET}/known"


def asking(*slots: str, **changes: object) -> Item:
    """Return a typed item of the bundled set, to which "Ana Roy" is right."""
    tests = tuple(f"{bundled.SET}/{slot}" for slot in slots)
    return make.typed_item(stem=f"{slots}?", set_id=bundled.SET, tests=tests, **changes)


def section(page: Answer, name: str) -> Element:
    return page.page.one("section", aria_labelledby=name)
