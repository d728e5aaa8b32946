"""Listings and the rows of a set's own relations: atoms, denials and closures, in their frame.

A row that is bound to a time (``as_of``) states its atom for that date only.
"""

from tests.oracle.entities import read_listing
from tests.oracle.knowledge import Atom, Closure, Knowledge, Listing
from tests.oracle.tree import Tree, Unreadable, optional, texts


def add_listing(
    knowledge: Knowledge,
    slug: str,
    relation: str,
    subject: str,
    listing: Listing,
    at: str = "",
) -> None:
    """Add the atoms and the closure of a listing of objects."""
    if relation in knowledge.relations:
        rows = knowledge.rows.setdefault(slug, set())
        rows.update(f"{subject}:{thing}" for thing in (*listing.listed, *listing.denied))
    for thing in listing.listed:
        knowledge.atoms.append(Atom(relation, subject, thing, slug, at=at))
    for thing in listing.denied:
        knowledge.atoms.append(Atom(relation, subject, thing, slug, holds=False, at=at))
    if listing.denial_cites:
        knowledge.denial_cites.setdefault(slug, []).extend(listing.denial_cites)
    if listing.complete:
        knowledge.closures.append(Closure(relation, subject, listing.listed, slug, at=at))


def add_rows(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    """Add the rows of the relations of the set's own that a fact names."""
    names = [field for field in fields if field in knowledge.relations]
    if not names:
        raise Unreadable(f"{slug}: no shape has the fields {sorted(fields)}")
    at = optional(fields.get("as_of")) or ""
    for relation in names:
        rows = fields[relation]
        if isinstance(rows, dict):
            for subject, listing in rows.items():
                add_listing(knowledge, slug, relation, subject, read_listing(listing), at)
            continue
        for row in rows:
            subject, thing = texts(row)
            add_listing(knowledge, slug, relation, subject, Listing((thing,)), at)
