"""Questions written by hand: the author's own stem, key and wrong options.

What a response format needs of them is known to the formats and checked when a set is loaded.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.facts.naming import check_id
from quizapp.core.facts.schema import FactEntry, OneOrMany, Text, Texts
from quizapp.core.facts.tree import Path, Tree
from quizapp.core.text.offering import some_of


def _right(value: object) -> object:
    if isinstance(value, dict):
        raise ValueError("write the right option, or a list of what is right")
    return value


class QuestionEntry(FactEntry):
    """``{format: choice, stem: …, right: …, wrong: […], why: …, tests: […], cite: …}``."""

    format: Text
    stem: Text
    right: Annotated[OneOrMany, BeforeValidator(_right), Field(min_length=1)]
    wrong: Texts = ()
    why: Text | None = None
    tests: Texts = ()


def add_questions(desk: Desk, entries: Tree) -> None:
    """Read the section ``questions`` into the desk; what they test is checked once all is read."""
    if not isinstance(entries, dict):
        desk.fault(("questions",), "write a mapping of ids: {an-id: {format: choice, stem: …}}")
        return
    slots = _slots_by_fact(desk) if entries else {}
    for slug, entry in entries.items():
        path: Path = ("questions", slug)
        check_id(desk, slug, path)
        if slug in desk.facts:
            desk.fault(path, f'the slug "{slug}" is taken by a fact')
        read = desk.read(QuestionEntry, entry, "a question", path)
        if read is None:
            continue
        desk.remember(slug, read, path)
        _check_options(read, desk, path)
        _check_tests(read.tests, slots, desk, (*path, "tests"))
        desk.questions[slug] = WrittenQuestion(
            slug=slug,
            cites=desk.cites(read.cite, (*path, "cite")),
            format=read.format,
            stem=read.stem,
            right=read.right,
            wrong=read.wrong,
            why=read.why,
            tests=read.tests or (f"{slug}/answer",),
        )


def _check_options(entry: QuestionEntry, desk: Desk, path: Path) -> None:
    seen: set[str] = set()
    for field in ("right", "wrong"):
        for index, text in enumerate(getattr(entry, field)):
            folded = " ".join(text.casefold().split())
            if folded in seen:
                at = (*path, field, index)
                desk.fault(
                    at if desk.plain.has(at) else (*path, field),
                    f'"{text}" stands among the options twice: remove or reword one',
                )
            seen.add(folded)


def _slots_by_fact(desk: Desk) -> dict[str, set[str]]:
    slots: dict[str, set[str]] = {}
    for atom in desk.atoms:
        slots.setdefault(atom.slot.partition("/")[0], set()).add(atom.slot)
    return slots


def _check_tests(
    tests: tuple[str, ...], slots: dict[str, set[str]], desk: Desk, path: Path
) -> None:
    """A slot named under ``tests`` is one of the set: of a fact, or of this very question."""
    for index, slot in enumerate(tests):
        slug = slot.partition("/")[0]
        of_fact = slots.get(slug, set())
        if slot in of_fact or slug in desk.renamed or _is_troubled(slug, desk):
            continue
        hint = (
            f"its fact has: {some_of(sorted(of_fact))}"
            if of_fact
            else "write FACT/PART, like summer/said"
        )
        desk.fault((*path, index), f'there is no slot "{slot}"; {hint}')


def _is_troubled(slug: str, desk: Desk) -> bool:
    """Whether a fact, or a thing that it speaks of, has faults of its own, so that slots miss."""
    top = desk.plain.data
    facts = top.get("facts") if isinstance(top, dict) else None
    entry = facts.get(slug) if isinstance(facts, dict) else None
    return slug in desk.troubled or not desk.troubled.isdisjoint(_words(entry or slug))


def _words(tree: Tree) -> Iterator[str]:
    """Yield every text of a part of the file, keys included."""
    if isinstance(tree, str):
        yield tree
        return
    for inner in (*tree, *tree.values()) if isinstance(tree, dict) else tree:
        yield from _words(inner)
