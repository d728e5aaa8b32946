"""A database on the file system of another host is refused: the write-ahead log needs one host."""

from pathlib import PurePath

import pytest

from quizapp.store.mounts import network_file_system

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
host:/export /mnt/home nfs4 rw,vers=4.2 0 0
//host/share /mnt/share cifs rw 0 0
host:/x /mnt/remote fuse.sshfs rw 0 0
drive /mnt/c 9p rw 0 0
tank@tcp:/l /mnt/lustre lustre rw 0 0
fs1 /mnt/gpfs gpfs rw 0 0
/dev/vdb /mnt/home/local ext4 rw 0 0
host:/y /mnt/two\\040words nfs rw 0 0
host:/z /mnt/caf\u00e9 nfs rw 0 0
host:/old /mnt/changed nfs rw 0 0
/dev/vdc /mnt/changed xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/quizapp", ""),
        ("/mnt/home/quiz/instance", "nfs4"),
        ("/mnt/home", "nfs4"),
        ("/mnt/homework/instance", ""),
        ("/mnt/share/instance", "cifs"),
        ("/mnt/remote/instance", "fuse.sshfs"),
        ("/mnt/c/quiz", "9p"),
        ("/mnt/lustre/quiz", "lustre"),
        ("/mnt/gpfs/quiz", "gpfs"),
        ("/mnt/home/local/instance", ""),
        ("/mnt/two words/instance", "nfs"),
        ("/mnt/caf\u00e9/instance", "nfs"),
        ("/mnt/changed/instance", ""),
    ],
)
def test_the_nearest_mount_decides(folder, kind):
    assert network_file_system(MOUNTS, PurePath(folder)) == kind


def test_without_mounts_nothing_is_refused():
    assert network_file_system("", PurePath("/var/lib/quizapp")) == ""
