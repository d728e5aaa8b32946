"""Relations that a set declares: their words, the types of their ends, and their promises (R19)."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import BY_SINGULAR, Section
from quizapp.core.facts.relations import RELATIONS, DeclaredWording, Relation
from quizapp.core.facts.schema import Entry, Text, YesNo
from quizapp.core.facts.tree import Path, Tree
from quizapp.core.text.frame import Frame, parse_frame

_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
_ENDS = {"s": "subject", "o": "object"}
_HOLE = re.compile(r"\{(s|o)(:\w+)?\}")


def _type(value: object) -> Section:
    section = BY_SINGULAR.get(value) if isinstance(value, str) else None
    if section is None:
        raise ValueError(f'"{value}" is no type; write one of: {", ".join(BY_SINGULAR)}')
    return section


_TypeName = Annotated[str, WithJsonSchema({"enum": [*BY_SINGULAR]})]
Type = Annotated[Section, BeforeValidator(_type, json_schema_input_type=_TypeName)]


class RelationEntry(Entry):
    """``{ask: …, ask_back: …, say: …, deny: …, subject: …, object: …}`` and the flags."""

    ask: Text
    ask_back: Text | None = None
    say: Text
    deny: Text
    subject: Type
    object: Type
    one_object: YesNo = False
    one_subject: YesNo = False
    complete_objects: YesNo = False
    complete_subjects: YesNo = False
    symmetric: YesNo | None = None
    transitive: YesNo = False
    asymmetric: YesNo = False
    irreflexive: YesNo | None = None


def add_relations(desk: Desk, entries: Tree, reserved: frozenset[str]) -> None:
    """Read the section ``relations`` into the desk.

    Args:
        reserved: names that stand for something else under ``facts``.
    """
    if not isinstance(entries, dict):
        desk.fault(("relations",), "write a mapping of names: {capital_of: {ask: …, say: …}}")
        return
    for name, entry in entries.items():
        path: Path = ("relations", name)
        if not _NAME.match(name):
            desk.fault(path, f'"{name}" cannot name a relation: use a-z, 0-9 and underscores')
        elif name in RELATIONS or name in reserved:
            desk.fault(path, f'"{name}" means something else here: choose another name')
        read = desk.read(RelationEntry, entry, "a relation", path)
        if read is not None:
            relation = _relation(name, read, desk, path)
            if relation is not None:
                desk.relations[name] = relation


def _relation(name: str, entry: RelationEntry, desk: Desk, path: Path) -> Relation | None:
    _check_flags(entry, desk, path)
    wording = _wording(name, entry, desk, path)
    if wording is None:
        return None
    same_type = entry.subject is entry.object
    symmetric = bool(entry.symmetric)
    one = entry.one_object or (symmetric and entry.one_subject)
    closes = entry.complete_objects or (symmetric and entry.complete_subjects)
    return Relation(
        name,
        entry.subject,
        frozenset({entry.object}),
        functional=one,
        inverse_functional=entry.one_subject or (symmetric and one),
        closes_objects=closes,
        closes_subjects=entry.complete_subjects or (symmetric and closes),
        symmetric=symmetric,
        transitive=entry.transitive,
        asymmetric=entry.asymmetric,
        irreflexive=same_type if entry.irreflexive is None else entry.irreflexive,
        wording=wording,
    )


def _check_flags(entry: RelationEntry, desk: Desk, path: Path) -> None:
    if entry.subject is entry.object:
        if entry.symmetric is None:
            desk.fault(
                path,
                "both ends are of one type: say symmetric: yes (neighbours) or symmetric: no "
                "(teacher and pupil)",
            )
        if entry.asymmetric and entry.irreflexive is False:
            desk.fault((*path, "irreflexive"), "an asymmetric relation is irreflexive: say yes")
    else:
        flags: tuple[Literal["symmetric", "transitive", "asymmetric", "irreflexive"], ...]
        flags = ("symmetric", "transitive", "asymmetric", "irreflexive")
        for flag in flags:
            if getattr(entry, flag):
                desk.fault((*path, flag), f"{flag} needs both ends of one type: remove it")
    if entry.symmetric and entry.transitive and entry.irreflexive is not False:
        desk.fault(
            (*path, "irreflexive"),
            "what is symmetric and transitive leads from a thing back to itself: say irreflexive: "
            "no, or give up one of the other two",
        )
    if entry.symmetric and entry.asymmetric:
        desk.fault((*path, "asymmetric"), "a relation cannot be symmetric and asymmetric")


def _wording(name: str, entry: RelationEntry, desk: Desk, path: Path) -> DeclaredWording | None:
    both = f"{name}(subject, object)"
    say = _frame(desk, (*path, "say"), entry.say, both, ("s", "o"))
    deny = _frame(desk, (*path, "deny"), entry.deny, both, ("s", "o"))
    stems: dict[str, Frame] = {}
    for field, text in (("ask", entry.ask), ("ask_back", entry.ask_back)):
        if text is None:
            continue
        printed = {hole for hole, _ in _HOLE.findall(text)}
        if len(printed) != 1:
            desk.fault((*path, field), "a stem prints one end, {s} or {o}, and asks for the other")
            continue
        (end,) = printed
        claim = f"{name}(subject, ?)" if end == "s" else f"{name}(?, object)"
        frame = _frame(desk, (*path, field), text, claim, (end,))
        if frame is None:
            continue
        if end in stems and not entry.symmetric:
            desk.fault(
                (*path, field), f"ask prints {{{end}}} too: let one of them ask for each end"
            )
        stems.setdefault(end, frame)
    asking = [text.casefold() for text in (entry.ask, entry.ask_back) if text is not None]
    bare = [_HOLE.sub("…", text) for text in asking]
    if len(bare) == 2 and bare[0] == bare[1] and not entry.symmetric:
        desk.fault((*path, "ask_back"), "ask and ask_back read alike: word them differently")
    if say is None or deny is None:
        return None
    return DeclaredWording(stems.get("s"), stems.get("o"), say, deny)


def _frame(desk: Desk, path: Path, text: str, claim: str, needed: tuple[str, ...]) -> Frame | None:
    """Return a frame with ``{s}`` and ``{o}`` under the names that frames give the ends."""
    named = _HOLE.sub(lambda hole: f"{{{_ENDS[hole[1]]}{hole[2] or ''}}}", text)
    try:
        frame = parse_frame(str(path[-1]), named, claim)
    except ValueError as error:
        ends = " and ".join(f"{{{end}}}" for end in needed)
        desk.fault(path, f"write {ends} where the names go ({error})")
        return None
    for hole in sorted(frame.holes - {_ENDS[end] for end in needed}):
        desk.fault(path, f'nothing fills the hole "{{{hole}}}": write {{s}} or {{o}}')
    return frame
