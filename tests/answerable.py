"""Makes the smallest valid item of each response format that has parts."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.items.item import Amount, Item, Option, Part, Target
from tests import make


def part(text: str, *, holds: bool = True, **changes: object) -> Part:
    """Return a part with its reason; what it says is about its own text."""
    whole = Part(
        text=text,
        claims=(make.claim(text.casefold()),),
        holds=holds,
        why=f"Of “{text}” the report says so.",
        facts=("mayor",),
        rule="stated",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def statements_item(truths: str = "tf", **changes: object) -> Item:
    """Return an item with two statements of those truths and the four codes."""
    said = ("Ana Roy held the office.", "It snowed.")
    codes = (("1 only", "tf"), ("2 only", "ft"), ("Both 1 and 2", "tt"), ("Neither 1 nor 2", "ff"))
    options = tuple(
        Option(text, (), None, pattern == truths, "", (), "code", (pattern,))
        for text, pattern in codes
    )
    whole = replace(
        make.item(
            options=(), stem="Consider the following statements:\nWhich of them are correct?"
        ),
        kind="statements",
        format="statements",
        options=options,
        parts=tuple(
            part(text, holds=truth == "t", label=f"{place}.")
            for place, (text, truth) in enumerate(zip(said, truths, strict=True), start=1)
        ),
        key=tuple(place for place, one in enumerate(options) if one.right),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def matching_item(own: Sequence[int] = (2, 0, 1), **changes: object) -> Item:
    """Return an item with three rows, four targets, and the target of each row."""
    names, offices = ("Ana", "Ben", "Cy"), ("clerk", "judge", "mayor", "guard")
    targets = tuple(Target(f"{place}.", text) for place, text in enumerate(offices, start=1))
    whole = replace(
        make.item(options=(), stem="Match the people with their offices."),
        kind="matching",
        format="matching",
        parts=tuple(
            part(
                name,
                label=f"{letter}.",
                against=tuple(f"{name} as {office}: the report says so." for office in offices),
                why=f"{name} as {offices[target]}: the report says so.",
            )
            for letter, name, target in zip("ABC", names, own, strict=True)
        ),
        key=tuple(enumerate(own)),
        targets=targets,
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def lists_item(**changes: object) -> Item:
    """Return an item with two lists and four arrangements of them, of which the second is right."""
    texts = ("A-1, B-2, C-3", "A-3, B-1, C-2", "A-3, B-2, C-1", "A-1, B-3, C-2")
    patterns = ("fff", "ttt", "tff", "fft")
    whole = replace(
        matching_item(),
        stem="Match List-I with List-II.\nChoose the correct answer:",
        kind="lists",
        format="choice",
        options=tuple(
            Option(text, (), None, pattern == "ttt", "", (), "code", (pattern,))
            for text, pattern in zip(texts, patterns, strict=True)
        ),
        key=(1,),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def ordering_item(key: Sequence[int] = (2, 0, 1), **changes: object) -> Item:
    """Return an item with three events and the right order of them."""
    whole = replace(
        make.item(options=(), stem="Put these events in order, the earliest first."),
        kind="ordering",
        format="ordering",
        parts=tuple(map(part, ("the summit", "the talks", "the visit"))),
        key=tuple(key),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def count_item(**changes: object) -> Item:
    """Return an item that asks how many there are; what is counted is never printed before."""
    whole = replace(
        make.item("2", options=("1", "2", "3"), stem="How many mayors does the report name?"),
        kind="count",
        parts=(part("Ana"), part("Ben")),
    )
    coded = tuple(
        Option(one.text, (), None, one.right, "", (), "code", ()) for one in whole.options
    )
    return make.identified(replace(whole, options=coded, **changes))  # type: ignore[arg-type]


def number_item(
    value: str = "1400", unit: str | None = "km", tolerance: str = "5", **changes: object
) -> Item:
    """Return an item that asks for a number."""
    whole = replace(
        make.item(options=(), stem="How long is the river?"),
        kind="number",
        format="number",
        parts=(part(f"{value} {unit or ''}".strip()),),
        key=Amount(value, unit, tolerance),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def date_item(iso: str = "2023-05-03", printed: str = "3 May 2023", **changes: object) -> Item:
    """Return an item that asks for a date."""
    whole = replace(
        make.item(options=(), stem="On which date did the summit end?"),
        kind="date",
        format="date",
        parts=(part(printed),),
        key=(printed, iso),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]


def card_item(back: str = "Ana Roy, Ben Lal, among others", **changes: object) -> Item:
    """Return a flashcard."""
    whole = replace(
        make.item(options=(), stem="Who were mayors?"),
        kind="flashcard",
        format="card",
        parts=(part("Ana Roy"), part("Ben Lal")),
        key=(back,),
    )
    return make.identified(replace(whole, **changes))  # type: ignore[arg-type]
