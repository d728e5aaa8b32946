"""One more fact for a random set, drawn without regard to how things are; it may contradict."""

from collections.abc import Callable
from random import Random
from typing import Any

CITE = {"teacher": "so it is"}


def _order(rng: Random, tree: dict[str, Any]) -> None:
    pair = rng.sample(sorted(tree["events"]), 2)
    tree["sequence"].append({"id": "added", "order": pair, "cite": CITE})


def _date(rng: Random, tree: dict[str, Any]) -> None:
    event = tree["events"][rng.choice(sorted(tree["events"]))]
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


def _lists(tree: dict[str, Any]) -> list[dict[str, Any]]:
    entries = (*tree["facts"].values(), *tree["events"].values())
    values = (value for fields in entries for value in fields.values())
    return [value for value in values if isinstance(value, dict) and "list" in value]


ADDITIONS: dict[str, Callable[[Random, dict[str, Any]], None]] = {
    "an order": _order,
    "a date": _date,
    "a denial": _denial,
    "a complete list": _completeness,
    "a holder": _holder,
    "a part": _part,
    "one time": _same_time,
    "a pair apart": _apart,
}
