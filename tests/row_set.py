"""A large set of rows of declared relations, as a table brings them; the same for a seed.

For measuring how long it takes to compile a set and to make its items. Every row is a slot. A
third of the rows gives a land its capital, a third its ruler, a third its region, of which there
are few: a thing that stands in a great many rows.
"""

from pathlib import Path
from random import Random

_SYLLABLES = (
    "an ba cor del en fir gal hem is jor kel lum mar nov or pel quil ros sten tal ur ven wil "
    "yor zan "
)
_REGIONS = 20

_HEAD = """\
set: rows
title: A large set of rows

sources:
  teacher: {kind: teacher knowledge, label: the lesson}

relations:
  capital:
    {subject: place, object: place, one_object: yes, one_subject: yes,
     symmetric: no, irreflexive: yes,
     ask: "Which city is the capital of {s}?", ask_back: "Of which land is {o} the capital?",
     say: "{o} is the capital of {s}.", deny: "{o} is not the capital of {s}."}
  ruler:
    {subject: place, object: person, one_object: yes,
     ask: "Who rules {s}?", ask_back: "Which land does {o} rule?",
     say: "{o} rules {s}.", deny: "{o} does not rule {s}."}
  region:
    {subject: place, object: group, one_object: yes,
     ask: "To which region does {s} belong?", ask_back: "Which of these lands belongs to {o}?",
     say: "{s} belongs to {o}.", deny: "{s} does not belong to {o}."}
"""


class _Names:
    """New names, none of them twice."""

    def __init__(self, seed: int) -> None:
        self._rng = Random(seed)
        self._given: set[str] = set()

    def one(self, words: int = 1) -> str:
        while True:
            parts = (
                "".join(self._rng.choices(_SYLLABLES.split(), k=4)).title() for _ in range(words)
            )
            name = " ".join(parts)
            if name not in self._given:
                self._given.add(name)
                return name


def write_row_set(folder: Path, rows: int, *, seed: int = 1) -> Path:
    """Write ``questions/rows.yaml`` under the folder; return its path.

    Args:
        rows: about how many; a third of them for each relation.
    """
    names, rng, count = _Names(seed), Random(seed), rows // 3
    lines = [_HEAD, "\nplaces:\n"]
    lines += [f"  land{n}: {{name: {names.one()}, kind: land}}\n" for n in range(count)]
    lines += [f"  city{n}: {{name: {names.one()}, kind: city}}\n" for n in range(count)]
    lines += ["\npeople:\n"]
    lines += [f"  ruler{n}: {{name: {names.one(2)}, kind: ruler}}\n" for n in range(count)]
    lines += ["\ngroups:\n"]
    lines += [f"  region{n}: {{name: {names.one()}, kind: region}}\n" for n in range(_REGIONS)]
    lines += ["\nfacts:\n"]
    ends = {
        "capital": (f"city{n}" for n in range(count)),
        "ruler": (f"ruler{n}" for n in range(count)),
        "region": (f"region{rng.randrange(_REGIONS)}" for n in range(count)),
    }
    for relation, objects in ends.items():
        lines.append(f"  {relation}s:\n    cite: {{teacher: the lesson}}\n    {relation}:\n")
        lines += [f"      - [land{n}, {object_}]\n" for n, object_ in enumerate(objects)]
    path = folder / "questions" / "rows.yaml"
    path.parent.mkdir()
    path.write_text("".join(lines), "utf-8")
    return path
