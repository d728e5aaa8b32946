"""The reader: the text of a set becomes a bank, or every fault of it with its place.

Whether the facts contradict each other is for ``proof.clash``.
"""

import hashlib
from collections.abc import Callable

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.checks import check_entities
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.documents import SourceText
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Fact, StatementFact
from quizapp.core.facts.mentions import NamesInTexts, word_atoms
from quizapp.core.facts.naming import NamedEntry, add_entities, check_id, is_slug
from quizapp.core.facts.schema import Cite, Entry, Text, unknown_field
from quizapp.core.facts.shapes import EVENT, SEQUENCE, SHAPES, AnyShape
from quizapp.core.facts.shapes.event import EventEntry
from quizapp.core.facts.source import Citation, Document
from quizapp.core.facts.tree import Path, Tree, plain_yaml
from quizapp.errors import FormatError

#: Gives the text of a file beside the set, or None where there is none.
Attachment = Callable[[str], str | None]

_HEAD = ("set", "title", "sources")
_TAIL = ("sequence", "facts", "no_fact", "apart")
_SECTIONS = (*_HEAD, *(section.value for section in Section), *_TAIL)


class SourceEntry(Entry):
    """``{file: …, kind: …, published: …, label: …}``; without a file a teacher's knowledge."""

    file: Text | None = None
    kind: Text
    label: Text
    published: Text | None = None


class _NoFactEntry(Entry):
    """A citation by itself."""

    cite: Cite


def read_set(path: str, text: str, attachment: Attachment) -> Bank:
    """Return the bank that the text of a set describes.

    Args:
        path: how faults name the file.
        text: the YAML.
        attachment: gives the texts that ``file:`` names; FormatError for one that is no text.

    Raises:
        FormatError: with every fault found.
    """
    desk = Desk(path, plain_yaml(text))
    for place, reason in desk.plain.faults:
        desk.fault_at(place, reason)
    top = desk.plain.data
    if not isinstance(top, dict):
        if not desk.faults:
            desk.fault((), "a set is a mapping: set, title, sources, entities, facts")
        raise FormatError(desk.faults)
    for name in top:
        if name not in _SECTIONS:
            desk.fault((name,), unknown_field(name, "a set", _SECTIONS))
    set_id, title = _head(desk, top)
    texts = _sources(desk, top.get("sources", {}), attachment)
    for section in Section:
        if section.value in top:
            model = EventEntry if section is Section.EVENTS else NamedEntry
            add_entities(desk, section, top[section.value], model)
    check_entities(desk)
    _events(desk, top.get(Section.EVENTS.value, {}))
    _sequences(desk, top.get("sequence", []))
    _facts(desk, top.get("facts", {}))
    names = NamesInTexts(desk.entities.values())
    for fact in desk.facts.values():
        if isinstance(fact, StatementFact):
            desk.atoms += word_atoms(fact, names)
    no_fact = _no_fact(desk, top.get("no_fact", []))
    apart = _apart(desk, top.get("apart", []))
    if desk.faults:
        raise FormatError(desk.faults)
    return Bank(
        set_id=set_id,
        title=title,
        digest=_digest(text, texts),
        sources=desk.documents,
        entities=desk.entities,
        facts=desk.facts,
        atoms=tuple(desk.atoms),
        closures=tuple(desk.closures),
        apart=apart,
        no_fact=no_fact,
        places=_places(desk),
    )


def _digest(text: str, texts: dict[str, str]) -> str:
    """Return one hash over the set and its attachments, by name and content."""
    whole = hashlib.sha256()
    for name, content in (("", text), *sorted(texts.items())):
        for part in (name, content):
            encoded = part.encode()
            whole.update(len(encoded).to_bytes(8, "big") + encoded)
    return whole.hexdigest()


def _head(desk: Desk, top: dict[str, Tree]) -> tuple[str, str]:
    found = {"set": "", "title": ""}
    for name in found:
        value = top.get(name)
        if isinstance(value, str) and value.strip():
            found[name] = " ".join(value.split())
        else:
            desk.fault((name,), f'a set needs the field "{name}"')
    if found["set"] and not is_slug(found["set"]):
        desk.fault(("set",), f'"{found["set"]}" cannot be an id: use a-z, 0-9 and hyphens')
    return found["set"], found["title"]


# --- sources ---


def _sources(desk: Desk, entries: Tree, attachment: Attachment) -> dict[str, str]:
    """Fill the desk's documents; return the texts of the attachments by file."""
    texts: dict[str, str] = {}
    if not isinstance(entries, dict) or not entries:
        desk.fault(("sources",), "a set needs sources: {report: {file: …, kind: …, label: …}}")
        return texts
    for id_, entry in entries.items():
        path: Path = ("sources", id_)
        check_id(desk, id_, path)
        read = desk.read(SourceEntry, entry, "a source", path)
        if read is None:
            continue
        if read.published is not None:
            try:
                parse_date(read.published)
            except ValueError as error:
                desk.fault((*path, "published"), str(error))
                continue
        title: str | None = None
        paragraphs: tuple[tuple[int, str], ...] = ()
        if read.file is not None:
            try:
                text = attachment(read.file)
            except FormatError as error:
                desk.faults += error.faults
                continue
            if text is None:
                desk.fault((*path, "file"), f'there is no file "{read.file}" beside the set')
                continue
            texts[read.file] = text
            source = SourceText(text)
            for place, reason in source.faults:
                desk.fault_at(place, reason, read.file)
            title, paragraphs = source.header.get("title"), source.paragraphs
        desk.documents[id_] = Document(
            id_, read.label, read.kind, title, read.published, paragraphs
        )
    return texts


# --- facts ---


def _events(desk: Desk, entries: Tree) -> None:
    for id_ in entries if isinstance(entries, dict) else ():
        if (Section.EVENTS, id_) in desk.entries:  # a badly written entry has been noted already
            _keep(desk, EVENT, id_, desk.entries[Section.EVENTS, id_], (Section.EVENTS.value, id_))


def _sequences(desk: Desk, entries: Tree) -> None:
    if not isinstance(entries, list):
        desk.fault(("sequence",), "write a list of entries {id: …, order: [a, b], cite: …}")
        return
    for index, entry in enumerate(entries):
        slug = entry.get("id", "") if isinstance(entry, dict) else ""
        path: Path = ("sequence", index)
        if isinstance(slug, str) and slug:
            _check_slug(desk, slug, (*path, "id"))
        _add(desk, SEQUENCE, str(slug), entry, path)


def _facts(desk: Desk, entries: Tree) -> None:
    if not isinstance(entries, dict):
        desk.fault(("facts",), "write a mapping of slugs: {a-slug: {says: …, quote: …}}")
        return
    for slug, entry in entries.items():
        path: Path = ("facts", slug)
        _check_slug(desk, slug, path)
        shape = _shape_of(entry)
        if shape is None:
            ways = "; ".join(f"{one.name}: {' or '.join(one.fields)}" for one in SHAPES)
            desk.fault(path, f"this is no known shape of fact; a fact has one of: {ways}")
            continue
        _add(desk, shape, slug, entry, path)


def _shape_of(entry: Tree) -> AnyShape | None:
    if not isinstance(entry, dict):
        return None
    for shape in SHAPES:
        if not entry.keys().isdisjoint(shape.fields):
            return shape
    return None


def _check_slug(desk: Desk, slug: str, path: Path) -> None:
    check_id(desk, slug, path)
    if slug in desk.facts:
        desk.fault(path, f'the slug "{slug}" is taken by another fact')


def _add(desk: Desk, shape: AnyShape, slug: str, entry: Tree, path: Path) -> None:
    read = desk.read(shape.model, entry, f"a fact of shape {shape.name}", path)
    if read is not None:
        _keep(desk, shape, slug, read, path)


def _keep(desk: Desk, shape: AnyShape, slug: str, read: Entry, path: Path) -> None:
    fact: Fact | None = shape.fact(slug, read, desk, path)
    if fact is None:
        return
    desk.facts[slug] = fact
    atoms, closures = shape.atoms(fact)
    desk.atoms += atoms
    desk.closures += closures


def _places(desk: Desk) -> dict[str, tuple[int, int]]:
    """Return line and column of each fact, by slug."""
    top = desk.plain.data
    sequence = top.get("sequence", []) if isinstance(top, dict) else []
    ordered: dict[object, Path] = {
        entry.get("id"): ("sequence", index, "id")
        for index, entry in enumerate(sequence)
        if isinstance(entry, dict)
    }
    found = {}
    for slug in desk.facts:
        sections: tuple[Path, ...] = (("facts", slug), (Section.EVENTS.value, slug))
        path = next(filter(desk.plain.has, sections), None) or ordered[slug]
        place = desk.plain.place(path)
        found[slug] = place.line, place.column
    return found


def _no_fact(desk: Desk, entries: Tree) -> tuple[Citation, ...]:
    if not isinstance(entries, list):
        desk.fault(("no_fact",), 'write a list like [{report: "the sentence"}]')
        return ()
    found: list[Citation] = []
    for index, entry in enumerate(entries):
        path: Path = ("no_fact", index)
        read = desk.read(_NoFactEntry, {"cite": entry}, "an entry of no_fact", path)
        if read is not None:
            found.extend(desk.cites(read.cite, path))
    return tuple(found)


def _apart(desk: Desk, entries: Tree) -> tuple[tuple[str, str], ...]:
    if not isinstance(entries, list):
        desk.fault(("apart",), "write a list of pairs like [[a, b]]")
        return ()
    found: list[tuple[str, str]] = []
    for index, entry in enumerate(entries):
        path: Path = ("apart", index)
        if not (isinstance(entry, list) and len(entry) == 2 and entry[0] != entry[1]):
            desk.fault(path, "write a pair of two ids, like [a, b]")
            continue
        pair = desk.entity_ids([str(one) for one in entry], set(Section), path)
        if len(pair) == 2:
            found.append((pair[0], pair[1]))
    return tuple(found)
