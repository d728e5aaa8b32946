"""Knowledge and claims as the input facts of ``world.lp``.

Which relations are functional, upward or closed is written down here, from the table of the claim
vocabulary (section 3) and the constraints of section 1.4.
"""

from collections.abc import Iterable, Iterator

from tests.oracle.claims import DATES, Claim
from tests.oracle.days import Segments, is_day
from tests.oracle.given import given
from tests.oracle.knowledge import SPEAKERS, Knowledge, Tenure
from tests.oracle.own import completed, framed, own_relations

#: The sorts of thing that each relation of the language takes as its object.
OBJECTS = {
    "said": SPEAKERS,
    "reported": SPEAKERS,
    "medium": ("medium",),
    "said_at": ("event",),
    "said_on": ("event",),
    "about": ("topic",),
    "covered": ("topic",),
    "place": ("place",),
    "took_part": ("person",),
    "party": ("place", "org"),
    "example_of": ("term",),
    "means": ("definition",),
    "explains": ("fact",),
}
UPWARD = ("about", "covered", "place")
OF_STATEMENTS = ("said", "reported", "medium", "said_at", "said_on", "about")
OF_EVENTS = ("covered", "place", "took_part", "party")


def facts(knowledge: Knowledge, claims: Iterable[tuple[int, Claim]]) -> str:
    """Return the input of the solver; each claim is known by its number."""
    numbered = list(claims)
    segments = Segments(_days(knowledge, (claim for _, claim in numbered)))
    moments = Segments(_moments(knowledge, (claim for _, claim in numbered)))
    lines = [f"last({segments.last}).", f"last_moment({moments.last})."]
    lines += _things(knowledge, [claim for _, claim in numbered])
    lines += _relations(knowledge)
    lines += own_relations(knowledge, (claim for _, claim in numbered))
    lines += _atoms(knowledge, segments)
    for number, tenure in enumerate(knowledge.tenures):
        lines += _tenure(knowledge, number, tenure, moments)
    for slug, source in knowledge.sources.items():
        if source.published:
            lines.append(given("published", slug, *moments.of(source.published)))
    for number, claim in numbered:
        lines.append(_claim(number, claim, moments if claim.relation == "holder" else segments))
    return "\n".join(lines)


def _days(knowledge: Knowledge, claims: Iterable[Claim]) -> Iterator[str]:
    yield from (atom.object for atom in knowledge.atoms if atom.relation in DATES)
    yield from (claim.object for claim in claims if claim.relation in DATES)


def _moments(knowledge: Knowledge, claims: Iterable[Claim]) -> Iterator[str]:
    for tenure in knowledge.tenures:
        yield from (d for d in (tenure.start, tenure.until, tenure.on) if d is not None)
    yield from (s.published for s in knowledge.sources.values() if s.published)
    for claim in claims:
        if claim.at and not claim.at.startswith("source:"):
            yield claim.at


def _things(knowledge: Knowledge, claims: list[Claim]) -> Iterator[str]:
    for entity in knowledge.entities.values():
        yield given("ent", entity.id, entity.section)
        if entity.section == "office":
            yield given("office", entity.id)
        for name, others in (
            ("same_as", entity.same_as),
            ("maybe", entity.maybe_same),
            ("part", entity.part_of),
            ("over", entity.overlaps),
        ):
            yield from (given(name, entity.id, other) for other in others)
    for first, second in sorted(knowledge.apart):
        yield given("apart", first, second)
        yield given("apart", second, first)
    for first, second in sorted(knowledge.same_time):
        yield given("at_one_time", first, second)
    facts = set(knowledge.cites) | {
        end
        for claim in claims
        if claim.relation == "explains"
        for end in (claim.subject, claim.object)
    }
    yield from (given("ent", slug, "fact") for slug in sorted(facts))
    for statement in knowledge.statements.values():
        if statement.quote is not None:
            yield given("quoted", statement.id)
    definitions = {
        known.object for known in (*knowledge.atoms, *claims) if known.relation == "means"
    }
    yield from (given("ent", definition, "definition") for definition in sorted(definitions))


def _relations(knowledge: Knowledge) -> Iterator[str]:
    for relation, sorts in OBJECTS.items():
        yield given("relation", relation)
        yield from (given("object", relation, sort) for sort in sorts)
    yield from (given("upward", relation) for relation in UPWARD)
    for statement in knowledge.statements.values():
        yield from (given("subject", relation, statement.id) for relation in OF_STATEMENTS)
        if statement.quote is not None:
            yield given("functional", "medium", statement.id)
            yield given("functional", "said_at", statement.id)
    for event in knowledge.of("event"):
        yield from (given("subject", relation, event) for relation in OF_EVENTS)
        yield given("functional", "place", event)
    for term in knowledge.of("term"):
        yield given("subject", "means", term)
        yield given("functional", "means", term)
    yield given("inverse_functional", "means")
    for slug in {a.subject for a in knowledge.atoms if a.relation in ("example_of", "explains")}:
        yield given("subject", "example_of", slug)
        yield given("subject", "explains", slug)


def _list(name: str, sort: str, relation: str, end: str, listed: Iterable[str]) -> Iterator[str]:
    yield given(sort, name, relation, end)
    yield from (given("listed", name, thing) for thing in listed)


def _atoms(knowledge: Knowledge, segments: Segments) -> Iterator[str]:
    for atom in knowledge.atoms:
        name = "stated" if atom.holds else "denied"
        if atom.relation in DATES:
            bounds = segments.of(atom.object)
            yield given(f"{name}_date", atom.relation, atom.subject, *bounds)
        else:
            yield given(name, framed(atom.relation, atom.at), atom.subject, atom.object)
    for closure in (*knowledge.closures, *completed(knowledge)):
        relation = framed(closure.relation, closure.at)
        name = f"{closure.fact}/{relation}/{closure.subject}"
        sort = "closed_inverse" if closure.inverse else "closed"
        yield from _list(name, sort, relation, closure.subject, closure.listed)


def _tenure(knowledge: Knowledge, number: int, tenure: Tenure, segments: Segments) -> Iterator[str]:
    office, holder = tenure.office, tenure.holder
    for person in tenure.denied:
        if tenure.report:
            yield given("not_held_at", office, person, tenure.report)
        for written in filter(None, (tenure.on,)):
            yield given("not_held", office, person, *segments.of(written))
    if not holder:
        return
    if tenure.report:
        yield given("held_at", office, holder, tenure.report)
    if tenure.on:
        yield given("held", office, holder, *segments.of(tenure.on))
    bounds = [(tenure.start, "start", "from"), (tenure.until, "end", "until")]
    known = [(written, end, name) for written, end, name in bounds if written is not None]
    if len(known) == 1:
        # A bound alone tells of that one day only.
        yield given("held", office, holder, *segments.of(known[0][0]))
    if len(known) == 2:
        yield given("term", number, office, holder)
        for written, end, name in known:
            yield given(name, number, *segments.of(written))
            if _shared(knowledge, tenure, written, other="until" if end == "start" else "start"):
                yield given(f"shared_{end}", number)
            elif is_day(written):
                yield given(f"whole_{end}", number)


def _shared(knowledge: Knowledge, tenure: Tenure, written: str, *, other: str) -> bool:
    """Return whether somebody else's term begins, ends or is told of on the day of a bound."""
    return is_day(written) and any(
        written in (neighbour.on, neighbour.until if other == "until" else neighbour.start)
        for neighbour in knowledge.tenures
        if neighbour is not tenure and neighbour.office == tenure.office
    )


def _claim(number: int, claim: Claim, segments: Segments) -> str:
    if claim.relation in DATES:
        bounds = segments.of(claim.object)
        return given("claim_date", number, claim.relation, claim.subject, *bounds)
    if claim.relation == "holder" and claim.at.startswith("source:"):
        source = claim.at.removeprefix("source:")
        return given("claim_written", number, claim.subject, claim.object, source)
    if claim.relation == "holder":
        bounds = segments.of(claim.at)
        return given("claim_held", number, claim.subject, claim.object, *bounds)
    return given("claim", number, framed(claim.relation, claim.at), claim.subject, claim.object)
