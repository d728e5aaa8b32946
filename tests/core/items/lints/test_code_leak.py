"""Which sets of codes leak: counted over all there are, against the figures of the rules."""

from dataclasses import replace
from itertools import combinations, permutations

from quizapp.core.items.lints.code_leak import code_leak
from tests.core.items.handmade import bank
from tests.core.items.handmade_bodies import matched, stated
from tests.core.items.lints.examples_of_lists import FOUR, THREE, codes

SUBSETS = ("", "1", "2", "3", "12", "13", "23", "123")


def leaks(subsets: tuple[tuple[str, ...], ...]) -> list[str]:
    found = (code_leak(stated(*THREE, codes=codes(*four)), bank()) for four in subsets)
    return [complaint for complaint in found if complaint is not None]


def test_of_all_70_sets_of_four_codes_6_never_ask_a_statement_and_2_give_it_away() -> None:
    found = leaks(tuple(combinations(SUBSETS, 4)))

    assert sum("never asked" in one for one in found) == 6
    assert sum("the others give" in one for one in found) == 2
    assert len(found) == 8


def test_of_the_35_that_name_a_statement_in_each_code_3_and_1_do() -> None:
    found = leaks(tuple(combinations(SUBSETS[1:], 4)))

    assert sum("never asked" in one for one in found) == 3
    assert sum("the others give" in one for one in found) == 1
    assert len(found) == 4


def test_of_all_1771_sets_of_arrangements_3_let_no_frequency_spell_the_key() -> None:
    orders = ["".join(order) for order in permutations("1234")]

    sound = [
        wrong
        for wrong in combinations(orders[1:], 3)
        if code_leak(matched("holder", *FOUR, codes=(orders[0], *wrong)), bank()) is None
    ]

    assert sorted(map(sorted, sound)) == [
        ["1243", "2134", "2143"],
        ["1324", "4231", "4321"],
        ["1432", "3214", "3412"],
    ]


def test_codes_that_cannot_be_read_are_judged_by_what_is_right_in_them() -> None:
    item = matched("holder", *FOUR, codes=("1234", "1243", "1324", "2134"))
    unread = tuple(replace(one, text="code") for one in item.options)

    complaint = code_leak(replace(item, options=unread), bank())

    assert "equally often" in (complaint or "")
