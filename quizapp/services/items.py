"""The items that a set yields and the slots that kinds refuse. Needs no database."""

from collections.abc import Iterator
from pathlib import Path

from quizapp import paths
from quizapp.core.items.context import Context
from quizapp.core.items.generate import offers
from quizapp.core.items.item import Item
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.refusal import Refusal
from quizapp.errors import NotFound
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording

KIND_NAMES = tuple(kind.name for kind in KINDS)


def offers_of(named: str, *, kind: str | None = None, seed: int = 0) -> Iterator[Item | Refusal]:
    """Yield the items of a set, and what its kinds refuse.

    Args:
        named: the id of a bundled set, or the path of a set file.
        kind: only this one, a name of the register.
        seed: which of the possible options are drawn, and their order.

    Raises:
        NotFound: there is no such set.
        FormatError: its file has faults.
    """
    context = Context(load_set(file_of(named)), load_wording())
    return offers(context, seed=seed, kinds=_kinds(kind))


def _kinds(name: str | None) -> tuple[ItemKind, ...]:
    return tuple(kind for kind in KINDS if name in (None, kind.name))


def file_of(named: str) -> Path:
    """Return the file of a bundled set, given by id, or of a path; NotFound where there is none."""
    path = Path(named)
    if path.suffix != ".yaml":
        path = paths.QUESTIONS / f"{path.name}.yaml"
    if not path.is_file():
        raise NotFound(f"there is no set {named}: give the id of a bundled set, or a file")
    return path
