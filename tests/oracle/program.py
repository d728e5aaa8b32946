"""Knowledge and claims as the input facts of ``world.lp``.

Which relations are functional, upward or closed is written down here, from the table of the claim
vocabulary (section 3) and the constraints of section 1.4.
"""

from collections.abc import Iterable, Iterator

from tests.oracle.claims import DATES, Claim
from tests.oracle.days import Segments, is_day
from tests.oracle.knowledge import SPEAKERS, Knowledge, Tenure

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
    lines += _things(knowledge)
    lines += _relations(knowledge)
    lines += _atoms(knowledge, segments)
    for number, tenure in enumerate(knowledge.tenures):
        lines += _tenure(knowledge, number, tenure, moments)
    for slug, source in knowledge.sources.items():
        if source.published:
            lines.append(_fact("published", slug, *moments.of(source.published)))
    for number, claim in numbered:
        lines.append(_claim(number, claim, moments if claim.relation == "holder" else segments))
    return "\n".join(lines)


def _fact(name: str, *values: str | int) -> str:
    printed = (
        str(v) if isinstance(v, int) else '"' + v.replace("\\", "\\\\").replace('"', '\\"') + '"'
        for v in values
    )
    return f"{name}({','.join(printed)})."


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


def _things(knowledge: Knowledge) -> Iterator[str]:
    for entity in knowledge.entities.values():
        yield _fact("ent", entity.id, entity.section)
        if entity.section == "office":
            yield _fact("office", entity.id)
        for name, others in (
            ("same_as", entity.same_as),
            ("maybe", entity.maybe_same),
            ("part", entity.part_of),
            ("over", entity.overlaps),
        ):
            yield from (_fact(name, entity.id, other) for other in others)
    for first, second in sorted(knowledge.apart):
        yield _fact("apart", first, second)
        yield _fact("apart", second, first)
    for first, second in sorted(knowledge.same_time):
        yield _fact("at_one_time", first, second)
    for slug in knowledge.cites:
        if slug not in knowledge.entities:
            yield _fact("ent", slug, "fact")
    for statement in knowledge.statements.values():
        if statement.quote is not None:
            yield _fact("quoted", statement.id)
    definitions = {atom.object for atom in knowledge.atoms if atom.relation == "means"}
    yield from (_fact("ent", definition, "definition") for definition in sorted(definitions))


def _relations(knowledge: Knowledge) -> Iterator[str]:
    for relation, sorts in OBJECTS.items():
        yield _fact("relation", relation)
        yield from (_fact("object", relation, sort) for sort in sorts)
    yield from (_fact("upward", relation) for relation in UPWARD)
    for statement in knowledge.statements.values():
        yield from (_fact("subject", relation, statement.id) for relation in OF_STATEMENTS)
        if statement.quote is not None:
            yield _fact("functional", "medium", statement.id)
            yield _fact("functional", "said_at", statement.id)
    for event in knowledge.of("event"):
        yield from (_fact("subject", relation, event) for relation in OF_EVENTS)
        yield _fact("functional", "place", event)
    for term in knowledge.of("term"):
        yield _fact("subject", "means", term)
        yield _fact("functional", "means", term)
    yield _fact("inverse_functional", "means")
    for slug in {a.subject for a in knowledge.atoms if a.relation in ("example_of", "explains")}:
        yield _fact("subject", "example_of", slug)
        yield _fact("subject", "explains", slug)
    yield from _own_relations(knowledge)


def _own_relations(knowledge: Knowledge) -> Iterator[str]:
    for relation in knowledge.relations.values():
        yield _fact("relation", relation.id)
        yield _fact("object", relation.id, relation.object)
        for flag in relation.flags & {"symmetric", "transitive", "asymmetric", "irreflexive"}:
            yield _fact(flag, relation.id)
        if "one_subject" in relation.flags:
            yield _fact("inverse_functional", relation.id)
        rows = [a for a in knowledge.atoms if a.relation == relation.id and a.holds]
        for subject in knowledge.of(relation.subject):
            yield _fact("subject", relation.id, subject)
            if "one_object" in relation.flags:
                yield _fact("functional", relation.id, subject)
            if "complete_objects" in relation.flags:
                listed = [row.object for row in rows if row.subject == subject]
                yield from _list(
                    f"{relation.id} of {subject}", "closed", relation.id, subject, listed
                )
        if "complete_subjects" in relation.flags:
            for thing in knowledge.of(relation.object):
                listed = [row.subject for row in rows if row.object == thing]
                name = f"{relation.id} to {thing}"
                yield from _list(name, "closed_inverse", relation.id, thing, listed)


def _list(name: str, sort: str, relation: str, end: str, listed: Iterable[str]) -> Iterator[str]:
    yield _fact(sort, name, relation, end)
    yield from (_fact("listed", name, thing) for thing in listed)


def _atoms(knowledge: Knowledge, segments: Segments) -> Iterator[str]:
    for atom in knowledge.atoms:
        name = "stated" if atom.holds else "denied"
        if atom.relation in DATES:
            bounds = segments.of(atom.object)
            yield _fact(f"{name}_date", atom.relation, atom.subject, *bounds)
        else:
            yield _fact(name, atom.relation, atom.subject, atom.object)
    for closure in knowledge.closures:
        name = f"{closure.fact}/{closure.relation}/{closure.subject}"
        sort = "closed_inverse" if closure.inverse else "closed"
        yield from _list(name, sort, closure.relation, closure.subject, closure.listed)


def _tenure(knowledge: Knowledge, number: int, tenure: Tenure, segments: Segments) -> Iterator[str]:
    office, holder = tenure.office, tenure.holder
    for person in tenure.denied:
        if tenure.report:
            yield _fact("not_held_at", office, person, tenure.report)
        for written in filter(None, (tenure.on,)):
            yield _fact("not_held", office, person, *segments.of(written))
    if not holder:
        return
    if tenure.report:
        yield _fact("held_at", office, holder, tenure.report)
    if tenure.on:
        yield _fact("held", office, holder, *segments.of(tenure.on))
    bounds = [(tenure.start, "start", "from"), (tenure.until, "end", "until")]
    known = [(written, end, name) for written, end, name in bounds if written is not None]
    if len(known) == 1:
        # A bound alone tells of that one day only.
        yield _fact("held", office, holder, *segments.of(known[0][0]))
    if len(known) == 2:
        yield _fact("term", number, office, holder)
        for written, end, name in known:
            yield _fact(name, number, *segments.of(written))
            if _shared(knowledge, tenure, written, other="until" if end == "start" else "start"):
                yield _fact(f"shared_{end}", number)
            elif is_day(written):
                yield _fact(f"whole_{end}", number)


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
        return _fact("claim_date", number, claim.relation, claim.subject, *bounds)
    if claim.relation == "holder" and claim.at.startswith("source:"):
        source = claim.at.removeprefix("source:")
        return _fact("claim_written", number, claim.subject, claim.object, source)
    if claim.relation == "holder":
        bounds = segments.of(claim.at)
        return _fact("claim_held", number, claim.subject, claim.object, *bounds)
    return _fact("claim", number, claim.relation, claim.subject, claim.object)
