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
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.errors import NotFound
from quizapp.library.files import load_set
from quizapp.library.profiles import load_profiles, own_profiles
from quizapp.library.wording import load_wording

KIND_NAMES = tuple(kind.name for kind in KINDS)


def offers_of(
    named: str, *, kind: str | None = None, seed: int = 0, profile: str = CLASSROOM.id
) -> Iterator[Item | Refusal]:
    """Yield the items of a set, and what its kinds refuse.

    Args:
        named: the id of a bundled set, or the path of a set file.
        kind: only this one, a name of the register.
        seed: which of the possible options are drawn, and their order.
        profile: the id of the exam that they are for: of one that ships, or of the teacher's own
            beside the folder of the set.

    Raises:
        NotFound: there is no such set, or no such profile.
        FormatError: its file has faults, or one of the profiles.
    """
    file = file_of(named)
    context = Context(load_set(file), load_wording(), profile=profile_of(file, profile))
    return offers(context, seed=seed, kinds=_kinds(kind))


def profile_of(file: Path, id_: str) -> Profile:
    """Return a profile that ships, or a teacher's own beside the folder of a set file.

    Raises:
        NotFound: there is none with that id.
        FormatError: one of the teacher's has faults.
    """
    profiles = load_profiles(own_profiles(file.parent))
    if id_ not in profiles:
        raise NotFound(f'there is no profile "{id_}"; there are: {", ".join(profiles)}')
    return profiles[id_]


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
