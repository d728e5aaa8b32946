"""P9: reading a set of 10,000 facts in full, beside PyYAML's C loader on the same text alone.

Ours goes from the file to the bank: places of every part, the schema, ids, citations found in the
source, clashes. The other side only makes lists and dictionaries. The second figure is the library
asked again when nothing has changed.
"""

import tempfile
from pathlib import Path

import yaml

from bench.common.big_set import write_big_set
from bench.common.goals import Goal, say, say_machine
from bench.common.sides import best_cpu
from quizapp import paths
from quizapp.library.files import load_set
from quizapp.library.loader import Library

_FACTS = 10_000
_READ = Goal("P9", "10k facts, fully checked / yaml.load(CSafeLoader), CPU", 0.5)
_AGAIN = Goal("P9", "the unchanged set again / yaml.load(CSafeLoader), CPU", 0.03)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_big_set(Path(folder), _FACTS)
        text = path.read_text("utf-8")
        bank = load_set(path)
        assert len(bank.facts) == _FACTS
        library = Library(path.parent, paths.WORDING / "en")
        assert library.faults() == ()
        sides = {
            "yaml": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "read": lambda: load_set(path),
            "again": library.shelves,
        }
        best = best_cpu(sides, calls=1, rounds=5)
        size = f"{text.count(chr(10)) / _FACTS:.1f} lines a fact, {len(text) / 1e6:.2f} MB"
        say(
            _READ,
            best["read"] / best["yaml"],
            f"{best['read']:.2f} s / {best['yaml']:.2f} s; {size}, {len(bank.atoms)} claims",
        )
        say(_AGAIN, best["again"] / best["yaml"], f"{best['again'] * 1e3:.2f} ms")
    say_machine()


if __name__ == "__main__":
    main()
