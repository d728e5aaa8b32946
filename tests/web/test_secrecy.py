"""Nothing that a learner can fetch before answering tells the key.

A canary is planted in all that must stay hidden, and looked for in all that is sent.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest
from flask import Flask

from quizapp.core.facts.source import Citation, Document
from quizapp.core.items.codec import item_id
from quizapp.core.items.item import Item, Part
from quizapp.web.context import context
from tests import answerable, make
from tests.web.conftest import Start
from tests.web.visitor import Answer, Visitor, token

CANARY = "canary"
SEED = 918273645
TEXT = f"The {CANARY} of the passage sang."

BUNDLE = make.bundle(
    digest="c" * 64,
    sources={"report": Document("report", "the report", "report", None, "2023", ((1, TEXT),))},
    citations={f"{CANARY}-fact": (Citation("report", 1, 0, len(TEXT), 0, len(TEXT)),)},
)

PROOF = {
    "why": f"{CANARY} why",
    "facts": (f"{CANARY}-fact",),
    "rule": f"{CANARY}-rule",
    "claims": (make.claim(f"{CANARY}-object"),),
}
HIDDEN = {
    "tests": (f"small/{CANARY}/slot",),
    "asserts": (make.claim(f"{CANARY}-asserted"),),
    "passages": (),
    "difficulty": 0.918273,
    "guess": Fraction(918, 1273),
    "seed": SEED,
}


def chosen(key: str = "Ana", *, format_: str = "choice", stem: str = "Who was mayor?") -> Item:
    """Return an item with a canary in everything but its stem and the texts of its options."""
    item = make.item(key, options=("Ana", "Ben", "Cy"), stem=stem, format=format_, **HIDDEN)
    options = tuple(replace(option, **PROOF) for option in item.options)
    guarded = replace(item, options=options)
    return replace(guarded, id=item_id(guarded))


def typed() -> Item:
    accepted = f"{CANARY} accepted"
    part = Part(accepted, holds=True, **PROOF)
    return make.typed_item(accepted, stem="Type it.", **HIDDEN, parts=(part,))


def with_parts(item: Item, **changes: object) -> Item:
    """Return an item with a canary in everything but what it prints before the answer."""
    parts = tuple(replace(part, **PROOF, against=(f"{CANARY} why",) * 4) for part in item.parts)
    options = tuple(replace(one, **PROOF, patterns=(CANARY,)) for one in item.options)
    guarded = replace(item, **{**HIDDEN, "options": options, "parts": parts, **changes})
    return replace(guarded, id=item_id(guarded))


PARTED = (
    with_parts(answerable.matching_item()),
    with_parts(answerable.lists_item()),
    with_parts(answerable.ordering_item()),
    with_parts(answerable.number_item(str(SEED))),
    with_parts(answerable.date_item(printed=f"{CANARY} date")),
    with_parts(answerable.card_item(f"{CANARY} back")),
    with_parts(answerable.count_item(), parts=(Part(CANARY, holds=True, **PROOF),)),
    # Its patterns must fit its parts, or a form of it cannot be read.
    replace(with_parts(answerable.statements_item()), options=answerable.statements_item().options),
)
ITEMS = (chosen(), chosen(format_="choices", stem="Who were mayors?"), typed(), *PARTED)
ALL = range(1, len(ITEMS) + 1)


def told(answers: Iterable[Answer], items: Iterable[Item]) -> list[str]:
    """Return the addresses of answers that hold any of what must stay hidden."""
    signs = [CANARY, str(SEED), "918273", "918/1273", *(item.id for item in items)]
    return [
        answer.url
        for answer in answers
        if any(sign in f"{answer.headers}{answer.body.decode()}".casefold() for sign in signs)
    ]


def everything(visitor: Visitor, attempt: str, open_: Iterable[int] = ALL) -> list[Answer]:
    """Return all that can be fetched without answering the open questions, and static files."""
    pages = ["/", "/history", attempt, f"{attempt}/finish", f"{attempt}/result"]
    questions = [visitor.get(f"{attempt}/{place}") for place in open_]
    refused = [visitor.submit(question, response=" ") for question in questions]
    assert {one.status for one in refused} == {422}
    with visitor.client.application.app_context():
        static = context().assets.urls.values()
    return [*questions, *refused, *map(visitor.get, [*pages, *static])]


@pytest.mark.parametrize("feedback_each", [True, False], ids=["each", "end"])
def test_nothing_tells_the_key_before_the_answer(
    as_ana: Visitor, start: Start, feedback_each: bool
) -> None:
    attempt = start(*ITEMS, bundle=BUNDLE, feedback_each=feedback_each, seed=SEED)

    assert told(everything(as_ana, attempt), ITEMS) == []


def test_an_answer_tells_nothing_where_feedback_comes_at_the_end(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(*ITEMS, bundle=BUNDLE, feedback_each=False, seed=SEED)
    form = as_ana.get(f"{attempt}/1")

    answered = as_ana.submit(form, response=token(form, "Ana"))

    assert told([answered, *everything(as_ana, attempt)], ITEMS) == []


def test_one_answer_tells_nothing_of_the_next_question(as_ana: Visitor, start: Start) -> None:
    attempt = start(*ITEMS, bundle=BUNDLE, seed=SEED)
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana"))

    assert told(everything(as_ana, attempt, open_=ALL[1:]), ITEMS) == []


def test_the_canary_is_seen_once_it_may_be(as_ana: Visitor, start: Start) -> None:
    """The control: what the other tests look for is there to be found."""
    attempt = start(*ITEMS, bundle=BUNDLE, seed=SEED)
    for place in (1, 3):
        form = as_ana.get(f"{attempt}/{place}")
        as_ana.submit(form, response=token(form, "Ana") or "anything")
        page = as_ana.get(f"{attempt}/{place}").text
        assert f"{CANARY} why" in page
        assert TEXT in page


@pytest.mark.parametrize(
    "keys",
    [
        [answerable.statements_item(truths) for truths in ("tf", "ft", "tt", "ff")],
        [answerable.matching_item(own) for own in ((0, 1, 2), (3, 2, 1))],
        [answerable.ordering_item(key) for key in ((0, 1, 2), (2, 1, 0))],
        [answerable.number_item(value) for value in ("1400", "-3")],
        [answerable.date_item(iso, iso) for iso in ("2023-05-03", "1999-12-31")],
        [answerable.card_item(back) for back in ("Ana", "Ben")],
    ],
    ids=lambda items: items[0].format,
)
def test_a_page_with_parts_is_the_same_whatever_the_key(
    as_ana: Visitor, start: Start, keys: list[Item]
) -> None:
    pages = {_without_chance(as_ana.get(f"{start(item)}/1")) for item in keys}

    assert len(pages) == 1


def test_the_back_of_a_card_comes_only_with_the_page_that_was_asked_for_it(
    as_ana: Visitor, start: Start
) -> None:
    item = answerable.card_item(f"{CANARY} back")
    attempt = start(item)

    asked = as_ana.get(f"{attempt}/1?show=yes")

    assert f"{CANARY} back" in asked.text
    assert told([as_ana.get(f"{attempt}/1")], [item]) == []


def test_a_page_is_the_same_whichever_option_is_the_key(
    app: Flask, as_ana: Visitor, start: Start
) -> None:
    pages = {_without_chance(as_ana.get(f"{start(chosen(key))}/1")) for key in ("Ana", "Ben", "Cy")}

    assert len(pages) == 1


def _without_chance(answer: Answer) -> str:
    """Return a page without ids and keys drawn at random: 22 signs that no word has."""
    return re.sub(r"[\w-]{22}(?=[\"/?])", "random", answer.body.decode())
