"""Makes the smallest valid objects; a test names only what it is about."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from sqlalchemy.orm import Session

from quizapp.config import Config, read_config
from quizapp.core.facts.claim import Claim, Instant
from quizapp.core.facts.source import Citation, Document
from quizapp.core.items.codec import item_id
from quizapp.core.items.item import Item, Option, Part, PassageRef
from quizapp.core.items.wanted import MIXED
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.services.papers import Entry, Paper, settings_of
from quizapp.services.quizzes import start_quiz
from quizapp.services.tokens import new_token
from quizapp.store.bundles import Bundle
from tests.people import Person

PARAGRAPHS = (
    (1, "The summit ended on 3 May. Ana Roy held the office. It rained."),
    (2, "Ben Lal said that water was short."),
)


def config(folder: Path, database: str = "") -> Config:
    return read_config({"QUIZAPP_INSTANCE": str(folder / "instance"), "QUIZAPP_DATABASE": database})


def environ(config: Config) -> dict[str, str]:
    """Return the environment of a process that works on an installation."""
    ours = {"QUIZAPP_INSTANCE": str(config.instance), "QUIZAPP_DATABASE": config.database}
    return {name: value for name, value in os.environ.items() if "QUIZAPP_" not in name} | ours


def citation(words: str = "Ana Roy", **changes: object) -> Citation:
    """Return the citation of words of ``PARAGRAPHS``, with the sentence around them."""
    number, text = next((n, text) for n, text in PARAGRAPHS if words in text)
    start = text.index(words)
    sentence = text.rfind(". ", 0, start)
    whole = Citation(
        source="report",
        paragraph=number,
        start=start,
        end=start + len(words),
        sentence_start=0 if sentence < 0 else sentence + 2,
        sentence_end=text.index(".", start) + 1,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def ref(words: str = "Ana Roy") -> PassageRef:
    found = citation(words)
    assert found.paragraph is not None
    assert found.start is not None
    assert found.end is not None
    return PassageRef(found.source, found.paragraph, found.start, found.end)


def bundle(**changes: object) -> Bundle:
    """Return a set of three facts: two in a report, one of a teacher.

    Its digest is of its content, as everywhere.
    """
    whole = Bundle(
        digest="",
        set_id="small",
        title="A small set",
        sources={
            "report": Document("report", "the report", "report", "A report", "2023", PARAGRAPHS),
            "teacher": Document("teacher", "the note", "teacher knowledge", None, None, ()),
        },
        citations={
            "mayor": (citation("Ana Roy"),),
            "water": (citation("water was short"),),
            "year": (Citation("teacher", note="it was 2023"),),
        },
    )
    changed = replace(whole, **changes)  # type: ignore[arg-type]
    digest = hashlib.sha256(repr(changed).encode()).hexdigest()
    return changed if changed.digest else replace(changed, digest=digest)


def claim(object_: str = "ana", **changes: object) -> Claim:
    whole = Claim("holder", "mayor", object_, Instant("2023-05", "report"))
    return replace(whole, **changes)  # type: ignore[arg-type]


def option(text: str, *, right: bool = False, **changes: object) -> Option:
    whole = Option(
        text=text,
        claims=(claim(text.casefold()),),
        holds=right,
        right=right,
        why=f"{text} is {'right' if right else 'wrong'}.",
        facts=("mayor",),
        rule="stated" if right else "functional",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def item(
    key: str | Sequence[str] = "Ana",
    *,
    options: Sequence[str] = ("Ana", "Ben", "Cy", "Dee"),
    stem: str = "Who was mayor?",
    **changes: object,
) -> Item:
    """Return an item whose key is that option, or those."""
    keys = (key,) if isinstance(key, str) else tuple(key)
    whole = Item(
        id="",
        set_id="small",
        kind="office",
        format="choice",
        proof="kernel",
        stem=stem,
        options=tuple(option(text, right=text in keys) for text in options),
        parts=(),
        key=tuple(place for place, text in enumerate(options) if text in keys),
        tests=("small/mayor/holder",),
        asserts=(),
        passages=(ref("Ana Roy"),),
        difficulty=0.4,
        guess=Fraction(1, len(options)) if options else Fraction(0),
        seed=7,
    )
    return identified(replace(whole, **changes))  # type: ignore[arg-type]


def typed_item(*accepted: str, **changes: object) -> Item:
    """Return an item that accepts those texts."""
    texts = accepted or ("Ana Roy", "Roy")
    part = Part(texts[0], (claim(),), True, "The report says so.", ("mayor",), "stated")
    whole = replace(item(options=()), format="typed", parts=(part,), key=texts)
    return identified(replace(whole, **changes))  # type: ignore[arg-type]


def identified(whole: Item) -> Item:
    """Return an item with the id of its content."""
    return replace(whole, id=item_id(whole))


def items(count: int) -> tuple[Item, ...]:
    """Return that many different items, all with the key Ana."""
    return tuple(item(stem=f"Who was mayor, question {number}?") for number in range(1, count + 1))


def entry(item_: Item | None = None, **changes: object) -> Entry:
    whole = Entry.of(item_ or item(), ("Offices",), "Who held it", "Choose one.")
    return replace(whole, **changes)  # type: ignore[arg-type]


def paper(*entries: Entry | Item, **changes: object) -> Paper:
    """Return a paper of these items, or of one; feedback comes after each question."""
    listed = entries or (item(),)
    whole = Paper(
        bundle=bundle(),
        size=len(listed),
        feedback_each=True,
        seed=1,
        entries=tuple(one if isinstance(one, Entry) else entry(one) for one in listed),
        settings=settings_of(CLASSROOM, MIXED),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def attempt(
    session: Session, person: Person, now: datetime, *entries: Entry | Item, **changes: object
) -> str:
    """Start a quiz for somebody and return the attempt's id."""
    started = start_quiz(
        session,
        learner_id=person.id,
        paper=paper(*entries, **changes),
        start_key=new_token(),
        now=now,
    )
    return started.attempt_id
