"""The reader: the text of a set becomes a bank, or every fault of it with its place.

Whether the facts contradict each other is for ``proof.clash``.
"""

import hashlib

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.checks import check_entities, check_former_slugs
from quizapp.core.facts.declared import add_relations
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.entries import FIELDS, add_facts, places_of_facts
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.mentions import NamesInTexts, word_atoms
from quizapp.core.facts.naming import NamedEntry, add_entities, is_slug
from quizapp.core.facts.relations import RELATIONS
from quizapp.core.facts.rows import add_tables
from quizapp.core.facts.schema import Cite, Entry, unknown_field
from quizapp.core.facts.shapes.event import EventEntry
from quizapp.core.facts.source import Citation
from quizapp.core.facts.sources import Attachment, add_sources
from quizapp.core.facts.tree import Path, Tree, plain_yaml
from quizapp.core.facts.written import add_questions
from quizapp.errors import FormatError

_HEAD = ("set", "title", "sources")
_TAIL = ("relations", "sequence", "facts", "questions", "no_fact", "apart")
#: The fields of a set.
TOP = (*_HEAD, *(section.value for section in Section), *_TAIL)


class _NoFactEntry(Entry):
    """A citation by itself."""

    cite: Cite


def _nothing(_name: str) -> None:
    """Find no table."""


def read_set(path: str, text: str, attachment: Attachment, tables: Attachment = _nothing) -> Bank:
    """Return the bank that the text of a set describes.

    Args:
        path: how faults name the file.
        text: the YAML.
        attachment: gives the texts that ``file:`` names; FormatError for one that is no text.
        tables: gives those that ``rows:`` names, likewise.

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
        if name not in TOP:
            desk.fault((name,), unknown_field(name, "a set", TOP))
    rows = add_tables(desk, top, tables)
    set_id, title = _head(desk, top)
    texts = add_sources(desk, top.get("sources", {}), attachment)
    add_relations(desk, top.get("relations", {}), FIELDS)
    for section in Section:
        if section.value in top:
            model = EventEntry if section is Section.EVENTS else NamedEntry
            add_entities(desk, section, top[section.value], model)
    check_entities(desk)
    add_facts(desk, top)
    names = NamesInTexts(desk.entities.values())
    for fact in desk.facts.values():
        if isinstance(fact, StatementFact):
            desk.atoms += word_atoms(fact, names)
    add_questions(desk, top.get("questions", {}))
    check_former_slugs(desk)
    no_fact = _no_fact(desk, top.get("no_fact", []))
    apart = _apart(desk, top.get("apart", []))
    if desk.faults:
        raise FormatError(desk.faults)
    return Bank(
        set_id=set_id,
        title=title,
        digest=_digest(text, texts, rows),
        sources=desk.documents,
        entities=desk.entities,
        facts=desk.facts,
        atoms=tuple(desk.atoms),
        closures=tuple(desk.closures),
        apart=apart,
        no_fact=no_fact,
        places=places_of_facts(desk),
        relations={**RELATIONS, **desk.relations},
        questions=desk.questions,
        review_after=desk.review_after,
        renamed=desk.renamed,
    )


def _digest(text: str, *attached: dict[str, str]) -> str:
    """Return one hash over the set and its attachments of each sort, by name and content."""
    whole = hashlib.sha256()
    parts = [("", text)]
    for texts in attached:
        parts += [("", str(len(texts))), *sorted(texts.items())]
    for name, content in parts:
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
        ids = [one for one in entry if isinstance(one, str)] if isinstance(entry, list) else []
        if not (len(ids) == len(entry) == 2 and ids[0] != ids[1]):
            desk.fault(path, "write a pair of two ids, like [a, b]")
            continue
        pair = desk.entity_ids(ids, set(Section), path)
        if len(pair) == 2:
            found.append((pair[0], pair[1]))
    return tuple(found)
