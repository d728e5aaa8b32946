"""Which items with parts may not stand with others: statements, lists, orders, counts, cards."""

from dataclasses import replace

import pytest

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom, EventFact
from quizapp.core.items.enemies import Enemies
from quizapp.core.items.item import Item, Target
from tests.core.items.handmade import FACTS, bank, choosing, naming, typing
from tests.core.items.handmade_bodies import card, counted, matched, measured, ordered, stated

QUOTE = "We shall open our ports to every honest trader of the coast."
CAME = Claim("took_part", "fair", "asha")
LEFT = Claim("took_part", "talks", "dev")
TESTS = ("made/some/slot",)

#: One item of every body; each asks, among others, whether Asha came to the fair, or in which
#: order fair and march were, or how large the number is.
BODIES = {
    "options": naming("Who came?", "took_part", "fair", "asha", "dev", tests=TESTS),
    "typed": replace(
        typing("Who came?", "Asha Rao", tests=TESTS),
        parts=card("", "Asha Rao", CAME).parts,
    ),
    "codes": stated(("Asha Rao came.", CAME, True), ("Dev Nair came.", LEFT, False), tests=TESTS),
    "lists": matched(
        "took_part", ("fair", "asha"), ("march", "bela"), ("talks", "chand"), tests=TESTS
    ),
    "order": ordered("talks", "fair", "march", tests=TESTS),
    "count": counted("How many came?", CAME, Claim("took_part", "fair", "bela"), tests=TESTS),
    "number": measured("How many ports?", "ports", "7", tests=TESTS),
    "card": card("Who came?", "Asha Rao", CAME, tests=TESTS),
}
GIVEN = {
    "order": Claim("before", "fair", "march"),
    "number": Claim("value", "ports", Value("number", "7")),
}

every_body = pytest.mark.parametrize("body", sorted(BODIES))


def bars(first: Item, second: Item, *, known: Bank | None = None, feedback: bool = False) -> bool:
    """Return whether the second may not come after the first."""
    enemies = Enemies((first, second), known or bank(), feedback_each=feedback)
    return bool(enemies.barred_by(0) & 0b10)


@every_body
def test_what_gives_a_part_away_may_not_stand_beside_it(body: str) -> None:
    telling = choosing("So it was.", "a", "b", asserts=(GIVEN.get(body, CAME),))

    assert bars(telling, BODIES[body])
    assert bars(BODIES[body], telling)


@every_body
def test_what_gives_something_else_away_may(body: str) -> None:
    telling = choosing("So it was.", "a", "b", asserts=(Claim("place", "talks", "peru"),))

    assert not bars(telling, BODIES[body])


@every_body
def test_items_of_one_slot_are_enemies_whatever_their_body(body: str) -> None:
    other = choosing("And who left?", "a", "b", tests=("made/other/slot", *TESTS))

    assert bars(BODIES[body], other)


def test_a_statement_that_is_given_away_as_false_is_given_away() -> None:
    telling = choosing("He did not.", "a", "b", asserts=(LEFT.negated(),))

    assert bars(telling, BODIES["codes"])


def test_a_target_is_given_away_where_another_row_is_told_to_have_it() -> None:
    telling = choosing(
        "Asha came to the march.", "a", "b", asserts=(replace(CAME, subject="march"),)
    )

    assert bars(telling, BODIES["lists"])


@pytest.mark.parametrize(
    "printing",
    [
        stated((f"“{QUOTE}” was said.", CAME, True), ("Dev Nair came.", LEFT, False)),
        replace(BODIES["lists"], targets=(Target("1.", f"“{QUOTE}”"),), tests=()),
        replace(
            BODIES["order"],
            parts=tuple(replace(one, text=f"“{QUOTE}”") for one in BODIES["order"].parts),
            tests=(),
        ),
        card("What did she say?", f"“{QUOTE}”", CAME),
    ],
    ids=["statement", "target", "entry", "back of a card"],
)
def test_a_quotation_printed_in_a_part_is_printed(printing: Item) -> None:
    assert bars(printing, choosing(f"Who said “{QUOTE}”?", "a", "b"))


def test_what_is_not_printed_before_the_answer_is_no_printed_quotation() -> None:
    counting = counted("How many?", CAME, LEFT)
    counting = replace(
        counting, parts=tuple(replace(one, text=f"“{QUOTE}”") for one in counting.parts)
    )

    assert not bars(counting, choosing(f"Who said “{QUOTE}”?", "a", "b"))


# --- what feedback teaches ---


def came_bank() -> Bank:
    """Return a bank that states who came to fair, march and talks, and two dates."""
    came = {"fair": "asha", "march": "bela", "talks": "chand"}
    facts = [EventFact(one, (), None, None, None, None, None, None, (), ()) for one in came]
    dates = {"fair": "2020-03", "march": "2020-09"}
    atoms = [
        Atom(Claim("took_part", event, one), f"at-{event}", f"at-{event}/took_part:{one}", ())
        for event, one in came.items()
    ]
    atoms += [
        Atom(Claim("date", event, Value("date", day)), f"on-{event}", f"on-{event}/date", ())
        for event, day in dates.items()
    ]
    return bank(facts=(*FACTS[:3], *facts), atoms=atoms)


ASKING = naming("Who came to the fair?", "took_part", "fair", "asha", "dev")


@pytest.mark.parametrize("body", ["codes", "lists", "count", "typed"])
def test_feedback_teaches_later_items_every_part(body: str) -> None:
    teaching = replace(BODIES[body], tests=("made/at-fair/took_part:asha",))

    assert not bars(teaching, ASKING, known=came_bank())
    assert bars(teaching, ASKING, known=came_bank(), feedback=True)


def test_feedback_to_an_order_teaches_the_days_that_it_rests_on() -> None:
    teaching = ordered("fair", "march", "talks", tests=("made/on-fair/date", "made/on-march/date"))
    asking = naming("When?", "date", "fair")
    asking = typing("In which month was the fair?", "March 2020")
    asking = replace(
        asking, parts=card("", "", Claim("date", "fair", Value("date", "2020-03"))).parts
    )

    assert bars(teaching, asking, known=came_bank(), feedback=True)


def test_feedback_to_a_list_tells_to_whom_a_spare_target_belongs() -> None:
    teaching = matched(
        "took_part", ("fair", "asha"), ("march", "bela"), ("talks", "chand"), spare=["dev"]
    )
    parts = tuple(replace(one, facts=("elsewhere",)) for one in teaching.parts)
    atom = Atom(Claim("took_part", "peru", "dev"), "elsewhere", "elsewhere/took_part:dev", ())
    known = replace(came_bank(), atoms=(*came_bank().atoms, atom))
    asking = naming("Where was Dev?", "took_part", "peru", "dev", "asha")

    assert not bars(teaching, asking, known=known, feedback=True)
    assert bars(replace(teaching, parts=parts), asking, known=known, feedback=True)


@pytest.mark.parametrize("feedback", [False, True])
def test_a_card_is_turned_at_once_so_it_teaches_even_where_feedback_comes_at_the_end(
    feedback: bool,
) -> None:
    teaching = card("Who came?", "Asha Rao", CAME, tests=("made/at-fair/took_part:asha",))

    assert bars(teaching, ASKING, known=came_bank(), feedback=feedback)
    assert not bars(ASKING, teaching, known=came_bank())


# --- what is written by hand ---


def written(stem: str, *tests: str) -> Item:
    return choosing(stem, "Asha Rao", "Dev Nair", "Bela Sen", proof="author", tests=tests)


def test_a_question_written_by_hand_is_given_away_by_what_its_slots_state() -> None:
    telling = choosing("Asha came.", "a", "b", asserts=(CAME,))

    assert bars(telling, written("Who came?", "made/at-fair/took_part:asha"), known=came_bank())
    assert not bars(telling, written("Who came?", "made/why/answer"), known=came_bank())


def test_a_question_that_asks_the_same_in_almost_the_same_words_is_an_enemy() -> None:
    made = replace(ASKING, tests=("made/at-fair/took_part:asha",))

    assert bars(made, written("Who, then, came to the fair?", "made/why/answer"))
    assert not bars(made, written("Who came to the march?", "made/why/answer"))
