"""The reason printed with an option, read back: the claims that it gives as true or as false."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.oracle.claims import DATES, Claim
from tests.oracle.lexicon import DATED, PRECISIONS, Lexicon
from tests.oracle.matching import Filling, prefixes
from tests.oracle.program import OBJECTS
from tests.oracle.reading import Misread
from tests.oracle.wording import Frame, Hole, frame

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
        for rule, frames in lexicon.language.why.get(relation, {}).items():
            for why in frames:
                for end, filled in _prefixes(why, relation, text, at, claim, lexicon):
                    clause = Clause(relation, rule, filled)
                    if end == len(text):
                        yield [clause]
                    for joint in (", and ", ", "):
                        if text.startswith(joint, end):
                            for rest in _clauses(text, end + len(joint), claim, lexicon):
                                yield [clause, *rest]


def _prefixes(
    why: Frame, relation: str, text: str, at: int, claim: Claim, lexicon: Lexicon
) -> Iterator[tuple[int, Filling]]:
    """Yield where a clause may end; a list of things is read as far as it goes."""
    sorts = _sorts(relation)
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
    sorts = _sorts(relation)["object"]
    for form, meaning in lexicon.names(sorts):
        if not text.startswith(form, at):
            continue
        end = at + len(form)
        yield end, [meaning]
        for joint in (", and ", " and ", ", "):
            if text.startswith(joint, end):
                for last, names in _listed(relation, text, end + len(joint), claim, lexicon):
                    yield last, [meaning, *names]


def _sorts(relation: str) -> Mapping[str, tuple[str, ...]]:
    subject = ("office",) if relation == "holder" else ("event",)
    thing = OBJECTS.get(relation, ("person",) if relation == "holder" else ("event",))
    return {"subject": subject, "object": thing}


def stated_claims(clause: Clause, claim: Claim) -> list[tuple[Claim, bool]]:
    """Return what a clause states, each claim with whether it is said to hold."""
    filled = clause.filled
    subject = filled.get("subject", claim.subject)
    if clause.rule in ("same-event", "same-time"):
        return []
    things = filled["known"].split("\n") if "known" in filled else [filled.get("object")]
    sort, at = "id", claim.at if clause.relation == "holder" else ""
    if clause.relation in DATES:
        sort = "date"
        written = [filled[p] for p in PRECISIONS if p in filled]
        things = list(written) or [claim.object]
    if clause.relation == "holder":
        at = _time(filled, claim)
    if clause.relation == "words":
        sort = "text"
    holds = clause.rule != "denied"
    return [(Claim(clause.relation, subject, thing, at, sort), holds) for thing in things if thing]


def _time(filled: Filling, claim: Claim) -> str:
    if "written" in filled:
        return f"source:{filled['source']}"
    if "day" in filled:
        return filled["day"]
    if all(bound in filled for bound in DATED[1:]):
        return claim.at
    return claim.at
