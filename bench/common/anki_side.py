"""Anki's backend beside ours: a process of the Python that has it, told what to do step by step."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from bench.common.goals import Cost

#: Names the Python that has the package.
PYTHON: Final = "ANKI_PYTHON"
_PEER: Final = Path(__file__).with_name("anki_peer.py")
MISSING: Final = f"""\
-- Anki is not measured: no Python with its package was named. Anki is under the AGPL and is no part
-- of quizapp; give it an environment of its own, outside the project, and name its Python:
--     python3 -m venv /tmp/anki && /tmp/anki/bin/pip install --require-hashes \\
--         -r requirements-anki.txt
--     {PYTHON}=/tmp/anki/bin/python"""


def anki_python() -> str | None:
    """Return the Python that has Anki's package; None where none was named."""
    return os.environ.get(PYTHON)


class AnkiSide:
    """A collection in a process of its own.

    Attributes:
        counts: how many cards and reviews it has, and how many are due.
    """

    def __init__(self, sent: IO[str], said: IO[str]) -> None:
        self._sent, self._said = sent, said
        self.counts: Mapping[str, int] = json.loads(said.readline())

    def do(self, command: str) -> Cost:
        """Let it do one thing and return what that cost."""
        self._sent.write(f"{command}\n")
        self._sent.flush()
        return Cost(**json.loads(self._said.readline()))


@contextmanager
def anki_side(
    python: str, folder: Path, *, cards: int, known: float, due: float
) -> Iterator[AnkiSide]:
    """Anki with a deck of so many cards; a share of them known, and of these a share due."""
    command = [python, str(_PEER), str(folder / "p4.anki2"), str(cards), str(known), str(due)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield AnkiSide(process.stdin, process.stdout)
        process.stdin.close()
