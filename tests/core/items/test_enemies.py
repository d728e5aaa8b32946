"""Which items may not stand in one quiz."""

from collections.abc import Iterable
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.enemies import Enemies
from quizapp.core.items.generate import drawn
from quizapp.core.items.item import Item
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording
from tests.core.items.handmade import (
    bank,
    choosing,
    dating,
    item,
    naming,
    offices_bank,
    option,
    which_office,
    who_held,
)
from tests.growth import calls_of
from tests.row_set import write_row_set

QUOTE = "We shall open our ports to every honest trader of the coast."


def bars(first: Item, second: Item, *, known: Bank | None = None, feedback: bool = False) -> bool:
    """Return whether the second may not come after the first."""
    pool = (first, second)
    enemies = Enemies(pool, known or bank(), feedback_each=feedback)
    return bool(enemies.barred_by(0) & 0b10)


def test_items_of_one_slot_are_enemies() -> None:
    one = choosing("Who came?", "Asha", "Dev", tests=("made/a/said",))
    other = choosing("Who left?", "Asha", "Dev", tests=("made/b/said", "made/a/said"))

    assert bars(one, other)


def test_items_with_nothing_in_common_are_no_enemies() -> None:
    one = naming("Who came?", "took_part", "fair", "asha", "dev", tests=("made/fair/took_part",))
    other = naming("Who held them?", "took_part", "talks", "asha", "dev", tests=("made/talks/x",))

    assert not bars(one, other)


def test_what_one_item_gives_away_may_not_prove_an_option_of_another() -> None:
    telling = choosing("Asha came.", "a", "b", asserts=(Claim("took_part", "fair", "asha"),))
    asking = naming("Who came?", "took_part", "fair", "asha", "dev")

    assert bars(telling, asking)
    assert bars(asking, telling)


def test_what_one_item_gives_away_may_not_refute_an_option_of_another() -> None:
    telling = choosing(
        "In March", "a", "b", asserts=(Claim("date", "fair", Value("date", "2020-03")),)
    )
    asking = dating("When?", "fair", "2020-01", "2020-02")

    assert bars(telling, asking)


def test_dates_given_away_may_not_order_the_events_of_another_item() -> None:
    dates = (
        Claim("date", "fair", Value("date", "2020-03")),
        Claim("date", "march", Value("date", "2020-09")),
    )
    telling = choosing("The fair in March, the march in September", "a", "b", asserts=dates)
    asking = item(
        "Which came first?",
        option("fair", Claim("before", "fair", "march"), right=True),
        option("march", Claim("before", "march", "fair")),
    )

    assert bars(telling, asking)


def test_what_the_structure_alone_decides_is_given_away_by_nobody() -> None:
    telling = choosing("The fair", "a", "b", asserts=(Claim("before", "fair", "march"),))
    asking = item("?", option("fair", Claim("before", "talks", "talks"), right=True))

    assert not bars(telling, asking)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Who said “{QUOTE}”?", f"What does “{QUOTE}” name?"),
        ("She said that the floods worry her. When?", "Who said that the floods worry her?"),
        ("Who called it “deeply worried”?", "Who said that the floods worry her?"),
    ],
)
def test_items_that_print_words_of_one_statement_are_enemies(one: str, other: str) -> None:
    assert bars(choosing(one, "a", "b"), choosing(other, "c", "d"))


def test_an_item_with_a_blank_prints_its_statement() -> None:
    blank = item(
        "We shall open our ____ to every honest trader of the coast.",
        option("ports", Claim("words", "open-ports[18:23]", Value("text", "ports")), right=True),
    )

    assert bars(blank, choosing(f"Who said “{QUOTE}”?", "a", "b"))


def test_an_item_that_points_at_a_statement_prints_some_of_it() -> None:
    opening = naming("“We shall open …” names", "about", "open-ports", "trade", "health")

    assert bars(opening, choosing(f"Who said “{QUOTE}”?", "a", "b"))


def test_an_item_that_offers_a_quotation_prints_it() -> None:
    assert bars(choosing("What?", f"“{QUOTE}”", "“No.”"), choosing(f"Who said “{QUOTE}”?", "a"))


def test_feedback_teaches_later_items_the_slots_it_tested() -> None:
    first = who_held("mayor", "asha", "dev")
    second = which_office("bela", "judge", "mayor")

    assert not bars(first, second, known=offices_bank())
    assert bars(first, second, known=offices_bank(), feedback=True)


def test_feedback_teaches_later_items_the_reasons_it_gave() -> None:
    first = which_office("bela", "judge", "warden")
    second = who_held("warden", "chand", "dev")

    assert not bars(first, second, known=offices_bank())
    assert bars(first, second, known=offices_bank(), feedback=True)


def test_feedback_bars_later_items_only() -> None:
    teaching = choosing("Who?", "Asha", "Dev", tests=("made/o-mayor/holder",))
    taught = which_office("bela", "judge", "mayor")

    assert bars(teaching, taught, known=offices_bank(), feedback=True)
    assert not bars(taught, teaching, known=offices_bank(), feedback=True)


# --- large tables ---


class OfAllTold(Enemies):
    """Holds all that a fact tells against every item, whatever it bears on."""

    def _told_by(self, slug: str, relation: str) -> Iterable[Claim]:
        every = (atom for atom in self._bank.atoms if atom.fact == slug)
        return {atom.claim for atom in every if atom.claim.relation == relation}


def drawn_of(folder: Path, rows: int, asks: int) -> tuple[Bank, list[Item]]:
    folder.mkdir()
    found = load_set(write_row_set(folder, rows))
    context = Context(found, load_wording())
    posed = (some for some in drawn(context, Asks(context), draw=1) if some)
    return found, [one for some in islice(posed, asks) for one in some]


def test_what_bears_on_nothing_is_left_out_and_changes_nothing(tmp_path: Path) -> None:
    known, pool = drawn_of(tmp_path / "rows", 60, 40)
    assert any(one.targets for one in pool)

    found, wanted = (kind(pool, known, feedback_each=True) for kind in (Enemies, OfAllTold))

    masks = [found.barred_by(index) for index in range(len(pool))]
    assert masks == [wanted.barred_by(index) for index in range(len(pool))]


def test_enemies_of_a_large_table_take_no_longer_to_find(tmp_path: Path) -> None:
    calls = []
    for rows in (300, 3_000):
        known, pool = drawn_of(tmp_path / str(rows), rows, 20)
        Enemies(pool, known, feedback_each=True)  # what is kept with the set
        made = partial(Enemies, pool, known, feedback_each=True)
        calls.append(calls_of(made) / len(pool))

    few, many = calls
    assert many < 2 * few
