"""One more fact for a random set, drawn without regard to how things are; it may contradict."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.oracle.sampling import PLURAL_OF

CITE = {"teacher": "so it is"}


def _order(rng: Random, tree: dict[str, Any]) -> None:
    pair = rng.sample(sorted(tree["events"]), 2)
    tree["sequence"].append({"id": "added", "order": pair, "cite": CITE})


def _date(rng: Random, tree: dict[str, Any]) -> None:
    """Date an event; of one that has another name, two sources might then tell."""
    named = {name for e in tree["events"].values() for name in e.get("same_as", ())}
    once = [e for e in tree["events"] if e not in named and "same_as" not in tree["events"][e]]
    event = tree["events"][rng.choice(sorted(once))]
    field = rng.choice(("date", "began", "ended"))
    event[field] = rng.choice(("2022", "2023", "2021-12", "2022-05-06"))


def _denial(rng: Random, tree: dict[str, Any]) -> None:
    lists = _lists(tree)
    if lists:
        listing = rng.choice(lists)
        listing["not"] = [rng.choice(listing["list"])]


def _completeness(rng: Random, tree: dict[str, Any]) -> None:
    covered = [fields["covered"] for fields in tree["facts"].values() if "covered" in fields]
    lists = [listing for listing in covered if "list" in listing]
    for listing in rng.sample(lists, min(1, len(lists))):
        listing["complete"] = "yes"


def _holder(rng: Random, tree: dict[str, Any]) -> None:
    cites = [fields["cite"] for fields in tree["facts"].values() if "report" in fields["cite"]]
    if cites:
        tree["facts"]["added"] = {
            "office": rng.choice(sorted(tree["offices"])),
            "holder": rng.choice(sorted(tree["people"])),
            "on": rng.choice(("report", "2022-03-04", "2023-05")),
            "cite": {"report": cites[0]["report"]},
        }


def _part(rng: Random, tree: dict[str, Any]) -> None:
    part, whole = rng.sample(sorted(tree["events"]), 2)
    if "part_of" not in tree["events"][whole]:
        tree["events"][part]["part_of"] = [whole]


def _same_time(rng: Random, tree: dict[str, Any]) -> None:
    one, other = rng.sample(sorted(tree["events"]), 2)
    tree["events"][one]["same_time"] = [other]


def _apart(rng: Random, tree: dict[str, Any]) -> None:
    tree.setdefault("apart", []).append(rng.sample(sorted(tree["topics"]), 2))


def _value(rng: Random, tree: dict[str, Any]) -> None:
    numbers = [slug for slug, fields in tree["facts"].items() if "value" in fields]
    if numbers:
        known = tree["facts"][rng.choice(numbers)]
        away = float(rng.choice(("0.1", "1", "3", "30", "9000")))
        other = {**known, "value": f"{float(known['value']) + away:.1f}"}
        if rng.random() < 0.3:
            other["as_of"] = rng.choice(("2022", "2023-05"))
        tree["facts"]["added"] = {**other, "cite": {**known["cite"]}}


def _bound(rng: Random, tree: dict[str, Any]) -> None:
    numbers = [slug for slug, fields in tree["facts"].items() if "value" in fields]
    if numbers:
        known = tree["facts"][rng.choice(numbers)]
        limit = f"{float(known['value']) + rng.choice((-90, -9, 9, 90)):.0f}"
        fields = {key: known[key] for key in ("quantity", "unit", "as_of", "cite") if key in known}
        tree["facts"]["added"] = {**fields, rng.choice(("min", "max")): limit}


def _meaning(rng: Random, tree: dict[str, Any]) -> None:
    """Give a term the meaning of another one."""
    terms = tree.get("terms", {})
    told = [fields["means"] for fields in terms.values() if "means" in fields]
    if told:
        term = terms[rng.choice(sorted(terms))]
        term["means"] = rng.choice(told)
        term.setdefault("cite", CITE)


def _example(rng: Random, tree: dict[str, Any]) -> None:
    for section in ("people", "works", "terms", "events"):
        for fields in tree.get(section, {}).values():
            if "example_of" in fields and rng.random() < 0.5:
                fields["not_example_of"] = [rng.choice(sorted(tree["terms"]))]


def _explanation(rng: Random, tree: dict[str, Any]) -> None:
    told = [fields for fields in tree["facts"].values() if "explains" in fields]
    if told:
        one = rng.choice(told)
        sign = rng.choice(("by", "not_by"))
        by = one.get("by", one.get("not_by"))
        tree["facts"]["added"] = {"explains": one["explains"], sign: by, "cite": one["cite"]}


def with_flag(flag: str) -> Callable[[Random, dict[str, Any]], None]:
    """Return an addition of one more row to a relation that has a flag."""

    def add(rng: Random, tree: dict[str, Any]) -> None:
        owned = _owned(tree, flag)
        if owned:
            name, known, rows = rng.choice(owned)
            row = _another(rng, tree, name, rng.choice(rows))
            twice = row in rows or (
                tree["relations"][name].get("symmetric") == "yes" and row[::-1] in rows
            )
            fields = {key: known[key] for key in ("as_of", "cite") if key in known}
            if not twice:
                tree["facts"]["added"] = {name: [row], **fields}

    return add


def _owned(tree: dict[str, Any], flag: str) -> list[tuple[str, dict[str, Any], list[list[str]]]]:
    """Return relation, fact and rows of the facts of relations that have a flag."""
    found = []
    for fields in tree["facts"].values():
        for name, relation in tree.get("relations", {}).items():
            rows = fields.get(name)
            if isinstance(rows, dict):
                rows = [[s, o] for s, listing in rows.items() for o in listing.get("list", ())]
            if rows and relation.get(flag) == "yes":
                found.append((name, fields, rows))
    return found


def _another(rng: Random, tree: dict[str, Any], name: str, row: list[str]) -> list[str]:
    """Return another row that has much to do with one."""
    relation = tree["relations"][name]
    subjects, things = (sorted(tree[PLURAL_OF[relation[end]]]) for end in ("subject", "object"))
    ways = [[row[0], rng.choice(things)], [rng.choice(subjects), row[1]]]
    if relation["subject"] == relation["object"]:
        ways += [row[::-1], [row[1], rng.choice(things)], [row[0], row[0]]]
    return rng.choice(ways)


def _listed_whole(rng: Random, tree: dict[str, Any]) -> None:
    """Close the list of one subject of a relation of the set's own."""
    owned = [entry for flag in ("symmetric", "irreflexive") for entry in _owned(tree, flag)]
    if owned:
        name, known, rows = rng.choice(owned)
        things = sorted(tree[PLURAL_OF[tree["relations"][name]["object"]]])
        end = rng.choice((0, 1)) if tree["relations"][name].get("symmetric") == "yes" else 0
        listed = rng.sample(things, rng.randint(0, min(2, len(things))))
        subjects = sorted(tree[PLURAL_OF[tree["relations"][name]["subject"]]])
        subject = rng.choice((rows[0][end], rng.choice(subjects)))
        told = [row for row in rows if row[0] == subject and row[1] in listed]
        listing = {"list": [t for t in listed if [subject, t] not in told], "complete": "yes"}
        fields = {key: known[key] for key in ("as_of", "cite") if key in known}
        tree["facts"]["added"] = {name: {subject: listing}, **fields}


def _denied_row(rng: Random, tree: dict[str, Any]) -> None:
    owned = [entry for flag in FLAGS for entry in _owned(tree, flag)]
    if owned:
        name, known, rows = rng.choice(owned)
        subject, thing = _another(rng, tree, name, rng.choice(rows))
        fields = {key: known[key] for key in ("as_of", "cite") if key in known}
        tree["facts"]["added"] = {name: {subject: {"not": [thing]}}, **fields}


def _lists(tree: dict[str, Any]) -> list[dict[str, Any]]:
    entries = (*tree["facts"].values(), *tree["events"].values())
    values = (value for fields in entries for value in fields.values())
    return [value for value in values if isinstance(value, dict) and "list" in value]


FLAGS = (
    "one_object",
    "one_subject",
    "complete_objects",
    "complete_subjects",
    "symmetric",
    "transitive",
    "asymmetric",
    "irreflexive",
)
#: What a set must have for an addition to say anything (fields of ``Size``).
NEEDED: dict[str, dict[str, Any]] = {
    "a number": {"quantities": 2},
    "a bound of a number": {"quantities": 2},
    "a meaning": {"terms": 4},
    "an example denied": {"terms": 4},
    "a row denied": {"relations": 3},
    "a list of rows closed": {"relations": 3, "flag": "irreflexive"},
    **{f"a row ({flag})": {"relations": 2, "flag": flag} for flag in FLAGS},
}
ADDITIONS: dict[str, Callable[[Random, dict[str, Any]], None]] = {
    "an order": _order,
    "a date": _date,
    "a denial": _denial,
    "a complete list": _completeness,
    "a holder": _holder,
    "a part": _part,
    "one time": _same_time,
    "a pair apart": _apart,
    "a number": _value,
    "a bound of a number": _bound,
    "a meaning": _meaning,
    "an example denied": _example,
    "an explanation": _explanation,
    **{f"a row ({flag})": with_flag(flag) for flag in FLAGS},
    "a row denied": _denied_row,
    "a list of rows closed": _listed_whole,
}
