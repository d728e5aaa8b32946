"""Declared relations of a random world: what is so of them, within their flags, and what is told.

Each flag has a relation of its own or in company, so that every rule of rows is met.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from quizapp.core.facts.claim import Instant
from quizapp.core.facts.entity import Section
from quizapp.core.facts.relations import DeclaredWording, Relation
from quizapp.core.text.frame import parse_frame
from tests.core.worlds.cast import Cast

#: Rows hold for one of these; what holds at one says nothing of the other.
FRAMES: tuple[Instant | None, ...] = (None, Instant("2021"))

_PEOPLE, _PLACES, _ORGS, _MEDIA = Section.PEOPLE, Section.PLACES, Section.ORGS, Section.MEDIA
_DECLARED: dict[str, tuple[Section, Section, str]] = {
    "rules": (_PEOPLE, _PLACES, "one_object"),
    "heads": (_PEOPLE, _ORGS, "one_subject"),
    "guards": (_PEOPLE, _PLACES, "one_object one_subject"),
    "visited": (_PEOPLE, _PLACES, "complete_objects"),
    "fed": (_PLACES, _ORGS, "complete_subjects"),
    "likes": (_PEOPLE, _PEOPLE, "irreflexive"),
    "near": (_PLACES, _PLACES, "symmetric irreflexive"),
    "twins": (_PLACES, _PLACES, "symmetric irreflexive one_object one_subject"),
    "borders": (_PLACES, _PLACES, "symmetric irreflexive complete_objects complete_subjects"),
    "older": (_PEOPLE, _PEOPLE, "asymmetric transitive irreflexive"),
    "quotes": (_MEDIA, _MEDIA, "transitive"),
    "taught": (_PEOPLE, _PEOPLE, "asymmetric irreflexive"),
}
#: The fields of ``Relation`` that flags of the language set.
_FIELDS = {
    "one_object": "functional",
    "one_subject": "inverse_functional",
    "complete_objects": "closes_objects",
    "complete_subjects": "closes_subjects",
}


def flags(name: str) -> frozenset[str]:
    """Return the flags of a relation, as a set writes them."""
    return frozenset(_DECLARED[name][2].split())


def ends(name: str) -> tuple[Section, Section]:
    """Return the sections of subject and object."""
    return _DECLARED[name][:2]


def _relation(name: str) -> Relation:
    subject, object_ = ends(name)
    told = {_FIELDS.get(flag, flag): True for flag in flags(name)}
    entry = entry_of(name)
    texts = {
        field: entry[field].replace("{s}", "{subject}").replace("{o}", "{object}")
        for field in ("ask", "ask_back", "say", "deny")
        if field in entry
    }
    return Relation(
        name,
        subject,
        frozenset({object_}),
        wording=DeclaredWording(
            parse_frame("ask", texts["ask"], f"{name}(subject, ?)"),
            parse_frame("ask_back", texts["ask_back"], f"{name}(?, object)"),
            parse_frame("say", texts["say"], f"{name}(subject, object)"),
            parse_frame("deny", texts["deny"], f"{name}(subject, object)"),
        ),
        **told,  # type: ignore[arg-type]
    )


def entry_of(name: str) -> dict[str, str]:
    """Return the declaration of a relation, as a set writes it."""
    subject, object_ = ends(name)
    return {
        "ask": f"Which does {{s}} have as {name}?",
        "ask_back": f"Which has {{o}} as {name}?",
        "say": f"{{s}} has {{o}} as {name}.",
        "deny": f"{{s}} has not {{o}} as {name}.",
        "subject": subject.singular,
        "object": object_.singular,
        **({"symmetric": "no", "irreflexive": "no"} if subject is object_ else {}),
        **dict.fromkeys(flags(name), "yes"),
    }


DECLARED: dict[str, Relation] = {name: _relation(name) for name in _DECLARED}

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """Rows of one relation in one frame, as a fact tells them.

    Attributes:
        complete: subjects whose whole list is told, each with it.
    """

    relation: str
    at: Instant | None
    rows: tuple[_Pair, ...]
    denied: tuple[_Pair, ...]
    complete: tuple[tuple[str, tuple[str, ...]], ...]


def make_rows(rng: random.Random, cast: Cast, name: str) -> frozenset[_Pair]:
    """Return what is so of a relation: pairs of ids, all ids of one thing alike."""
    had = flags(name)
    subjects, objects = (
        sorted({min(cast.one[id_]) for id_ in cast.ids(one)}) for one in ends(name)
    )
    pairs = [pair for pair in product(subjects, objects) if rng.random() < 0.35]
    rng.shuffle(pairs)
    if "asymmetric" in had:
        rank = {id_: rng.random() for id_ in subjects}
        pairs = [(a, b) for a, b in pairs if rank[a] < rank[b]]
    if "irreflexive" in had:
        pairs = [(a, b) for a, b in pairs if a != b]
    true: set[_Pair] = set()
    for a, b in pairs:
        both = {(a, b), (b, a)} if "symmetric" in had else {(a, b)}
        if "one_object" in had and any(s == x for s, _ in true for x, _ in both):
            continue
        if "one_subject" in had and any(o == y for _, o in true for _, y in both):
            continue
        true |= both
    if "transitive" in had:
        while fresh := {(a, d) for a, b in true for c, d in true if b == c} - true:
            true |= fresh
    return frozenset((s, o) for a, b in true for s, o in product(cast.one[a], cast.one[b]))


def told_rows(
    rng: random.Random,
    cast: Cast,
    name: str,
    true: frozenset[_Pair],
    *,
    told: float,
    closed: float,
) -> tuple[tuple[_Pair, ...], tuple[_Pair, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return rows, denied rows and complete lists that are so."""
    had = flags(name)
    ids = [cast.ids(one) for one in ends(name)]
    so, single = true, bool(had & {"one_object", "one_subject"})
    if single:
        # Two that may be the same cannot both be told where there is one (R2).
        true = frozenset((s, o) for s, o in true if s == min(cast.one[s]) and o == min(cast.one[o]))
    rows = {pair for pair in sorted(true) if rng.random() < told}
    if "complete_objects" in had and "complete_subjects" in had:
        rows = set(true) if rng.random() < closed else set()
    elif "complete_objects" in had:
        rows = {pair for pair in true if pair[0] in {s for s, _ in rows}}
    elif "complete_subjects" in had:
        rows = {pair for pair in true if pair[1] in {o for _, o in rows}}
    denied = [
        pair
        for pair in product(*ids)
        if so.isdisjoint(_with_parts(cast, pair, both="symmetric" in had))
        and rng.random() < told / 8
    ]
    complete = []
    if not had & {"symmetric", "complete_objects", "complete_subjects"}:
        for subject in ids[0]:
            if rng.random() < closed / 4 and (not single or subject == min(cast.one[subject])):
                listed = tuple(sorted(o for s, o in true if s == subject))
                rows |= {(subject, o) for o in listed}
                complete.append((subject, listed))
    if "symmetric" in had:
        return _sorted(rows), _sorted(denied), ()
    return tuple(sorted(rows)), tuple(denied), tuple(complete)


def _with_parts(cast: Cast, pair: _Pair, *, both: bool) -> set[_Pair]:
    """Return what the denial of a pair denies: it, and with it all parts of its object (R20)."""
    subject, object_ = pair
    denied = {(subject, part) for part in _parts(cast, object_)}
    return denied | {(part, object_) for part in _parts(cast, subject)} if both else denied


def _parts(cast: Cast, whole: str) -> set[str]:
    section = cast.entities[whole].section
    return {id_ for id_ in cast.ids(section) if whole in cast.with_wholes([id_])}


def _sorted(pairs: object) -> tuple[_Pair, ...]:
    """A symmetric row is one pair, whichever end stands first."""
    found: Iterator[_Pair] = iter(pairs)  # type: ignore[call-overload]
    return tuple(sorted({(min(pair), max(pair)) for pair in found}))
