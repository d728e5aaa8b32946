"""What is considered beside a thing: bounded, near and far, whatever the ids."""

import pytest

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom
from quizapp.core.items.candidates import CONSIDERED, WHOLE, Candidates
from quizapp.core.items.likeness import Likeness
from tests.core.items.handmade import bank, entity

MANY = 500


def towns(count: int, *, named: str = "town-{}") -> Bank:
    """Return a bank of towns, of which the first six hosted one fair."""
    things = [
        entity(Section.PLACES, named.format(n), f"Town {n:03}", kind="town") for n in range(count)
    ]
    fair = entity(Section.EVENTS, "fair", "fair")
    hosts = [Claim("party", "fair", one.id) for one in things[:6]]
    others = [entity(Section.PLACES, "river", "River", kind="river")]
    atoms = [Atom(claim, "fair", f"fair/party:{claim.object}", ()) for claim in hosts]
    return bank(entities=[*things, fair, *others], facts=(), atoms=atoms)


def beside(known: Bank, key: str) -> tuple[str, ...]:
    return Candidates(known, Likeness(known)).of_sort(key)


def test_of_a_small_group_all_are_considered_by_name() -> None:
    found = beside(towns(WHOLE), "town-7")

    assert found == tuple(f"town-{n}" for n in range(WHOLE))


def test_of_a_large_group_so_many_are_considered_all_of_its_sort() -> None:
    known = towns(MANY)

    found = beside(known, "town-7")

    assert CONSIDERED - 1 <= len(set(found)) <= CONSIDERED
    assert {known.entities[id_].kind for id_ in found} == {"town"}


def test_what_has_something_in_common_is_among_them() -> None:
    assert {f"town-{n}" for n in range(1, 6)} <= set(beside(towns(MANY), "town-0"))


def test_things_from_all_over_the_group_are_among_them() -> None:
    numbers = [int(id_.removeprefix("town-")) for id_ in beside(towns(MANY), "town-0")]

    assert len([number for number in numbers if number > MANY / 2]) >= 3


def test_each_thing_has_candidates_of_its_own() -> None:
    known = towns(MANY)

    assert set(beside(known, "town-40")) != set(beside(known, "town-400"))


@pytest.mark.parametrize("key", [0, 7, 400])
def test_ids_choose_no_candidates(key: int) -> None:
    known, renamed = towns(MANY), towns(MANY, named="{}-other")

    names = [
        [bank_.entities[id_].name for id_ in beside(bank_, id_of)]
        for bank_, id_of in ((known, f"town-{key}"), (renamed, f"{key}-other"))
    ]

    assert names[0] == names[1]
