"""A set file as ``Knowledge``: the sections in the order in which they need each other."""

from pathlib import Path

from tests.oracle.entities import read_cites, read_entity, read_source
from tests.oracle.knowledge import SECTIONS, Knowledge, Question, Relation
from tests.oracle.shapes import add_event, add_fact, add_sequence, add_term
from tests.oracle.tables import unfold
from tests.oracle.tree import Tree, Unreadable, is_yes, mapping, optional, read_tree, text_of, texts

FLAGS = (
    "one_object",
    "one_subject",
    "complete_objects",
    "complete_subjects",
    "symmetric",
    "transitive",
    "asymmetric",
)
OTHER = ("set", "title", "sources", "sequence", "facts", "relations", "questions", "no_fact")


def read_set(path: Path) -> Knowledge:
    """Return what a set says.

    Raises:
        Unreadable: the file is not in the language of the specification.
    """
    tree = read_tree(path)
    unfold(tree, path.parent)
    unknown = set(tree) - set(SECTIONS) - set(OTHER) - {"apart"}
    if unknown:
        raise Unreadable(f"{path}: no section {unknown}")
    knowledge = Knowledge(text_of(tree["set"]), path)
    for slug, source in mapping(tree.get("sources")).items():
        knowledge.sources[slug] = read_source(slug, source, path.parent.parent)
    for name in SECTIONS:
        for slug, entity in mapping(tree.get(name)).items():
            knowledge.entities[slug] = read_entity(slug, name, entity)
            _add_entity_facts(knowledge, slug, name, mapping(entity))
    for slug, relation in mapping(tree.get("relations")).items():
        knowledge.relations[slug] = _relation(slug, mapping(relation))
    for slug, fact in mapping(tree.get("facts")).items():
        add_fact(knowledge, slug, fact)
    for slug, question in mapping(tree.get("questions")).items():
        knowledge.questions[slug] = _question(slug, mapping(question))
        knowledge.cites[slug] = read_cites(mapping(question).get("cite"))
    for entry in tree.get("sequence") or []:
        add_sequence(knowledge, entry)
    for pair in tree.get("apart") or []:
        first, second = texts(pair)
        knowledge.apart.add((first, second))
    for thing in knowledge.entities.values():
        knowledge.apart.update((thing.id, other) for other in thing.apart)
    return knowledge


def _add_entity_facts(
    knowledge: Knowledge, slug: str, section: str, fields: dict[str, Tree]
) -> None:
    """An event is a fact of its own; a term and any example of one too."""
    if "cite" in fields:
        knowledge.cites[slug] = read_cites(fields["cite"])
    if section == "events":
        add_event(knowledge, slug, slug, fields)
    add_term(knowledge, slug, fields)


def _relation(slug: str, fields: dict[str, Tree]) -> Relation:
    subject, thing = text_of(fields["subject"]), text_of(fields["object"])
    flags = {flag for flag in FLAGS if is_yes(fields.get(flag))}
    # R19: where both sides have one type, nothing stands in the relation to itself by default.
    if is_yes(fields.get("irreflexive", "yes" if subject == thing else "no")):
        flags.add("irreflexive")
    if "symmetric" in flags and flags & {"one_object", "one_subject"}:
        flags |= {"one_object", "one_subject"}
    asks = tuple(text_of(fields[name]) for name in ("ask", "ask_back") if name in fields)
    say, deny = (optional(fields.get(name)) or "" for name in ("say", "deny"))
    return Relation(slug, subject, thing, frozenset(flags), say, deny, asks)


def _question(slug: str, fields: dict[str, Tree]) -> Question:
    right = fields.get("right", "")
    return Question(
        id=slug,
        format=text_of(fields["format"]),
        stem=text_of(fields["stem"]),
        right=texts(right) if not isinstance(right, dict) else tuple(right),
        wrong=texts(fields.get("wrong")),
        tests=texts(fields.get("tests")),
    )
