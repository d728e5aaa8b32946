"""Who takes one thing for another: only where a choice tells which two."""

from dataclasses import replace

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.memory.confusions import Confusion, Pair, Things, confused, ends, pairs
from tests import make
from tests.core.items import bundled
from tests.core.items.posing import context as small_context
from tests.sets import ENTITIES

NAMES = {"ana": "Ana Roy", "ben": "Ben Lal", "cy": "Cy Rao"}


def called(end):
    return (end, NAMES[end]) if isinstance(end, str) and end in NAMES else None


def mixed(item, *response):
    found = confused(item, response)
    return found and (found.right.text, found.chosen.text)


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


def test_nor_where_what_is_denied_is_to_be_chosen() -> None:
    found = bundled.of_kind("not")

    assert found
    for item in found:
        assert not any(confused(item, (str(place),)) for place in range(len(item.options)))


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
    told = [(ana, ben), (ben, ana), (ana, cy), (cy, ben), (ben, cy), (cy, ben)]

    found = pairs([Confusion(*one, (f"small/x{n}",)) for n, one in enumerate(told)], called)

    assert found == (
        Pair("Ben Lal", "Cy Rao", 3, ("ben", "cy"), frozenset(f"small/x{n}" for n in (3, 4, 5))),
        Pair("Ana Roy", "Ben Lal", 2, ("ana", "ben"), frozenset(("small/x0", "small/x1"))),
    )


def test_what_is_no_thing_of_the_set_is_called_as_it_was_printed() -> None:
    may, june = (
        make.option(text, claims=(Claim("date", "summit", Value("date", day)),))
        for text, day in (("3 May", "2023-05-03"), ("3 June", "2023-06-03"))
    )

    (found,) = pairs([Confusion(may, june, ("small/x",))] * 2, called)

    assert (found.one, found.other, found.times, found.things) == ("3 June", "3 May", 2, None)


def test_an_end_stands_for_a_thing_as_long_as_the_set_has_it() -> None:
    things = Things(bundled.context())

    assert things.of("kwatra") == "kwatra"
    assert things.of("gone") is None
    assert things.of(Value("date", "2023-11-10")) is None


def test_a_meaning_stands_for_its_term_and_a_name_for_whom_alone_it_names() -> None:
    context = bundled.context()
    things = Things(context)

    for term, meaning in context.meanings.items():
        assert things.of(meaning) == term
    assert things.of(Value("text", "Kwatra")) == "kwatra"
    assert things.of(Value("text", "no name of anything")) is None


def test_what_has_another_id_now_is_found_under_it() -> None:
    entities = ENTITIES.replace("{name: Cy Rao}", "{name: Cy Rao, was: [kai]}")

    things = Things(small_context(entities=entities))

    assert things.of("kai") == "cy"


def test_a_name_that_two_things_have_stands_for_neither() -> None:
    entities = ENTITIES.replace("{name: Cy Rao}", "{name: Cy Rao, aliases: [Roy]}")

    things = Things(small_context(entities=entities))

    assert things.of(Value("text", "Cy Rao")) == "cy"
    assert things.of(Value("text", "Roy")) is None
