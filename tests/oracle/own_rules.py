"""The examiner's rules about a set's own relations, its terms, and the slots that items test."""

from collections.abc import Iterator

from tests.oracle.claims import Claim
from tests.oracle.knowledge import Knowledge
from tests.oracle.shown import Shown, same_class


def nothing_to_itself(shown: Shown) -> Iterator[str]:
    """R19: in a relation of the set's own, nothing is asked of a thing and itself."""
    for claim in shown.claims:
        own = shown.knowledge.relations.get(claim.relation)
        alike = same_class(shown.knowledge, claim.subject)
        if own is not None and "irreflexive" in own.flags and claim.object in alike:
            yield f"{claim.subject} stands on both sides"


def wider_terms(shown: Shown) -> Iterator[str]:
    """No wider term than the right one, nor one that it is an example of, is a wrong option."""
    if shown.item["kind"] not in ("term", "definition") or not shown.item["options"]:
        return
    terms = [_term_of(shown, claim) for claim in shown.claims]
    entries = zip(terms, shown.item["options"], strict=True)
    right = next(term for term, option in entries if option["right"])
    barred = _wider(shown.knowledge, right) | {
        atom.object
        for atom in shown.knowledge.atoms
        if atom.relation == "example_of" and atom.subject == right and atom.holds
    }
    for term in terms:
        if term != right and term in barred:
            yield f"{term} is wider than {right}"


def _term_of(shown: Shown, claim: Claim) -> str:
    """Return the term that an option names, or whose meaning it gives."""
    if shown.varying(claim) == claim.subject:
        return claim.subject
    meanings = (a for a in shown.knowledge.atoms if a.relation == "means")
    return next((a.subject for a in meanings if a.object == claim.object), claim.subject)


def _wider(knowledge: Knowledge, term: str) -> set[str]:
    found: set[str] = set()
    open_ = [term]
    while open_:
        for one in same_class(knowledge, open_.pop()):
            fresh = set(knowledge.wider.get(one, ())) - found
            found |= fresh
            open_ += fresh
    return found


def slots_tested(shown: Shown) -> Iterator[str]:
    """Every item tests a slot of a fact of the set; a row's slot is named by its two ends."""
    knowledge = shown.knowledge
    if not shown.item["tests"]:
        yield "no slot is tested"
    for slot in shown.item["tests"]:
        set_id, slug, part = slot.split("/", 2)
        rows = knowledge.rows.get(slug)
        if set_id != knowledge.set_id or slug not in knowledge.cites:
            yield f"there is no slot {slot}"
        elif rows and not {part, ":".join(part.split(":")[::-1])} & rows:
            yield f"{slug} has no row {part}"
