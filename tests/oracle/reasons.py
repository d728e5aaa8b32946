"""The reason printed with an option, read back: the claims that it gives as true or as false."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tests.oracle.claims import DATES, Claim
from tests.oracle.declared import DATE
from tests.oracle.lexicon import PRECISIONS, Lexicon
from tests.oracle.matching import Filling, prefixes
from tests.oracle.reading import Misread
from tests.oracle.sorts import ends_of
from tests.oracle.wording import Frame, Hole, frame

#: Claims, each with whether it is said to hold.
Stated: TypeAlias = list[tuple[Claim, bool]]
#: An order or a date may rest on other orders and dates; any other claim on its own relation.
TIMES = ("before", "date", "began", "ended")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a reason."""

    relation: str
    rule: str
    filled: Filling


def read_reason(why: str, claim: Claim, *, right: bool, lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a reason.

    Args:
        claim: the claim that the reason is about; it tells what a clause leaves out.

    Raises:
        Misread: no frame prints this.
    """
    whole = frame(lexicon.language.grammar["right" if right else "wrong"])
    lead, tail = whole.pieces[0], whole.pieces[-1]
    start = len(lead) if isinstance(lead, str) else 0
    assert isinstance(tail, str)
    if not why.endswith(tail) or (start and not why.startswith(str(lead))):
        raise Misread(f"no reason: {why!r}")
    text = why[: -len(tail)]
    for clauses in _clauses(text, start, claim, lexicon):
        return clauses
    raise Misread(f"no reading of the reason {why!r}")


def _clauses(text: str, at: int, claim: Claim, lexicon: Lexicon) -> Iterator[list[Clause]]:
    for relation in TIMES if claim.relation in TIMES else (claim.relation,):
        for rule, frames in _rules(relation, lexicon).items():
            for why in frames:
                for end, filled in _prefixes(why, relation, text, at, claim, lexicon):
                    clause = Clause(relation, rule, filled)
                    if end == len(text):
                        yield [clause]
                    for joint in (", and ", ", "):
                        if text.startswith(joint, end):
                            for rest in _clauses(text, end + len(joint), claim, lexicon):
                                yield [clause, *rest]


def _rules(relation: str, lexicon: Lexicon) -> dict[str, tuple[Frame, ...]]:
    own = lexicon.knowledge.relations.get(relation)
    if own is not None:
        return lexicon.reasons(own)
    return lexicon.language.why.get(relation, {})


def _prefixes(
    why: Frame, relation: str, text: str, at: int, claim: Claim, lexicon: Lexicon
) -> Iterator[tuple[int, Filling]]:
    """Yield where a clause may end; a list of things is read as far as it goes."""
    sorts = _sorts(relation, lexicon)
    if not why.has("known") and relation != "words":
        yield from prefixes(why, text, at, lexicon, sorts)
        return
    pieces = list(why.pieces)
    cut = next(
        i for i, p in enumerate(pieces) if isinstance(p, Hole) and p.name in ("known", "object")
    )
    head = Frame("", tuple(pieces[:cut]))
    tail = Frame("", tuple(pieces[cut + 1 :]))
    for middle, filled in prefixes(head, text, at, lexicon, sorts):
        for listed, names in _listed(relation, text, middle, claim, lexicon):
            for end, more in prefixes(tail, text, listed, lexicon, sorts):
                yield end, {**filled, **more, "known": "\n".join(names)}


def _listed(
    relation: str, text: str, at: int, claim: Claim, lexicon: Lexicon
) -> Iterator[tuple[int, list[str]]]:
    if relation == "words":
        end = text.rfind("”")
        if end >= at:
            yield end, [text[at:end]]
        return
    # A complete list may be one of subjects, where the set's own relation has such a list.
    own = relation in lexicon.knowledge.relations
    ends = ends_of(relation, lexicon.knowledge)
    sorts = tuple(dict.fromkeys(ends[0] + ends[1])) if own else ends[1]
    for form, meaning in lexicon.names(sorts, "", text[at : at + 1]):
        if not text.startswith(form, at):
            continue
        end = at + len(form)
        yield end, [meaning]
        for joint in (", and ", " and ", ", "):
            if text.startswith(joint, end):
                for last, names in _listed(relation, text, end + len(joint), claim, lexicon):
                    yield last, [meaning, *names]


def _sorts(relation: str, lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    subject, thing = ends_of(relation, lexicon.knowledge)
    return {"subject": subject, "object": thing, "s": subject, "o": thing}


def stated_claims(clause: Clause, claim: Claim) -> list[Stated]:
    """Return what a clause states, in each way in which it may be meant.

    Of two things of one sort, a list may be meant as that of either.
    """
    if clause.rule in ("same-event", "same-time", "bound"):
        return [[]]
    if "s" in clause.filled:
        return _of_own(clause)
    filled = clause.filled
    subject = filled.get("subject", claim.subject)
    things = filled["known"].split("\n") if "known" in filled else [filled.get("object")]
    sort, at, unit = "id", claim.at if clause.relation == "holder" else "", ""
    if clause.relation in DATES:
        sort = "date"
        written = [filled[p] for p in PRECISIONS if p in filled]
        things = list(written) or [claim.object]
    if clause.relation == "holder":
        at = _time(filled, claim)
    if clause.relation in ("words", "means"):
        sort = "text"
    if clause.relation == "value":
        sort, at = "number", next((filled[p] for p in PRECISIONS if p in filled), "")
        things, unit = [filled["object"].partition("|")[0]], filled["object"].partition("|")[2]
    holds = clause.rule != "denied"
    return [
        [
            (Claim(clause.relation, subject, thing, at, sort, unit), holds)
            for thing in things
            if thing
        ]
    ]


def _of_own(clause: Clause) -> list[Stated]:
    filled = clause.filled
    known = [name for name in filled.get("known", "").split("\n") if name]
    at = filled.get(DATE, "")
    subject, thing = filled["s"], filled["o"]
    told = (Claim(clause.relation, subject, thing, at), clause.rule == "stated")
    return [
        [told, *((Claim(clause.relation, subject, one, at), True) for one in known)],
        [told, *((Claim(clause.relation, one, thing, at), True) for one in known)],
    ][: 2 if known else 1]


def _time(filled: Filling, claim: Claim) -> str:
    if "written" in filled:
        return f"source:{filled['source']}"
    if "day" in filled:
        return filled["day"]
    if all(bound in filled for bound in ("start", "until")):
        return claim.at
    return claim.at
