"""Exam profiles, read from their files: those that ship and a teacher's own.

A profile with faults is not offered; all its faults are told at once, each with its place.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from quizapp import paths
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.tree import Tree, plain_yaml
from quizapp.core.profiles.labels import sign
from quizapp.core.profiles.marks import Marks
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.errors import Fault, FormatError
from quizapp.library.files import read_text, set_files
from quizapp.library.profile_schema import CodesEntry, CountsEntry, MarksEntry, ProfileEntry

#: By id, the classroom's first, the others by name.
Profiles = Mapping[str, Profile]

_SHIPPED = "quizapp"


def own_profiles(questions: Path) -> Path:
    """Return the folder of a teacher's own profiles, beside a folder of questions."""
    return questions.resolve().parent / "profiles"


def load_profiles(own: Path | None = None) -> Profiles:
    """Return the profiles that ship and those of a folder, which need not exist.

    Raises:
        FormatError: with every fault of the folder's files.
    """
    found, faults = read_profiles(own)
    if faults:
        raise FormatError(faults)
    return found


def read_profiles(own: Path | None) -> tuple[Profiles, tuple[Fault, ...]]:
    """Return the sound profiles, and what is wrong with the others of the folder."""
    shipped = _shipped()
    if own is None:
        return shipped, ()
    taken = dict.fromkeys(shipped, _SHIPPED)
    mine, faults = _read(set_files(own), taken)
    return _sorted([*shipped.values(), *mine]), faults


@cache
def _shipped() -> Profiles:
    found, faults = _read(set_files(paths.PROFILES), {})
    if faults:
        raise FormatError(faults)
    return _sorted(found)


def _sorted(profiles: Iterable[Profile]) -> Profiles:
    ordered = sorted(profiles, key=lambda one: (one.id != CLASSROOM.id, one.name.casefold()))
    return {profile.id: profile for profile in ordered}


def _read(files: Iterable[Path], taken: dict[str, str]) -> tuple[list[Profile], tuple[Fault, ...]]:
    """Return the sound profiles of files, and the faults.

    Args:
        taken: ids that are in use, each with what uses it; those found are added.
    """
    found: list[Profile] = []
    faults: list[Fault] = []
    for path in files:
        desk = Desk(str(path), plain_yaml(read_text(path, str(path)) or ""))
        for place, reason in desk.plain.faults:
            desk.fault_at(place, reason)
        entry = None if desk.faults else _entry(desk, desk.plain.data)
        if entry is not None:
            _check(desk, entry, taken)
        if entry is not None and not desk.faults:
            taken[entry.profile] = path.name
            found.append(_profile(entry))
        faults += desk.faults
    return found, tuple(faults)


def _entry(desk: Desk, data: Tree | None) -> ProfileEntry | None:
    if not isinstance(data, dict):
        desk.fault((), "a profile is a mapping: {profile: an-id, name: …, options: 4}")
        return None
    return desk.read(ProfileEntry, data, "a profile", ())


def _check(desk: Desk, entry: ProfileEntry, taken: Mapping[str, str]) -> None:
    """Note what no field shows on its own."""
    owner = taken.get(entry.profile)
    if owner is not None:
        whose = "a profile that comes with quizapp" if owner == _SHIPPED else owner
        reason = f'the id "{entry.profile}" is taken by {whose}: choose another'
        desk.fault(("profile",), reason)
    for one, other in (("rows", "targets"), ("lettering", "numerals")):
        if sign(getattr(entry, one)) == sign(getattr(entry, other)):
            reason = f"{one} and {other} count by the same sign: a code could mean either"
            desk.fault((other,) if desk.plain.has((other,)) else (one,), reason)
    if entry.marks is not None:
        _check_marks(desk, entry.marks)


def _check_marks(desk: Desk, marks: MarksEntry) -> None:
    is_sound = marks.right > 0 >= marks.wrong
    if marks.right <= 0:
        desk.fault(("marks", "right"), "a right answer earns more than 0")
    if marks.wrong > 0:
        desk.fault(("marks", "wrong"), "a wrong answer earns nothing, or loses: write 0 or -…")
    if is_sound and not marks.wrong <= marks.blank <= marks.right:
        reason = "no answer earns no less than a wrong one and no more than the right one"
        desk.fault(("marks", "blank"), reason)


def _profile(entry: ProfileEntry) -> Profile:
    counts = CLASSROOM.counts if entry.counts is None else _counts(entry.counts)
    return Profile(
        id=entry.profile,
        name=entry.name,
        options=entry.options,
        lettering=entry.lettering,
        numerals=entry.numerals,
        rows=entry.rows,
        targets=entry.targets,
        kinds=None if entry.kinds is None else frozenset(entry.kinds),
        formats=None if entry.formats is None else frozenset(entry.formats),
        codes=CLASSROOM.codes if entry.codes is None else _codes(entry.codes),
        counts=counts,
        pairs=counts if entry.pairs is None else _counts(entry.pairs),
        marks=CLASSROOM.marks if entry.marks is None else _marks(entry.marks),
        lints_off=dict(entry.lints_off),
    )


def _codes(entry: CodesEntry) -> Mapping[int, tuple[str, ...]]:
    """Return the truths that the codes stand for, by the number of statements."""
    return {
        number: tuple(
            "".join("t" if place in code else "f" for place in range(1, number + 1))
            for code in codes
        )
        for number, codes in ((2, entry.two), (3, entry.three), (4, entry.four))
        if codes is not None
    }


def _counts(entry: CountsEntry) -> Mapping[int, tuple[int, ...]]:
    offered = {3: entry.three, 4: entry.four}
    return {number: counts for number, counts in offered.items() if counts is not None}


def _marks(entry: MarksEntry) -> Marks:
    return Marks(entry.right, entry.wrong, entry.blank, entry.multi_marked)
