"""Citations resolved anew: the cited words, exactly once (or the nth time), in their source."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from tests.oracle.knowledge import Cite, Knowledge, Source
from tests.oracle.measures import straight

#: Source, paragraph, first and last code point (half-open) in the paragraph.
Passage: TypeAlias = tuple[str, int, int, int]


class Unresolved(Exception):
    """The cited words do not stand in the source as often as they should."""


def passages(knowledge: Knowledge, facts: Iterable[str]) -> set[Passage]:
    """Return where the facts' words stand; what a teacher says stands nowhere."""
    return _resolved(knowledge, (cite for fact in facts for cite in knowledge.cites[fact]))


def denials(knowledge: Knowledge, facts: Iterable[str]) -> set[Passage]:
    """Return where the words stand that denials of these facts cite for themselves."""
    cites = (cite for fact in facts for cite in knowledge.denial_cites.get(fact, ()))
    return _resolved(knowledge, cites)


def sources(knowledge: Knowledge, facts: Iterable[str]) -> set[str]:
    """Return what may be named as the source of what facts state."""
    stating = [fact for fact in facts if fact in knowledge.cites]
    return {cite.source for fact in stating for cite in knowledge.cites[fact]}


def denying_sources(knowledge: Knowledge, facts: Iterable[str], relation: str) -> set[str]:
    """Return what may be named as the source of what facts deny in a relation.

    Where a fact denies several things, of which perhaps only some have words of their own, the
    source of either is allowed.
    """
    denials = [(atom.fact, atom.relation) for atom in knowledge.atoms if not atom.holds]
    denials += [(tenure.fact, "holder") for tenure in knowledge.tenures for _ in tenure.denied]
    found: set[str] = set()
    for fact in facts:
        of_fact = [one for slug, one in denials if slug == fact]
        if relation not in of_fact:
            continue
        own = {cite.source for cite in knowledge.denial_cites.get(fact, ())}
        found |= own
        if not own or len(of_fact) > 1:
            found |= {cite.source for cite in knowledge.cites[fact]}
    return found


def _resolved(knowledge: Knowledge, cites: Iterable[Cite]) -> set[Passage]:
    return {
        resolve(knowledge.sources[cite.source], cite)
        for cite in cites
        if knowledge.sources[cite.source].paragraphs
    }


@lru_cache(maxsize=1024)
def resolve(source: Source, cite: Cite) -> Passage:
    """Return where cited words stand."""
    wanted = " ".join(straight(cite.span).split())
    found: list[Passage] = []
    for number, text in source.paragraphs:
        folded = straight(text)
        assert len(folded) == len(text)
        squeezed, offsets = _squeeze(folded)
        at = squeezed.find(wanted)
        while at >= 0:
            found.append((source.id, number, offsets[at], offsets[at + len(wanted) - 1] + 1))
            at = squeezed.find(wanted, at + 1)
    if cite.nth is not None:
        return found[cite.nth - 1]
    if len(found) != 1:
        raise Unresolved(f"{cite.span!r} stands {len(found)} times in {source.id}")
    return found[0]


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Return a text with single spaces, and where each of its characters stood."""
    kept: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(text):
        if character == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(character)
        offsets.append(place)
    return "".join(kept), offsets
