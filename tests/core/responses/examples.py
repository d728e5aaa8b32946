"""Items to answer: one strategy for each response format, and what may be sent for such an item."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

from hypothesis import strategies as st

from quizapp.core.items.item import Amount, Item, Key, Option, Part, Target

NAMES = ("Blinken", "Austin", "Kwatra", "Modi", "Jaishankar", "Pannun")
CODES = (("1 only", "tf"), ("2 only", "ft"), ("Both 1 and 2", "tt"), ("Neither 1 nor 2", "ff"))


def option_item(format_name: str, *, right: set[int], count: int = 4) -> Item:
    """Return an item with that many options, of which those indexes are right."""
    options = tuple(
        Option(name, (), None, index in right, "So the report says.", (), "stated")
        for index, name in enumerate(NAMES[:count])
    )
    return _item(format_name, tuple(sorted(right)), options=options)


def typed_item(*accepted: str, ambiguous: tuple[str, ...] = (), person: bool = False) -> Item:
    """Return an item that accepts those texts."""
    item = _item("typed", accepted)
    return replace(item, ambiguous=ambiguous, key_is_person=person)


def statements_item(truths: str, codes: tuple[tuple[str, ...], ...] = CODES) -> Item:
    """Return an item with statements of those truths, and codes: a text and its patterns."""
    parts = tuple(
        replace(_part(f"Statement {place}"), holds=truth == "t", label=f"{place}.")
        for place, truth in enumerate(truths, start=1)
    )
    options = tuple(
        Option(text, (), None, truths in patterns, "", (), "code", tuple(patterns))
        for text, *patterns in codes
    )
    key = tuple(index for index, one in enumerate(options) if one.right)
    return _item("statements", key, options=options, parts=parts)


def matching_item(*own: int, targets: int = 4) -> Item:
    """Return an item whose rows belong to those targets."""
    listed = tuple(Target(f"{place}.", f"Office {place}") for place in range(1, targets + 1))
    parts = tuple(
        replace(
            _part(name),
            against=tuple(f"{name} and {target.text}: so it is." for target in listed),
        )
        for name in NAMES[: len(own)]
    )
    return replace(_item("matching", tuple(enumerate(own)), parts=parts), targets=listed)


def ordering_item(*key: int) -> Item:
    """Return an item whose parts have that right order."""
    return _item("ordering", key, parts=tuple(map(_part, NAMES[: len(key)])))


def number_item(value: str, unit: str | None = None, tolerance: str = "0") -> Item:
    """Return an item that asks for that number."""
    printed = f"{value} {unit}" if unit else value
    return _item("number", Amount(value, unit, tolerance), parts=(_part(printed),))


def date_item(iso: str, printed: str = "the very day") -> Item:
    """Return an item that asks for that date."""
    return _item("date", (printed, iso), parts=(_part(printed),))


def card_item(back: str = "Vinay Kwatra") -> Item:
    """Return a card with that back."""
    return _item("card", (back,), parts=(_part(back),))


def _part(text: str) -> Part:
    return Part(text, (), True, "So the report says.", (), "stated")


def _item(
    format_name: str,
    key: Key,
    *,
    options: tuple[Option, ...] = (),
    parts: tuple[Part, ...] = (),
) -> Item:
    return Item(
        id="0" * 64,
        set_id="talks",
        kind="any",
        format=format_name,
        proof="kernel",
        stem="Who?",
        options=options,
        parts=parts,
        key=key,
        tests=(),
        asserts=(),
        passages=(),
        difficulty=0.5,
        guess=Fraction(0),
        seed=0,
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


@st.composite
def _matching(draw: st.DrawFn) -> Item:
    targets = draw(st.integers(3, 5))
    rows = draw(st.integers(2, targets))
    return matching_item(*draw(st.permutations(range(targets)))[:rows], targets=targets)


@st.composite
def _number(draw: st.DrawFn) -> Item:
    value = draw(st.decimals(-1000, 1000, places=2).map(str))
    return number_item(value, draw(st.sampled_from([None, "km", "%", "crore rupees"])))


#: For each response format: any item that is answered so.
ITEMS = {
    "card": st.sampled_from(NAMES).map(card_item),
    "choice": _single("choice", 2, len(NAMES)),
    "choices": _several(),
    "date": st.dates().flatmap(
        lambda day: st.sampled_from([4, 7, 10]).map(lambda cut: date_item(day.isoformat()[:cut]))
    ),
    "matching": _matching(),
    "number": _number(),
    "ordering": st.integers(2, 4).flatmap(
        lambda count: st.permutations(range(count)).map(lambda key: ordering_item(*key))
    ),
    "statements": st.sampled_from(["tt", "tf", "ft", "ff"]).map(statements_item),
    "true_false": _single("true_false", 2, 2),
    "typed": _entry(),
}


def _options(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    for index in range(len(item.options)):
        yield (str(index),), (index,) == item.chosen


def _texts(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    for name in NAMES:
        yield (name,), name in item.accepted


def _marked(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    truths = tuple("t" if part.holds else "f" for part in item.parts)
    for marks in product("tf", repeat=len(item.parts)):
        yield marks, marks == truths
        for index in range(len(item.options)):
            yield (str(index), *marks), (index,) == item.chosen


def _matched(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    for chosen in permutations(range(len(item.targets)), len(item.parts)):
        yield tuple(map(str, chosen)), tuple(enumerate(chosen)) == item.key


def _placed(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    for places in permutations(range(len(item.parts))):
        order = tuple(places.index(place) for place in range(len(places)))
        yield tuple(str(place + 1) for place in places), order == item.key


def _figures(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    assert isinstance(item.key, Amount)
    for text in (item.key.value, "5000"):
        yield (text,), text == item.key.value


def _dates(item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    right = item.accepted[-1].split("-")
    for year in (right[0], "2800"):  # a leap year: it has every day
        yield (*reversed(right[1:]), year), year == right[0]


def _ratings(_item: Item) -> Iterator[tuple[tuple[str, ...], bool]]:
    for rating in ("again", "hard", "good", "easy"):
        yield (rating,), rating != "again"


#: For each response format: what may be sent for an item, and whether it earns all.
SENT: dict[str, Callable[[Item], Iterator[tuple[tuple[str, ...], bool]]]] = {
    "card": _ratings,
    "choice": _options,
    "choices": _options,
    "date": _dates,
    "matching": _matched,
    "number": _figures,
    "ordering": _placed,
    "statements": _marked,
    "true_false": _options,
    "typed": _texts,
}
