"""A random set of facts on disk, with the hidden world that it tells of."""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.oracle.hidden import Hidden
from tests.oracle.revealing import Telling
from tests.oracle.sampling import draw_hidden, draw_size
from tests.oracle.telling import tell


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """A dumper that repeats a list rather than write an alias for it."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that nothing is ever an alias."""
        return True


@dataclass(frozen=True, slots=True)
class RandomSet:
    """A file, what it says, and how things really are."""

    seed: int
    path: Path
    hidden: Hidden

    def __str__(self) -> str:
        sources = sorted((self.path.parent.parent / "seeds").glob("*.md"))
        texts = (f"# {path.name}\n{path.read_text(encoding='utf-8')}" for path in sources)
        return "\n".join((f"# seed {self.seed}", self.path.read_text(encoding="utf-8"), *texts))


def dumped(tree: Any) -> str:
    """Return a tree as the text of a set file."""
    text: str = yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)
    return text


def write_random_set(seed: int, folder: Path, **more: Any) -> RandomSet:
    """Write the random set of a seed under ``folder``, over the one before it.

    Args:
        more: sizes that are not drawn (fields of ``Size``).
    """
    rng = Random(seed)
    size = replace(draw_size(rng), **more)
    hidden = draw_hidden(rng, size)
    telling = Telling(rng, hidden, size)
    tell(telling, size.statements)
    for name in ("questions", "seeds"):
        (folder / name).mkdir(exist_ok=True)
    for name, paragraphs in telling.texts.items():
        lines = [f"[p{number}] {text}" for number, text in enumerate(paragraphs, start=1)]
        head = f"---\ntitle: A random {name}\npublished: {telling.published[name]}\n---\n\n"
        source = folder / "seeds" / f"{name}.md"
        source.write_text(head + "\n\n".join(lines) + "\n", encoding="utf-8")
    path = folder / "questions" / "random.yaml"
    path.write_text(dumped(telling.tree), encoding="utf-8")
    return RandomSet(seed, path, hidden)
