"""The shapes of facts: each entry of the file becomes atoms, closures, tenures, numbers.

One function for each row of the table of shapes in the specification (section 1.2).
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from tests.oracle.entities import read_cites, read_listing
from tests.oracle.knowledge import Atom, Knowledge, Listing, Number, Statement, Tenure
from tests.oracle.rows import add_listing, add_rows
from tests.oracle.tree import Tree, Unreadable, is_yes, mapping, optional, text_of, texts

#: The field of a statement's ``in`` and the relation that it states.
FRAME = {"medium": "medium", "at": "said_at", "on": "said_on", "date": "dated"}
#: Speakers that are nobody of the set: the narrator, and words that no name goes with.
NOBODY = ("report", "unattributed")


def add_fact(knowledge: Knowledge, slug: str, tree: Tree) -> None:
    """Add what one entry of ``facts`` states."""
    fields = mapping(tree)
    knowledge.cites[slug] = read_cites(fields.get("cite"))
    for field, add in _SHAPES.items():
        if field in fields:
            add(knowledge, slug, fields)
            return
    add_rows(knowledge, slug, fields)


def _statement(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    quote, gist = optional(fields.get("quote")), optional(fields.get("gist"))
    speakers = texts(fields.get("issued_by", fields.get("says")))
    frame = {FRAME[field]: text_of(value) for field, value in mapping(fields.get("in")).items()}
    statement = Statement(
        id=slug,
        says=speakers,
        quote=quote,
        gist=gist,
        frame=tuple(frame.items()),
        of=optional(fields.get("of")),
        only=is_yes(fields.get("only")),
        blanks=texts(fields.get("blank")),
        echoes=texts(fields.get("echoes")),
    )
    knowledge.statements[slug] = statement
    for relation, thing in statement.frame:
        knowledge.atoms.append(Atom(relation, slug, thing, slug))
    named = tuple(speaker for speaker in speakers if speaker not in NOBODY)
    closed = named == speakers and (quote is not None or statement.only)
    add_listing(knowledge, slug, "said", slug, Listing(named, (), closed))
    if statement.of:
        knowledge.atoms.append(Atom("reported", slug, statement.of, slug))
    about = read_listing(fields.get("about"))
    # R8: without a quotation there are no words that a list of topics could exhaust.
    scoped = replace(about, complete=about.complete and quote is not None)
    add_listing(knowledge, slug, "about", slug, scoped)


def _coverage(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    event = text_of(fields["event"])
    if "covered" in fields:
        add_listing(knowledge, slug, "covered", event, read_listing(fields["covered"]))
    add_event(knowledge, slug, event, fields)


def add_event(knowledge: Knowledge, slug: str, event: str, fields: dict[str, Tree]) -> None:
    """Add the dates, the place and the people of an event."""
    for relation in ("date", "began", "ended", "place"):
        if relation in fields:
            add_listing(knowledge, slug, relation, event, read_listing(fields[relation]))
    add_listing(knowledge, slug, "took_part", event, read_listing(fields.get("participants")))
    add_listing(knowledge, slug, "party", event, read_listing(fields.get("parties")))
    for other in texts(fields.get("same_time")):
        knowledge.same_time.add((event, other))


def _office(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    holder = fields["holder"]
    listing = read_listing(holder)
    on = optional(fields.get("on"))
    texts_cited = [
        cite.source
        for cite in knowledge.cites[slug]
        if knowledge.sources[cite.source].published is not None
    ]
    for person in listing.listed or ("",):
        knowledge.tenures.append(
            Tenure(
                fact=slug,
                office=text_of(fields["office"]),
                holder=person,
                start=optional(fields.get("from")),
                until=optional(fields.get("until")),
                on=None if on == "report" else on,
                report=texts_cited[0] if on == "report" else None,
                denied=listing.denied,
            )
        )


def _number(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    knowledge.numbers.append(
        Number(
            quantity=text_of(fields["quantity"]),
            fact=slug,
            value=optional(fields.get("value")),
            least=optional(fields.get("min")),
            most=optional(fields.get("max")),
            unit=optional(fields.get("unit")),
            tolerance=optional(fields.get("tolerance")),
            as_of=optional(fields.get("as_of")),
        )
    )


def _explanation(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    explained = text_of(fields["explains"])
    by = fields.get("by", fields.get("not_by"))
    if by is None:
        raise Unreadable(f"{slug}: an explanation needs by or not_by")
    knowledge.atoms.append(Atom("explains", text_of(by), explained, slug, holds="by" in fields))


def add_sequence(knowledge: Knowledge, entry: Tree) -> None:
    """Add an order of events, each neighbouring pair an atom."""
    fields = mapping(entry)
    slug = text_of(fields["id"])
    knowledge.cites[slug] = read_cites(fields.get("cite"))
    order = texts(fields["order"])
    for earlier, later in pairwise(order):
        knowledge.atoms.append(Atom("before", earlier, later, slug))


def add_term(knowledge: Knowledge, slug: str, fields: dict[str, Tree]) -> None:
    """Add the definition of a term, and whose example a thing is or is not."""
    if "means" in fields:
        knowledge.atoms.append(Atom("means", slug, text_of(fields["means"]), slug))
    for term in texts(fields.get("example_of")):
        knowledge.atoms.append(Atom("example_of", slug, term, slug))
    for term in texts(fields.get("not_example_of")):
        knowledge.atoms.append(Atom("example_of", slug, term, slug, holds=False))
    if "kind_of" in fields:
        knowledge.wider[slug] = texts(fields["kind_of"])


_SHAPES: dict[str, Callable[[Knowledge, str, dict[str, Tree]], None]] = {
    "says": _statement,
    "issued_by": _statement,
    "event": _coverage,
    "office": _office,
    "quantity": _number,
    "explains": _explanation,
}
