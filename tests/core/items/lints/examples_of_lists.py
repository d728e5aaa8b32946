"""For lints that judge items with parts: sound items, and flawed ones."""

from dataclasses import replace
from fractions import Fraction

from quizapp.core.facts.claim import Claim
from quizapp.core.items.item import Item
from tests.core.items.handmade_bodies import card, counted, matched, ordered, stated

#: For each lint: sound items, and flawed ones with a word of the complaint.
Examples = dict[str, tuple[list[Item], list[tuple[Item, str]]]]

CAME = ("Asha Rao took part in the fair.", Claim("took_part", "fair", "asha"), True)
LEFT = ("Dev Nair took part in the talks.", Claim("took_part", "talks", "dev"), False)
LATE = ("The fair was over before the march.", Claim("before", "fair", "march"), True)
EARLY = ("The march was over before the fair.", Claim("before", "march", "fair"), False)
MIDDLE = ("The talks were over before the fair.", Claim("before", "talks", "fair"), True)
LAST = ("The talks were over before the march.", Claim("before", "talks", "march"), True)
DENIED = ("He did not come.", Claim("took_part", "fair", "dev", holds=False), True)

THREE = (CAME, LEFT, LATE)
HELD = (("mayor", "asha"), ("fair", "bela"), ("march", "chand"))
FOUR = (*HELD, ("talks", "dev"))
LISTED = ("took_part", ("fair", "asha"), ("march", "bela"), ("talks", "chand"))


def codes(*subsets: str) -> tuple[tuple[str, str], ...]:
    """Return codes of three statements by the numbers of those that are true: ``13``."""
    return tuple(
        (subset, "".join("t" if sign in subset else "f" for sign in "123")) for subset in subsets
    )


def how_many() -> tuple[tuple[str, ...], ...]:
    """Return the codes that count three statements."""
    return (
        ("Only one", "tff", "ftf", "fft"),
        ("Only two", "ttf", "tft", "ftt"),
        ("All three", "ttt"),
        ("None", "fff"),
    )


def explained(*statements: tuple[str, Claim, bool]) -> Item:
    """Return an item whose last statement has no label: it says that one explains the other."""
    made = stated(*statements, codes=how_many())
    *labelled, last = made.parts
    return replace(made, parts=(*labelled, replace(last, label="")))


LISTS: Examples = {
    "negated": ([stated(CAME, LEFT)], [(stated(CAME, DENIED), "denial")]),
    "list_length": (
        [stated(CAME, LEFT), matched(*LISTED), ordered("talks", "fair", "march")],
        [
            (stated(CAME), "1 entries"),
            (matched(*LISTED[:3]), "2 entries"),
            (ordered("talks", "fair"), "2 entries"),
            (ordered(*["talks", "fair", "march"] * 2), "6 entries"),
        ],
    ),
    "code_leak": (
        [
            stated(CAME, LEFT),
            stated(*THREE, codes=codes("1", "13", "23", "123")),
            stated(*THREE, codes=how_many()),
            stated(CAME, LATE, codes=(("Both", "tt"), ("Not the first", "f?"))),
            matched("holder", *FOUR, codes=("1234", "1243", "2134", "2143")),
            counted("How many?", CAME[1], LATE[1]),
        ],
        [
            (stated(*THREE, codes=codes("1", "12", "13", "123")), "part 1 is true in every option"),
            (stated(*THREE, codes=codes("1", "2", "12", "")), "part 3 is false in every option"),
            (stated(*THREE, codes=codes("1", "2", "3", "123")), "the others give the option"),
            (stated(*THREE, codes=codes("12", "13", "23", "")), "the others give the option"),
            (stated(CAME, LEFT, codes=(("1 only", "t"), ("2 only", "f"))), "each of the parts"),
            (matched("holder", *FOUR, codes=("1234", "1243", "1324", "2134")), "equally often"),
            (matched("holder", *FOUR, codes=("1234", "2143", "3412", "4321")), "the only one"),
            (matched("holder", *FOUR, codes=("1234", "1234", "1243", "1243")), "never asked"),
        ],
    ),
    "guess_value": (
        [
            stated(CAME, LEFT),
            matched(*LISTED),
            ordered("talks", "fair", "march"),
            card("Who opened the fair?", "Asha Rao", CAME[1]),
        ],
        [
            (matched(*LISTED, guess=Fraction(1, 3)), "1/6"),
            (ordered("talks", "fair", "march", guess=Fraction(1, 2)), "1/6"),
            (stated(CAME, LEFT, codes=(("1 only", "tf"), ("2 only", "ft"))), "once in 2"),
        ],
    ),
    "independence": (
        [
            stated(CAME, LEFT),
            stated(CAME, LATE),
            stated(*THREE, codes=how_many()),
            explained(MIDDLE, LATE, LAST),
        ],
        [
            (stated(LATE, EARLY), "follows from"),
            (stated(MIDDLE, LATE, LAST, codes=how_many()), "follows from"),
            (stated(CAME, ("The fair …", Claim("before", "fair", "fair"), False)), "nobody has"),
        ],
    ),
    "row_words": (
        [
            matched(*LISTED),
            matched(
                "took_part", ("talks", "bela"), ("fair", "chand"), ("march", "dev"), spare=["ela"]
            ),
        ],
        [(matched("party", ("mayor", "us"), ("talks", "asha"), ("fair", "peru")), "rao")],
    ),
    "one_kind": (
        [matched(*LISTED), ordered("talks", "fair", "march")],
        [
            (matched("party", ("fair", "us"), ("march", "uk"), ("talks", "asha")), "Asha Rao"),
            (matched("holder", *HELD), "Mayor of Lima"),
            (ordered("talks", "mayor", "march"), "Mayor of Lima"),
        ],
    ),
    "overlap": (
        [matched("covered", ("fair", "health"), ("march", "trade"), ("talks", "ports"))],
        [
            (
                matched("covered", ("fair", "health"), ("march", "trade"), ("talks", "tariffs")),
                "overlap",
            ),
        ],
    ),
    "shared_alias": (
        [matched(*LISTED)],
        [(matched("took_part", ("fair", "asha"), ("march", "bela"), ("talks", "ela")), "sen")],
    ),
    "weekday": (
        [stated(CAME, LEFT)],
        [(stated(CAME, ("The fair began on a Friday.", LEFT[1], False)), "Friday")],
    ),
    "revealing_name": (
        [stated(CAME, LEFT)],
        [
            (
                stated(CAME, ("Dev Nair took part in the Rao-Sen talks.", LEFT[1], False)),
                "participants",
            )
        ],
    ),
    "fragment": (
        [
            stated(
                CAME,
                ("Asha Rao called it “deeply worried”, that the floods worry her.", *LEFT[1:]),
            )
        ],
        [(stated(CAME, ("Asha Rao said “deeply worried” at the fair.", LEFT[1], False)), "gist")],
    ),
}
