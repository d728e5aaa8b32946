"""Items to answer: one strategy for each response format."""

from fractions import Fraction

from hypothesis import strategies as st

from quizapp.core.items.item import Item, Option

NAMES = ("Blinken", "Austin", "Kwatra", "Modi", "Jaishankar", "Pannun")


def option_item(format_name: str, *, right: set[int], count: int = 4) -> Item:
    """Return an item with that many options, of which those indexes are right."""
    options = tuple(
        Option(name, (), None, index in right, "So the report says.", (), "stated")
        for index, name in enumerate(NAMES[:count])
    )
    return _item(format_name, options, tuple(sorted(right)))


def typed_item(*accepted: str, ambiguous: tuple[str, ...] = (), person: bool = False) -> Item:
    """Return an item that accepts those texts."""
    return _item("typed", (), accepted, ambiguous, person)


def _item(format_name, options, key, ambiguous=(), person=False) -> Item:
    return Item(
        id="0" * 64,
        set_id="talks",
        kind="any",
        format=format_name,
        proof="kernel",
        stem="Who?",
        options=options,
        parts=(),
        key=key,
        tests=(),
        asserts=(),
        passages=(),
        difficulty=0.5,
        guess=Fraction(0),
        seed=0,
        ambiguous=ambiguous,
        key_is_person=person,
    )


@st.composite
def _single(draw: st.DrawFn, format_name: str, least: int, most: int) -> Item:
    count = draw(st.integers(least, most))
    return option_item(format_name, right={draw(st.integers(0, count - 1))}, count=count)


@st.composite
def _several(draw: st.DrawFn) -> Item:
    count = draw(st.integers(2, len(NAMES)))
    right = draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count - 1))
    return option_item("choices", right=right, count=count)


@st.composite
def _entry(draw: st.DrawFn) -> Item:
    accepted = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    return typed_item(*accepted, person=draw(st.booleans()))


#: For each response format: any item that is answered so.
ITEMS = {
    "choice": _single("choice", 2, len(NAMES)),
    "choices": _several(),
    "true_false": _single("true_false", 2, 2),
    "typed": _entry(),
}
