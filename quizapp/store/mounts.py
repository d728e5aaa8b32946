"""Which file system a folder lies on, by Linux's mounts, and whether a database may lie there."""

import re
from pathlib import PurePath
from typing import Final

#: Over these, hosts see different moments of a file: the log's index must be shared memory, and a
#: lock must hold, so SQLite would damage the file sooner or later.
_OF_SEVERAL_HOSTS: Final = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "fuse.sshfs",
        "lustre",
        "gpfs",
        "ceph",
        "fuse.glusterfs",
    }
)


def network_file_system(mounts: str, folder: PurePath) -> str:
    """Return the type of the network file system that a folder lies on; else the empty text.

    Args:
        mounts: the content of ``/proc/mounts``.
        folder: absolute, without symbolic links.
    """
    below, kind = -1, ""
    for line in mounts.splitlines():
        place, type_ = _place(line), line.split()[2]
        # Of two mounts in one place the later one hides the other.
        if folder.is_relative_to(place) and len(place.parts) >= below:
            below, kind = len(place.parts), type_
    return kind if kind in _OF_SEVERAL_HOSTS else ""


def _place(line: str) -> PurePath:
    """Return where something is mounted; what would break the line is written in octal."""
    return PurePath(re.sub(r"\\([0-7]{3})", lambda one: chr(int(one[1], 8)), line.split()[1]))
