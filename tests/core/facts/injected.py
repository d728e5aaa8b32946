"""The faults that are injected: each rule of the language broken once, wherever it applies."""

import re
from collections.abc import Callable, Iterator

from quizapp import paths
from tests.core.facts.every_shape import EVERY_SHAPE
from tests.core.facts.injected_more import MORE, SECTIONS
from tests.core.facts.injected_rules import RULES
from tests.core.facts.injecting import Injection, everywhere, injection, marked

BUNDLED = (paths.QUESTIONS / "india-us-2plus2-2023.yaml").read_text("utf-8")
#: An entry of one line, in a section of entries; its id is the first group.
ENTRY = r"^  ([a-z-]+): \{"
ENTITY_IDS = re.findall(ENTRY, EVERY_SHAPE.split("people:")[1].split("relations:")[0], re.M)


def of_every_entry() -> Iterator[Injection]:
    """Unknown fields, repeated keys, anchors, tags and missing citations, entry by entry."""
    yield from everywhere(ENTRY, r"  \1: {¦zzz: x, ", 'has no field "zzz"')
    yield from everywhere(r"^  ([a-z-]+): \{.*\n", r"\g<0>  ¦\1: {x: y}\n", "stands here twice")
    yield from everywhere(ENTRY, r"  \1: ¦&anchor {", "anchors (&name) are not read")
    yield from everywhere(ENTRY, r"  \1: ¦!!map {", "tags (tag:yaml.org,2002:map) are not read")
    facts = EVERY_SHAPE.index("facts:")
    for one in re.finditer(r"^  (?P<head>[a-z-]+: .*), cite: .*\}\}$", EVERY_SHAPE, re.M):
        if one.start() > facts or "date:" in one[0] or "means:" in one[0]:
            text = EVERY_SHAPE[: one.start()] + f"  ¦{one['head']}}}" + EVERY_SHAPE[one.end() :]
            yield injection(f"without cite: {one['head']}", text, 'needs the field "cite"')


def of_every_field() -> Iterator[Injection]:
    """Values of the wrong form, wherever a field of that form stands."""
    yes_no = r"(the|plural|complete|only|symmetric|asymmetric|irreflexive|one_subject): (?:yes|no)"
    yield from everywhere(yes_no, r"¦\1: true", "write yes or no")
    dates = r"(date|began|ended|from|until|as_of|published|review_after): \d{4}[\d-]*"
    yield from everywhere(dates, r"¦\1: 2023-13", "no day of the calendar")
    yield from everywhere(dates, r"¦\1: soon", "is not a date")
    texts = r"(?<![\w])(name|term|quote|gist|label|kind|means|unit|stem|why): [\w .]+(?=[,}])"
    yield from everywhere(texts, r"¦\1: [a, b]", "must be text")
    yield from everywhere(texts, r"¦\1: ''", "this is empty")
    lists = r"(aliases|part_of|overlaps|reveals|order|blank|also_called): \[[^][]*\]"
    yield from everywhere(lists, r"¦\1: word", "write a list")


def of_every_id() -> Iterator[Injection]:
    """Ids that are not declared, and ids of other sections, wherever one is used."""
    ids = "|".join(ENTITY_IDS)
    reason = 'there is no "nobody9"'
    yield from everywhere(
        rf"\b(?!name|term|unit)(\w+): (?:{ids})(?=[,}}])", r"¦\1: nobody9", reason
    )
    yield from everywhere(rf"(?<=\[)(?:{ids})(?=[,\]])", "¦nobody9", reason)
    yield from everywhere(rf"(?<=[\w\]], )(?:{ids})(?=\])", "¦nobody9", reason)
    for wrong in ("transport", "teacher"):
        reason = "stands under topics" if wrong == "transport" else 'there is no "teacher"'
        people = r"\b(says|holder|of): (?:roca|hale|hart|alba|council)(?=[,}])"
        yield from everywhere(people, rf"¦\1: {wrong}", reason)


def of_every_rule() -> Iterator[Injection]:
    """The rules that one place of the language has."""
    for was, now, reason in (*RULES, *MORE):
        yield marked(was, now, reason)


def of_every_section() -> Iterator[Injection]:
    """A small set with one section that is no mapping, or no list."""
    for section, wrong in SECTIONS.items():
        head = "set: s\ntitle: A set\n"
        sources = "" if section == "sources" else "sources: {teacher: {kind: k, label: l}}\n"
        reason = "a list" if wrong == "{a: b}" else "mapping"
        reason = "a set needs sources" if section == "sources" else reason
        yield injection(section, f"{head}{sources}¦{section}: {wrong}\n", reason)


def of_the_bundled_set() -> Iterator[Injection]:
    """Unknown fields and words that the source does not have, in a set of many lines an entry."""
    field = r"^    (?!list|not)[a-z_]+: "
    yield from everywhere(field, r"    ¦zzz: x\n\g<0>", 'has no field "zzz"', BUNDLED)
    yield from everywhere(
        r"(?<=cite: \{)report: \"", '¦report: "Zz', "is not in the report", BUNDLED
    )


#: Every fault by where it comes from.
FAMILIES: dict[str, Callable[[], Iterator[Injection]]] = {
    "entry": of_every_entry,
    "field": of_every_field,
    "id": of_every_id,
    "rule": of_every_rule,
    "section": of_every_section,
    "bundled": of_the_bundled_set,
}
