"""Who takes one thing for another: only where a choice tells which two."""

from dataclasses import replace

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.memory.confusions import Pair, confused, ends, pairs
from tests import make

NAMES = {"ana": "Ana Roy", "ben": "Ben Lal", "cy": "Cy Rao"}


def name(end):
    return NAMES.get(end) if isinstance(end, str) else None


def mixed(item, *response):
    found = confused(item, response)
    return found and (found[0].text, found[1].text)


def test_a_wrong_choice_takes_its_thing_for_the_right_one() -> None:
    assert mixed(make.item(), "1") == ("Ana", "Ben")


def test_what_is_right_blank_or_several_mixes_nothing_up() -> None:
    assert confused(make.item(), ("0",)) is None
    assert confused(make.item(), ()) is None
    assert confused(make.item(), ("1", "2")) is None
    assert confused(make.item(), ("9",)) is None
    assert confused(make.item(format="choices", key=("Ana", "Cy")), ("1",)) is None
    assert confused(make.typed_item(), ("Ben",)) is None


def test_options_without_one_claim_each_tell_nothing() -> None:
    bare = make.item()
    by_hand = replace(bare, options=tuple(replace(one, claims=()) for one in bare.options))

    assert confused(by_hand, ("1",)) is None


def test_where_it_is_asked_what_is_not_so_nothing_is_mixed_up() -> None:
    plain = make.item()
    inverted = replace(
        plain, options=tuple(replace(one, holds=not one.holds) for one in plain.options)
    )

    assert confused(inverted, ("1",)) is None


def test_ends_differ_on_one_side_only() -> None:
    def option(subject: str, object_: str | Value, relation: str = "capital"):
        return make.option("x", claims=(Claim(relation, subject, object_),))

    lima, quito = option("lima", "peru"), option("quito", "peru")
    assert ends(lima, quito) == ("lima", "quito")
    assert ends(lima, option("lima", "chile")) == ("peru", "chile")
    assert ends(lima, option("quito", "chile")) is None
    assert ends(lima, lima) is None
    assert ends(lima, option("quito", "peru", "twin")) is None


def test_pairs_count_both_ways_and_twice_at_least() -> None:
    ana, ben, cy = (make.option(one) for one in ("Ana", "Ben", "Cy"))

    found = pairs([(ana, ben), (ben, ana), (ana, cy), (cy, ben), (ben, cy), (cy, ben)], name)

    assert found == (Pair("Ben Lal", "Cy Rao", 3), Pair("Ana Roy", "Ben Lal", 2))


def test_what_is_no_thing_of_the_set_is_called_as_it_was_printed() -> None:
    may, june = (
        make.option(text, claims=(Claim("date", "summit", Value("date", day)),))
        for text, day in (("3 May", "2023-05-03"), ("3 June", "2023-06-03"))
    )

    assert pairs([(may, june)] * 2, name) == (Pair("3 June", "3 May", 2),)
