"""Lists that are open: what they leave out is unknown, so no question can be made of it."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.fact import CoverageFact, EventFact, ItemList, RelationFact, StatementFact

_UNASKED = (
    "what it leaves out is unknown, so it gives no wrong options, and neither a NOT question nor "
    "a count"
)
_CLOSE = "if the source names them all, write complete: yes; if there may be more, leave it open"
_QUOTE = "give the words themselves (quote), if the source has them: their topics can be complete"


def open_list(examined: Examined) -> Iterator[Finding]:
    """Yield the lists of facts, and the relations, that are not declared complete."""
    for slug, fact in examined.bank.facts.items():
        match fact:
            case StatementFact(quote=None, about=about):
                if about is not None and about.listed:
                    yield Finding(
                        slug,
                        f"a paraphrase may be about more than its list (about) says: {_UNASKED}",
                        _QUOTE,
                        ("about",),
                    )
            case StatementFact(about=about):
                yield from _of(slug, "about", about)
            case CoverageFact(covered=covered):
                yield from _of(slug, "covered", covered)
            case EventFact(participants=participants, parties=parties):
                yield from _of(slug, "participants", participants)
                yield from _of(slug, "parties", parties)
            case _:
                pass
    yield from _relations(examined)


def _of(slug: str, field: str, items: ItemList | None) -> Iterator[Finding]:
    if items is not None and items.listed and not items.complete:
        yield Finding(slug, f"open list ({field}): {_UNASKED}", _CLOSE, (field,))


def _relations(examined: Examined) -> Iterator[Finding]:
    bank = examined.bank
    closed = {closure.relation for closure in bank.closures}
    told = {fact.relation for fact in bank.facts.values() if isinstance(fact, RelationFact)}
    for name in bank.relations:
        relation = bank.relations[name]
        if name not in told - closed or relation.functional or relation.inverse_functional:
            continue
        yield Finding(
            name,
            f"the rows of {name} are open lists: what they leave out is unknown, so nothing is "
            "provably a wrong option",
            "if the rows name all, say complete_objects: yes or complete_subjects: yes here, or "
            "complete: yes in the list of one subject; if each has one only, say one_object: yes",
        )
