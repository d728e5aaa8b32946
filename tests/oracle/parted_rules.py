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
from tests.oracle.oracle import patterns
from tests.oracle.parted import Said
from tests.oracle.shown import same_class

Item = Mapping[str, Any]

#: Of so many numbered statements a sample is looked at: each costs a grounding.
INDEPENDENT = ("statements", "how_many", "pairs", "assertion_reason", "statement_one_two")


def asked_beside(item: Item, said: list[Said], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield what else must be decided: whether there is more, and whether any two meet."""
    claims = [one.claim for one in said]
    if item["format"] == "card" or item["kind"] == "count":
        yield from _others(claims, knowledge)
        yield from _near(claims, knowledge)
    if item["kind"] == "count":
        yield from _meetings(_varying(claims)[1])
    if item["targets"]:
        yield from _meetings([one.claim.object for one in said if one.holds])


def breaches_of_parts(
    item: Item, said: list[Said], known: Mapping[Claim, Verdict], lexicon: Lexicon
) -> Iterator[str]:
    """Yield every breach of a rule by one item."""
    knowledge, claims = lexicon.knowledge, [one.claim for one in said]
    right = [one.claim for one in said if one.holds]
    if item["kind"] == "count":
        (key,) = item["key"]
        if item["options"][key]["text"] != str(len(said)):
            yield f"{len(said)} are listed, and the key is {item['options'][key]['text']}"
        yield from (fault for _, fault in _unlisted(claims, known, knowledge))
        yield from _meeting(_varying(claims)[1], known)
    if item["format"] == "card" and not _is_open(item, lexicon):
        # A topic that shares something with one on the list may be meant by it (R5).
        near = {one.subject for one in _near(claims, knowledge) if known[one] != "false"}
        yield from (
            fault
            for claim, fault in _unlisted(claims, known, knowledge)
            if getattr(claim, _varying(claims)[0]) not in near
        )
    if item["targets"]:
        yield from _meeting([one.object for one in right], known)
        if len(item["parts"]) < 3:
            yield "fewer than three rows (R14)"
    if item["kind"] in INDEPENDENT:
        numbered = [o.claim for o in said if o.entry is not None and o.entry["label"]]
        missing = 2 ** len(numbered) - len(patterns(knowledge, numbered))
        if missing:
            yield f"{missing} patterns of truth cannot be (R15)"


def _is_open(item: Item, lexicon: Lexicon) -> bool:
    """Return whether the back of a card says that there may be others."""
    words = lexicon.language.parts[item["kind"]]["open"].pieces
    tail = words[-1]
    return isinstance(tail, str) and str(item["key"][0]).endswith(tail)


def _varying(claims: list[Claim]) -> tuple[str, list[str]]:
    """Return which end of the claims varies, and what stands there; of one claim its object."""
    subjects = {one.subject for one in claims}
    if len(subjects) > 1:
        return "subject", [one.subject for one in claims]
    return "object", [one.object for one in claims]


def _others(claims: list[Claim], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield for every other thing of a list's sort that it stands there too."""
    if not claims or claims[0].sort != "id":
        return
    end, things = _varying(claims)
    listed = {other for thing in things for other in same_class(knowledge, thing)}
    sections = {knowledge.entities[one].section for one in things if one in knowledge.entities}
    for thing in knowledge.of(*sections):
        other = claims[0].subject if end == "object" else claims[0].object
        if thing not in listed and thing != other:
            yield replace(claims[0], **{end: thing})


def _near(claims: list[Claim], knowledge: Knowledge) -> Iterator[Claim]:
    """Yield for every other thing and everything listed that they may meet."""
    end, things = _varying(claims)
    for claim in _others(claims, knowledge):
        for thing in things:
            yield Claim("touch", getattr(claim, end), thing)


def _unlisted(
    claims: list[Claim], known: Mapping[Claim, Verdict], knowledge: Knowledge
) -> Iterator[tuple[Claim, str]]:
    for claim in _others(claims, knowledge):
        if known[claim] != "false":
            yield claim, f"{claim} is {known[claim]}, and the item tells a complete list"


def _meetings(things: list[str]) -> Iterator[Claim]:
    for one, other in combinations(things, 2):
        yield Claim("touch", one, other)


def _meeting(things: list[str], known: Mapping[Claim, Verdict]) -> Iterator[str]:
    for meeting in _meetings(things):
        if known[meeting] != "false":
            yield f"{meeting.subject} and {meeting.object} may meet"
