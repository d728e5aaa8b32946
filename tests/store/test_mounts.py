"""A database on the file system of another host is refused: the write-ahead log needs one host."""

from pathlib import PurePath

import pytest

from quizapp.store.mounts import network_file_system

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
host:/export /media/home nfs4 rw,vers=4.2 0 0
//host/share /media/share cifs rw 0 0
host:/x /media/remote fuse.sshfs rw 0 0
drive /media/c 9p rw 0 0
tank@tcp:/l /media/lustre lustre rw 0 0
fs1 /media/gpfs gpfs rw 0 0
/dev/vdb /media/home/local ext4 rw 0 0
host:/y /media/two\\040words nfs rw 0 0
host:/z /media/caf\u00e9 nfs rw 0 0
host:/old /media/changed nfs rw 0 0
/dev/vdc /media/changed xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/quizapp", ""),
        ("/media/home/quiz/instance", "nfs4"),
        ("/media/home", "nfs4"),
        ("/media/homework/instance", ""),
        ("/media/share/instance", "cifs"),
        ("/media/remote/instance", "fuse.sshfs"),
        ("/media/c/quiz", "9p"),
        ("/media/lustre/quiz", "lustre"),
        ("/media/gpfs/quiz", "gpfs"),
        ("/media/home/local/instance", ""),
        ("/media/two words/instance", "nfs"),
        ("/media/caf\u00e9/instance", "nfs"),
        ("/media/changed/instance", ""),
    ],
)
def test_the_nearest_mount_decides(folder, kind):
    assert network_file_system(MOUNTS, PurePath(folder)) == kind


def test_without_mounts_nothing_is_refused():
    assert network_file_system("", PurePath("/var/lib/quizapp")) == ""
