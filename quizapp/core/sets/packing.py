"""A set as a zip, as it would lie on a disk: ``questions/<id>.yaml``, ``seeds/`` and tables."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from quizapp.core.sets.texts import LARGEST_SET, MOST_FILES, TABLES, SetTexts, cleaned, placed
from quizapp.errors import Fault, FormatError

#: The same set gives the same zip, whenever it is packed; no earlier day can stand in one.
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_YAML: Final = (".yaml", ".yml")
#: What archivers of some machines add.
_DEBRIS: Final = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def packed(set_id: str, texts: SetTexts) -> bytes:
    """Return a set as a zip; the same set gives the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in ((f"{TABLES}/{set_id}.yaml", texts.yaml), *sorted(texts.files.items())):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return whole.getvalue()


def unpacked(name: str, content: bytes) -> SetTexts:
    """Return the set that somebody hands in: a zip, or the YAML alone.

    Args:
        name: of the file that was handed in.

    Raises:
        FormatError: with everything that is wrong with it.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        if not name.lower().endswith(_YAML):
            raise FormatError([Fault(name, 0, 0, "give a zip, or the YAML file of a set")])
        return SetTexts(_decoded(name, content))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(name, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        reason = "the zip is damaged, locked or of a sort that is not known here: pack it again"
        raise FormatError([Fault(name, 0, 0, reason)]) from error


def _read(name: str, archive: zipfile.ZipFile) -> SetTexts:
    entries = [one for one in archive.infolist() if not one.is_dir() and not _is_debris(one)]
    if len(entries) > MOST_FILES + 1:
        raise FormatError([Fault(name, 0, 0, f"more than {MOST_FILES} files: that is no set")])
    # As it says itself, and no more than that is read: what is packed may be a thousand times as
    # large as the zip.
    if sum(one.file_size for one in entries) > LARGEST_SET:
        reason = f"unpacked it is more than {LARGEST_SET // 1_000_000} MB: shorten it"
        raise FormatError([Fault(name, 0, 0, reason)])
    faults: list[Fault] = []
    found: dict[str, str] = {}
    for entry, inside in zip(entries, _without_wrap(entries), strict=True):
        try:
            with archive.open(entry) as opened:
                found[inside] = _decoded(inside, opened.read(entry.file_size))
        except FormatError as error:
            faults += error.faults
    sets = [one for one in found if one.lower().endswith(_YAML)]
    if not faults and len(sets) != 1:
        several = f"there are {len(sets)} YAML files: pack one set at a time"
        faults.append(Fault(name, 0, 0, several if sets else "there is no YAML file in it"))
    if faults:
        raise FormatError(faults)
    (own,) = sets
    home = PurePosixPath(own).parent
    return SetTexts(found.pop(own), {_place(one, home): text for one, text in found.items()})


def _place(name: str, home: PurePosixPath) -> str:
    """Return where a file stands; a table is named from where the YAML is."""
    path = PurePosixPath(name)
    if str(home) not in (".", TABLES) and path.is_relative_to(home):
        return f"{TABLES}/{path.relative_to(home)}"
    return placed(name)


def _without_wrap(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Yield the names of the entries, without the one folder that all of them lie in."""
    paths = [PurePosixPath(one.filename.replace("\\", "/")) for one in entries]
    tops = {path.parts[0] for path in paths}
    is_wrapped = len(tops) == 1 and tops.isdisjoint({"seeds", TABLES})
    is_wrapped = is_wrapped and all(len(path.parts) > 1 for path in paths)
    for path in paths:
        yield str(PurePosixPath(*path.parts[1:])) if is_wrapped else str(path)


def _is_debris(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.startswith(_DEBRIS[0]) or entry.filename.endswith(_DEBRIS[1:])


def _decoded(name: str, content: bytes) -> str:
    try:
        return cleaned(content.decode())
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        reason = "this is not UTF-8: save it as UTF-8"
        raise FormatError([Fault(name, line, 1, reason)]) from error
