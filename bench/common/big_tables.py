"""A large set of rows in tables, and the same set written out in YAML; the same for a seed."""

from pathlib import Path
from random import Random

_HEAD = """\
set: tables
title: A set of rows
sources: {teacher: {kind: teacher knowledge, label: the atlas}}
relations:
  lies_in: {ask: "In what does {s} lie?", ask_back: "What lies in {o}?", say: "{s} lies in {o}.",
    deny: "{s} does not lie in {o}.", subject: work, object: place, one_object: yes}
"""


def write_tables(folder: Path, rows: int, *, seed: int = 1) -> tuple[Path, Path]:
    """Write two sets that say the same, with a thing and a row for each; return their paths.

    The first has tables, the second is written out: a line for each thing and each row.
    """
    rng = Random(seed)
    places = [(f"place-{n}", f"Place Number {n}") for n in range(max(4, rows // 50))]
    works = [(f"work-{n}", f"Work Number {n}") for n in range(rows)]
    pairs = [(work, rng.choice(places)[0]) for work, _ in works]
    tables = {
        "places": "id,name\n" + "".join(f"{id_},{name}\n" for id_, name in places),
        "works": "id,name\n" + "".join(f"{id_},{name}\n" for id_, name in works),
        "rows": "subject,object\n" + "".join(f"{s},{o}\n" for s, o in pairs),
    }
    (folder / "t").mkdir(parents=True)
    for name, text in tables.items():
        (folder / "t" / f"{name}.csv").write_text(text, "utf-8")
    short = folder / "tables.yaml"
    short.write_text(
        _HEAD + "places: {rows: t/places.csv}\nworks: {rows: t/works.csv}\n"
        "facts:\n  all: {lies_in: {rows: t/rows.csv}, cite: {teacher: the atlas}}\n",
        "utf-8",
    )
    long = folder / "written.yaml"
    sections = (("places", places), ("works", works))
    entries = "".join(
        f"{section}:\n" + "".join(f"  {id_}: {{name: {name}}}\n" for id_, name in things)
        for section, things in sections
    )
    listed = "".join(f"      - [{s}, {o}]\n" for s, o in pairs)
    long.write_text(
        f"{_HEAD}{entries}facts:\n  all:\n    lies_in:\n{listed}    cite: {{teacher: the atlas}}\n",
        "utf-8",
    )
    return short, long
