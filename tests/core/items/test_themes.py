"""The headings under which a result counts an item."""

import pytest

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Instant
from quizapp.core.facts.fact import (
    CoverageFact,
    EventFact,
    ItemList,
    OfficeFact,
    SequenceFact,
)
from quizapp.core.items.themes import themes
from tests.core.items.handmade import bank, choosing, statement


class Headings:
    """Headings as the wording would give them."""

    def heading(self, key: str) -> str:
        return f"all {key}"


def known() -> Bank:
    topics = ("trade", "ports", "health")
    facts = (
        statement("few", gist="that", about=ItemList(topics[:2]), said_on="fair"),
        statement("many", gist="that", about=ItemList(topics), said_at="talks", said_on="fair"),
        statement("none", gist="that"),
        CoverageFact("agenda", (), "fair", ItemList(topics)),
        OfficeFact("held", (), "mayor", "asha", Instant("2020")),
        SequenceFact("order", (), ("fair", "talks")),
        EventFact("fair", (), "2020", None, None, "peru", None, None, (), ()),
    )
    return bank(facts=facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slots", "headings"),
    [
        (("agenda/covered:health",), ("Health",)),
        (("many/about:trade", "many/about:ports"), ("Ports", "Trade")),
        (("few/said",), ("Ports", "Trade")),
        (("many/said",), ("Rao-Sen talks",)),
        (("none/said",), ("All statements",)),
        (("held/holder",), ("All offices",)),
        (("order/fair<talks",), ("All orders",)),
        (("fair/date",), ("All dates",)),
        (("fair/place", "fair/took_part:asha"), ("All participants", "All places")),
        (("many/words", "held/holder"), ("All offices", "Rao-Sen talks")),
    ],
)
def test_an_item_is_counted_under_what_its_slots_are_about(
    slots: tuple[str, ...], headings: tuple[str, ...]
) -> None:
    item = choosing("?", "a", "b", tests=tuple(f"made/{slot}" for slot in slots))

    assert themes(item, known(), Headings()) == headings
