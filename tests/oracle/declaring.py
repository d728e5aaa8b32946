"""Relations of a set's own: drawn with any flags, their hidden rows, and what is told of them.

A row that is told holds in the hidden world; only ``mislead`` tells one that does not, by another
source, so that its slot must be blocked.
"""

from random import Random
from typing import TYPE_CHECKING, Any

from tests.oracle.hidden import Hidden
from tests.oracle.knowledge import Relation
from tests.oracle.naming import Names
from tests.oracle.own import framed

if TYPE_CHECKING:
    from tests.oracle.revealing import Telling

SORTS = ("person", "place", "org", "group", "topic", "event", "work", "medium")
DATES = ("2022", "2023-05", "2023-06-07")
MATHEMATICAL = ("symmetric", "asymmetric", "transitive", "irreflexive")
SINGLE = ("one_object", "one_subject")
COMPLETE = ("complete_objects", "complete_subjects")


def draw_relations(rng: Random, hidden: Hidden, names: Names, count: int, wanted: str = "") -> None:
    """Declare some relations and decide in secret which rows they have.

    Args:
        wanted: a flag that the first of them has.
    """
    for number in range(count):
        pool = [s for s in SORTS if any(e.section == s for e in hidden.things.values())]
        subject = rng.choice(pool)
        thing = subject if rng.random() < 0.5 or wanted in MATHEMATICAL else rng.choice(pool)
        flags = _flags(rng, alike=subject == thing)
        while wanted and not number and wanted not in flags:
            flags = _flags(rng, alike=subject == thing)
        verb = names.word()
        relation = Relation(
            id=f"re{number}",
            subject=subject,
            object=thing,
            flags=flags,
            say=f"{{s}} was {verb} by {{o}}.",
            deny=f"{{s}} was not {verb} by {{o}}.",
            asks=(f"Which of these did {{o}} {verb}?", f"By which of these was {{s}} {verb}?"),
        )
        dates = rng.sample(DATES, 2)
        frames = rng.choice((("",), ("",), (dates[0],), ("", dates[0]), tuple(dates)))
        hidden.relations[relation.id] = (relation, frames)
        for at in frames:
            for one, other in _rows(rng, hidden, relation):
                hidden.holding.add((framed(relation.id, at), one, other))


def _flags(rng: Random, *, alike: bool) -> frozenset[str]:
    flags = {flag for flag in (*SINGLE, *COMPLETE) if rng.random() < 0.3}
    if alike:
        way = rng.choice(("", "", "symmetric", "symmetric", "asymmetric", "transitive", "both"))
        flags |= {
            "symmetric": {"symmetric"},
            "asymmetric": {"asymmetric"},
            "transitive": {"transitive"},
            "both": {"transitive", "asymmetric"},
        }.get(way, set())
        if rng.random() < 0.7 or "asymmetric" in flags:
            flags.add("irreflexive")
        if "transitive" in flags:
            flags -= set(SINGLE)
        if "symmetric" in flags and flags & set(SINGLE):
            flags |= set(SINGLE)
    return frozenset(flags)


def _rows(rng: Random, hidden: Hidden, relation: Relation) -> set[tuple[str, str]]:
    """Return rows that agree with the flags, by representatives."""
    ends = [
        sorted({hidden.real(e.id) for e in hidden.things.values() if e.section == sort})
        for sort in (relation.subject, relation.object)
    ]
    ranked = rng.sample(ends[0], len(ends[0]))
    strict = "asymmetric" in relation.flags or {"transitive", "irreflexive"} <= relation.flags
    rows: set[tuple[str, str]] = set()
    for one in ends[0]:
        for _ in range(rng.choice((0, 1, 1, 2))):
            pair = (one, rng.choice(ends[1]))
            if strict and ranked.index(pair[0]) > ranked.index(pair[1]):
                pair = (pair[1], pair[0])
            if pair[0] == pair[1] and relation.flags & {"irreflexive", "asymmetric"}:
                continue
            more = _closed(relation, rows | {pair})
            if _agree(relation, more):
                rows = more
    return rows


def _closed(relation: Relation, rows: set[tuple[str, str]]) -> set[tuple[str, str]]:
    if "symmetric" in relation.flags:
        rows = rows | {(b, a) for a, b in rows}
    while "transitive" in relation.flags:
        more = rows | {(a, d) for a, b in rows for c, d in rows if b == c}
        if more == rows:
            break
        rows = more
    return rows


def _agree(relation: Relation, rows: set[tuple[str, str]]) -> bool:
    single = [flag in relation.flags for flag in SINGLE]
    return not any(
        one != other and ((single[0] and one[0] == other[0]) or (single[1] and one[1] == other[1]))
        for one in rows
        for other in rows
    )


def declare(telling: "Telling") -> None:
    """Tell the relations and some of their rows."""
    for relation, frames in telling.hidden.relations.values():
        declared = telling.tree.setdefault("relations", {})
        declared[relation.id] = {
            "ask": relation.asks[0],
            "ask_back": relation.asks[1],
            "say": relation.say,
            "deny": relation.deny,
            "subject": relation.subject,
            "object": relation.object,
            **{flag: "yes" for flag in sorted(relation.flags - {"irreflexive"})},
        }
        if relation.subject == relation.object:
            alike = {flag: flag in relation.flags for flag in ("symmetric", "irreflexive")}
            declared[relation.id] |= {f: "yes" if on else "no" for f, on in alike.items()}
        for at in frames:
            _tell(telling, relation, at)


def _tell(telling: "Telling", relation: Relation, at: str) -> None:
    if relation.flags & set(COMPLETE):
        told = _whole_lists(telling, relation, at)
        for rows in _shared_out(telling.rng, told):
            _add(telling, relation, at, [list(row) for row in rows])
    else:
        for _ in range(telling.rng.randint(0, 3)):
            tell = _listed if telling.rng.random() < 0.6 else _pairs
            tell(telling, relation, at)
    if "one_object" in relation.flags and telling.rng.random() < 0.4:
        _mislead(telling, relation, at)


def _add(telling: "Telling", relation: Relation, at: str, rows: Any) -> None:
    if not rows:
        return
    facts = telling.tree["facts"]
    fields = {relation.id: rows, **({"as_of": at} if at else {}), "cite": telling.cite()}
    facts[f"ro{len(facts)}"] = fields


def _whole_lists(telling: "Telling", relation: Relation, at: str) -> list[tuple[str, str]]:
    """Return rows in which every list that a flag closes is whole.

    Each thing goes by one name, or by others that are declared to be the same.
    """
    hidden, rng = telling.hidden, telling.rng
    things = telling.ids(*sorted({relation.subject, relation.object}))
    names = {
        real: rng.choice([thing for thing in things if hidden.real(thing) == real])
        for real in sorted({hidden.real(thing) for thing in things})
    }
    rows = {(s, o) for r, s, o in hidden.holding if r == framed(relation.id, at)}
    if "symmetric" not in relation.flags:
        for flag, end in (("complete_objects", 0), ("complete_subjects", 1)):
            if not set(COMPLETE) <= relation.flags and flag in relation.flags:
                left_out = {row[end] for row in sorted(rows) if rng.random() < 0.3}
                rows = {row for row in rows if row[end] not in left_out}
        told = sorted((names[s], names[o]) for s, o in rows)
    else:
        told = sorted({(names[min(row)], names[max(row)]) for row in rows})
    return [(_by_any_id(telling, one), _by_any_id(telling, other)) for one, other in told]


def _by_any_id(telling: "Telling", thing: str) -> str:
    """Return one of the ids of a thing, as far as the file declares them."""
    ids = sorted(telling.declared_same(thing))
    return telling.rng.choice(ids) if len(ids) > 1 else thing


def _shared_out(rng: Random, rows: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    parts: list[list[tuple[str, str]]] = [[] for _ in range(rng.randint(1, 3))]
    for row in rows:
        rng.choice(parts).append(row)
    return parts


def _ends(telling: "Telling", relation: Relation) -> tuple[list[str], list[str]]:
    """Return by which names rows are told.

    In a single-valued relation each thing goes by one name: a value told by two names that are
    perhaps the same is refused (R2).
    """
    ends = [telling.ids(sort) for sort in (relation.subject, relation.object)]
    if relation.flags & set(SINGLE):
        reals = {telling.hidden.real(thing): thing for end in ends for thing in end}
        ends = [[thing for thing in end if thing in reals.values()] for end in ends]
    return ends[0], ends[1]


def _pairs(telling: "Telling", relation: Relation, at: str) -> None:
    rng, name = telling.rng, framed(relation.id, at)
    subjects, things = _ends(telling, relation)
    rows = [[s, o] for s in subjects for o in telling.true(name, s, things)]
    told = rng.sample(rows, min(len(rows), rng.randint(1, 4)))
    if "symmetric" in relation.flags:
        told = [row for n, row in enumerate(told) if row[::-1] not in told[:n]]
    _add(telling, relation, at, told)


def _listed(telling: "Telling", relation: Relation, at: str) -> None:
    rng, name = telling.rng, framed(relation.id, at)
    rows: dict[str, Any] = {}
    subjects, things = _ends(telling, relation)
    for subject in rng.sample(subjects, min(len(subjects), rng.randint(1, 3))):
        listing = telling.listing(name, subject, things)
        if not telling.true(name, subject, things) and rng.random() < 0.3:
            listing["complete"] = "yes"
        if "symmetric" in relation.flags and relation.object == "topic":
            # R19: a list that is closed at one end omits nobody who lists it.
            true = telling.true(name, subject, things)
            if not set(true) <= set(listing.get("list", ())):
                listing.pop("complete", None)
        if listing:
            rows[subject] = listing
    _add(telling, relation, at, rows)


def _mislead(telling: "Telling", relation: Relation, at: str) -> None:
    """Let a teacher fill a slot otherwise than a text does."""
    if relation.flags - {"one_object", "irreflexive", *COMPLETE}:
        return
    hidden, facts = telling.hidden, telling.tree["facts"]
    for slug, fields in list(facts.items()):
        rows = fields.get(relation.id)
        if not isinstance(rows, list) or "teacher" in fields["cite"]:
            continue
        if fields.get("as_of", "") != at:
            continue
        subject, thing = rows[0]
        if any("teacher" in f["cite"] and relation.id in f for f in facts.values()):
            return  # the teacher has told of this relation: he would contradict himself
        others = [
            other
            for other in telling.ids(relation.object)
            if hidden.real(other) not in (hidden.real(thing), hidden.real(subject))
            and not telling.joined(other, thing)
            and not telling.joined(other, subject)
        ]
        if others:
            facts[f"{slug}x"] = {
                relation.id: [[subject, telling.rng.choice(others)]],
                **({"as_of": at} if at else {}),
                "cite": {"teacher": "the lesson says otherwise"},
            }
            return
