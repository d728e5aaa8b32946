"""P9 with tables: 10,000 things and 10,000 rows from CSV, beside PyYAML's C loader on the same set.

The other side only makes lists and dictionaries of the set written out. The second figure is the
same set read by us from that YAML; the last tells whether twice the rows take twice the time.
"""

import tempfile
from pathlib import Path

import yaml

from bench.common.big_tables import write_tables
from bench.common.goals import Goal, say, say_machine
from bench.common.sides import best_cpu
from quizapp.library.files import load_set

_ROWS = 10_000
_TABLE = Goal("P9", "10k things and rows from CSV / yaml.load(CSafeLoader), CPU", 0.5)
_LINEAR = Goal("P9", "20k from CSV / 10k from CSV, CPU", 2.5)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = write_tables(Path(folder) / "once", _ROWS)
        twice, _ = write_tables(Path(folder) / "twice", 2 * _ROWS)
        text = long.read_text("utf-8")
        assert len(load_set(short).atoms) == len(load_set(long).atoms) == _ROWS
        sides = {
            "yaml": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "tables": lambda: load_set(short),
            "written": lambda: load_set(long),
            "twice": lambda: load_set(twice),
        }
        best = best_cpu(sides, calls=1, rounds=5)
        say(
            _TABLE,
            best["tables"] / best["yaml"],
            f"{best['tables']:.2f} s / {best['yaml']:.2f} s; written out {best['written']:.2f} s",
        )
        say(_LINEAR, best["twice"] / best["tables"], f"{best['twice']:.2f} s")
    say_machine()


if __name__ == "__main__":
    main()
