"""Sources, citations, entities and listings, read from the tree.

The shapes of facts are read in ``shapes``; what it all means is left to ``program``.
"""

import re
from pathlib import Path

from tests.oracle.knowledge import SECTIONS, Cite, Entity, Listing, Name, Source
from tests.oracle.tree import Tree, Unreadable, is_yes, mapping, optional, text_of, texts

PARAGRAPH = re.compile(r"\[p(\d+)\] (.*)")


def read_source(slug: str, tree: Tree, root: Path) -> Source:
    """Return a source with its paragraphs; ``root`` is the folder that holds ``questions``."""
    fields = mapping(tree)
    paragraphs: tuple[tuple[int, str], ...] = ()
    if "file" in fields:
        lines = (root / text_of(fields["file"])).read_text(encoding="utf-8").splitlines()
        found = (PARAGRAPH.fullmatch(line) for line in lines)
        paragraphs = tuple((int(match[1]), match[2]) for match in found if match)
    return Source(
        id=slug,
        label=optional(fields.get("label")) or slug,
        published=optional(fields.get("published")),
        paragraphs=paragraphs,
    )


def read_cites(tree: Tree | None) -> tuple[Cite, ...]:
    """Return the citations of one ``cite``."""
    cites = []
    for source, words in mapping(tree).items():
        if isinstance(words, dict):
            nth = optional(words.get("nth"))
            cites.append(Cite(source, text_of(words["span"]), int(nth) if nth else None))
        else:
            cites.append(Cite(source, text_of(words)))
    return tuple(cites)


def read_listing(tree: Tree | None) -> Listing:
    """Return a list with its denials; a bare list is an open one."""
    if tree is None:
        return Listing()
    if not isinstance(tree, dict):
        return Listing(listed=texts(tree))
    unknown = set(tree) - {"list", "not", "complete"}
    if unknown:
        raise Unreadable(f"a list has no {unknown}")
    denied = tree.get("not")
    cites = [
        cite
        for entry in (denied.values() if isinstance(denied, dict) else ())
        for cite in read_cites(mapping(entry).get("cite"))
    ]
    complete = is_yes(tree.get("complete"))
    return Listing(texts(tree.get("list")), texts(denied), complete, tuple(cites))


def read_entity(slug: str, section: str, tree: Tree) -> Entity:
    """Return an entity; the fields that state facts of an event are left to ``shapes``."""
    fields = mapping(tree)
    own = Name(text_of(fields.get("name", fields.get("term", slug))), texts(fields.get("reveals")))
    others = fields.get("also_called") or []
    if not isinstance(others, list):
        raise Unreadable(f"{slug}: also_called is a list")
    names = [
        Name(other)
        if isinstance(other, str)
        else Name(text_of(mapping(other)["text"]), texts(mapping(other).get("reveals")))
        for other in others
    ]
    return Entity(
        id=slug,
        section=SECTIONS[section],
        names=(own, *names),
        aliases=texts(fields.get("aliases")),
        the=is_yes(fields.get("the")),
        plural=is_yes(fields.get("plural")),
        kind=optional(fields.get("kind")),
        part_of=texts(fields.get("part_of")),
        overlaps=texts(fields.get("overlaps")),
        same_as=texts(fields.get("same_as")),
        maybe_same=texts(fields.get("maybe_same")),
        apart=texts(fields.get("apart")),
        members=read_listing(fields.get("members")),
    )
