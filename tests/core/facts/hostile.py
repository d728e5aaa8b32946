"""Set files that mean harm, by size: each family costs a careless reader more than its length."""

from collections.abc import Callable

HEAD = "set: s\ntitle: A set\nsources:\n  t: {kind: k, label: l}\n"
SAID = "cite: {t: x}"
RELATION = 'ask: "{s}?", say: "{s} {o}", deny: "{s} not {o}", subject: person, object: place'


def _lines(head: str, line: str, many: int, tail: str = "") -> str:
    return HEAD + head + "".join(line.format(n=n, m=n - 1) for n in range(1, many + 1)) + tail


def laughs(many: int) -> str:
    """Return aliases of aliases, each twice as long as the one before."""
    lines = [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, many + 1)]
    return "a0: &a0 [x, x]\n" + "".join(lines)


_TOPIC = "  t{n}: {{name: topic {n}}}\n"
_GIST = "  f{n}: {{says: report, gist: that {n}, " + SAID.replace("{", "{{").replace("}", "}}")
_RELATION_LINE = "  r{n}: {{" + RELATION.replace("{", "{{").replace("}", "}}") + "}}\n"

#: The text of a family at a size: about so many entries, or characters.
FAMILIES: dict[str, Callable[[int], str]] = {
    "billion laughs": laughs,
    "open brackets": lambda n: HEAD + "facts: " + "[" * n,
    "open braces": lambda n: HEAD + "facts: " + "{a: " * n,
    "dashes in dashes": lambda n: HEAD + "facts:\n" + "- " * n,
    "keys in keys": lambda n: HEAD + "? " * n,
    "a long scalar": lambda n: HEAD + "facts: {a: {says: report, gist: " + "x" * n + "}}",
    "a long key": lambda n: HEAD + "y" * n + ": x",
    "a long id": lambda n: HEAD + "people: {" + "y" * n + ": {name: x}}",
    "a long field": lambda n: HEAD + "people: {a: {" + "y" * n + ": x}}",
    "a long reference": lambda n: HEAD + "apart: [[a, " + "y" * n + "]]",
    "a long number": lambda n: (
        HEAD
        + "quantities: {q: {name: q}}\nfacts: {a: {quantity: q, value: "
        + "9" * n
        + ", cite: {t: x}}}"
    ),
    "a long line": lambda n: (
        HEAD + "topics: {" + ", ".join(f"t{i}: {{name: t{i}}}" for i in range(n)) + "}"
    ),
    "empty lines": lambda n: HEAD + "\n" * n,
    "comments": lambda n: HEAD + "# x\n" * n,
    "commas": lambda n: HEAD + "facts: [" + "a," * n + "]",
    "repeated keys": lambda n: _lines("people:\n", "  a: {{name: x}}\n", n),
    "anchors": lambda n: _lines("people:\n", "  a{n}: &a{n} {{name: x{n}}}\n", n),
    "documents": lambda n: HEAD + "--- a\n" * n,
    "tags": lambda n: _lines("people:\n", "  a{n}: !!map {{name: x{n}}}\n", n),
    "things": lambda n: _lines("topics:\n", _TOPIC, n),
    "things of one name": lambda n: _lines("topics:\n", "  t{n}: {{name: topic}}\n", n),
    "names of one word": lambda n: _lines("topics:\n", "  t{n}: {{name: all {n}}}\n", n),
    "dangling ids": lambda n: _lines("topics:\n", "  t{n}: {{name: {n}, part_of: [u{n}]}}\n", n),
    "unknown fields": lambda n: _lines("topics:\n", "  t{n}: {{name: {n}, nome: [u{n}]}}\n", n),
    "fields in one entry": lambda n: (
        HEAD + "topics: {t: {" + ", ".join(f"f{i}: x" for i in range(n)) + "}}"
    ),
    "unknown sections": lambda n: _lines("", "s{n}: x\n", n),
    "a chain of parts": lambda n: _lines(
        "topics:\n  t0: {name: x}\n", "  t{n}: {{name: topic {n}, part_of: [t{m}]}}\n", n
    ),
    "a circle of parts": lambda n: _lines(
        f"topics:\n  t0: {{name: x, part_of: [t{n}]}}\n",
        "  t{n}: {{name: topic {n}, part_of: [t{m}]}}\n",
        n,
    ),
    "parts of one": lambda n: _lines(
        "topics:\n  t0: {name: x}\n", "  t{n}: {{name: topic {n}, part_of: [t0]}}\n", n
    ),
    "a chain of the same": lambda n: _lines(
        "topics:\n  t0: {name: x}\n", "  t{n}: {{name: topic {n}, maybe_same: [t{m}]}}\n", n
    ),
    "shapes nobody knows": lambda n: _lines(
        "relations:\n",
        _RELATION_LINE,
        n // 8,
        "facts:\n" + "".join(f"  f{i}: {{x: y}}\n" for i in range(n)),
    ),
    "names that cannot reveal": lambda n: _lines(
        "relations:\n",
        _RELATION_LINE,
        n // 8,
        "topics:\n" + "".join(f"  t{i}: {{name: {i}, reveals: [x{i}]}}\n" for i in range(n)),
    ),
    "sources that are not there": lambda n: _lines(
        "",
        "  s{n}: {{kind: k, label: l}}\n",
        n,
        "facts:\n"
        + "".join(f"  f{i}: {{says: report, gist: that, cite: {{u{i}: x}}}}\n" for i in range(n)),
    ),
    "facts": lambda n: _lines("facts:\n", _GIST + "}}\n", n),
    "echoes": lambda n: _lines("facts:\n", _GIST + ", echoes: [g{n}]}}\n", n),
    "former slugs": lambda n: _lines("facts:\n", _GIST + ", was: [old]}}\n", n),
    "questions": lambda n: _lines(
        "facts:\n",
        _GIST + "}}\n",
        n,
        "questions:\n"
        + "".join(
            f"  q{i}: {{format: choice, stem: x, right: a, tests: [f{i}/said], {SAID}}}\n"
            for i in range(n)
        ),
    ),
    "pairs apart": lambda n: _lines(
        "topics:\n", _TOPIC, n, "apart:\n" + "".join(f"  - [t{i}, v{i}]\n" for i in range(n))
    ),
    "orders": lambda n: _lines(
        "sequence:\n", "  - {{id: s{n}, order: [a{n}, b{n}], cite: {{t: x}}}}\n", n
    ),
    "a list of one item": lambda n: HEAD + "people: {a: {name: x, aliases: [" + "b, " * n + "]}}",
    "rows": lambda n: (
        HEAD
        + "relations: {r: {"
        + RELATION
        + "}}\nfacts: {f: {r: ["
        + "[a, b], " * n
        + "], cite: {t: x}}}"
    ),
}
