"""The rules about items that are read by their parts (R5, R13, R14, R15).

Lists are complete, statements do not depend on each other, entries have nothing in common.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge
from tests.oracle.lexicon import Lexicon
from tests.oracle.oracle import blocked_in
from tests.oracle.parted import Said
from tests.oracle.patterns import Patterns
from tests.oracle.shown import named, same_class

Item = Mapping[str, Any]

#: The kinds whose numbered statements must be independent of each other.
INDEPENDENT = ("statements", "how_many", "pairs", "assertion_reason", "statement_one_two")


def asked_beside(item: Item, said: list[Said], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield what else must be decided: whether there is more, and whether any two meet."""
    claims = [one.claim for one in said]
    if item["format"] == "card" or item["kind"] == "count":
        yield from _others(said, knowledge)
        yield from _near(said, knowledge)
    if item["kind"] == "count":
        yield from _meetings(claims[0].relation, _varying(said, knowledge)[1])
    if item["targets"] and claims[0].sort == "id":
        yield from _meetings(claims[0].relation, [one.claim.object for one in said if one.holds])


def breaches_of_parts(
    item: Item,
    said: list[Said],
    known: Mapping[Claim, Verdict],
    lexicon: Lexicon,
    patterns: Patterns,
) -> Iterator[str]:
    """Yield every breach of a rule by one item.

    Args:
        patterns: of the numbered statements of all items.
    """
    knowledge, claims = lexicon.knowledge, [one.claim for one in said]
    right = [one.claim for one in said if one.holds]
    if item["kind"] == "count":
        (key,) = item["key"]
        if item["options"][key]["text"] != str(len(said)):
            yield f"{len(said)} are listed, and the key is {item['options'][key]['text']}"
        yield from (fault for _, fault in _unlisted(said, known, knowledge))
        yield from _meeting(claims[0].relation, _varying(said, knowledge)[1], known)
    if item["format"] == "card" and not _is_open(item, lexicon):
        # A topic that shares something with one on the list may be meant by it (R5).
        near = {one.subject for one in _near(said, knowledge) if known[one] != "false"}
        yield from (
            fault
            for claim, fault in _unlisted(said, known, knowledge)
            if getattr(claim, _varying(said, knowledge)[0]) not in near
        )
    if item["targets"]:
        if claims[0].sort == "id":
            yield from _meeting(claims[0].relation, [one.object for one in right], known)
        if len(item["parts"]) < 3:
            yield "fewer than three rows (R14)"
    if missing := patterns.impossible(numbered(item, said)):
        yield f"{missing} patterns of truth cannot be (R15)"


def numbered(item: Item, said: list[Said]) -> list[Claim]:
    """Return the claims of the numbered statements or pairs that must be independent."""
    if item["kind"] not in INDEPENDENT:
        return []
    return [one.claim for one in said if one.entry is not None and one.entry["label"]]


def _is_open(item: Item, lexicon: Lexicon) -> bool:
    """Return whether the back of a card says that there may be others."""
    words = lexicon.language.parts[item["kind"]]["open"].pieces
    tail = words[-1]
    return isinstance(tail, str) and str(item["key"][0]).endswith(tail)


def _varying(said: list[Said], knowledge: Knowledge) -> tuple[str, list[str]]:
    """Return which end of the claims varies, and what stands there; of one, what it prints."""
    claims = [one.claim for one in said]
    by_subject = len({one.subject for one in claims}) > 1
    if len(claims) == 1 and said[0].entry is not None:
        by_subject = claims[0].subject in named(knowledge, said[0].entry["text"])
    if by_subject:
        return "subject", [one.subject for one in claims]
    return "object", [one.object for one in claims]


def _others(said: list[Said], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield for every other thing of a list's sort that it stands there too."""
    claims = [one.claim for one in said]
    if claims[0].sort != "id":
        return
    end, things = _varying(said, knowledge)
    listed = {other for thing in things for other in same_class(knowledge, thing)}
    sections = {knowledge.entities[one].section for one in things if one in knowledge.entities}
    for thing in knowledge.of(*sections):
        other = claims[0].subject if end == "object" else claims[0].object
        if thing not in listed and thing != other:
            yield replace(claims[0], **{end: thing})


def _near(said: list[Said], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield for every other thing and everything listed that they may meet."""
    end, things = _varying(said, knowledge)
    for claim in _others(said, knowledge):
        for thing in things:
            yield from (Claim(one, getattr(claim, end), thing) for one in ("touch", "same"))


def _meeting_of(relation: str) -> str:
    """Return what two things must not do to be two: of topics to share something."""
    return "touch" if relation in ("about", "covered") else "same"


def _unlisted(
    said: list[Said], known: Mapping[Claim, Verdict], knowledge: Knowledge
) -> Iterator[tuple[Claim, str]]:
    for claim in _others(said, knowledge):
        # Two sources may tell of another row of that thing: which of the two is open, not the list.
        if known[claim] != "false" and blocked_in(knowledge).decides(claim):
            yield claim, f"{claim} is {known[claim]}, and the item tells a complete list"


def _meetings(relation: str, things: list[str]) -> Iterator[Claim]:
    for one, other in combinations(things, 2):
        yield Claim(_meeting_of(relation), one, other)


def _meeting(relation: str, things: list[str], known: Mapping[Claim, Verdict]) -> Iterator[str]:
    for meeting in _meetings(relation, things):
        if known[meeting] != "false":
            yield f"{meeting.subject} and {meeting.object} may meet"
