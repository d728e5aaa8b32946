"""The instance folder belongs to its owner alone, and so does its secret."""

import stat

import pytest

from quizapp.errors import ConfigError, DatabaseRefused, StoreUnavailable
from quizapp.services.run import open_store
from quizapp.store import instance as instance_module
from quizapp.store.instance import Instance
from quizapp.store.learners import add_guest
from tests import make
from tests.conftest import only


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@only("sqlite")
def test_the_folders_are_the_owners_alone(store, tmp_path):
    instance = Instance(tmp_path / "instance")

    assert [mode(one) for one in (instance.folder, instance.backups)] == [0o700, 0o700]


def test_the_database_is_the_owners_alone_in_whatever_folder(tmp_path, now):
    folder = tmp_path / "instance"
    folder.mkdir(mode=0o755)
    store = open_store(make.config(tmp_path), now=now)
    store.write(lambda session: add_guest(session, now=now))

    modes = {path.name: mode(path) for path in folder.glob("quizapp.db*")}

    assert modes == dict.fromkeys(("quizapp.db", "quizapp.db-wal", "quizapp.db-shm"), 0o600)
    store.close()


@only("sqlite")
def test_everything_lies_in_the_one_folder(store, tmp_path, now):
    assert [path.name for path in tmp_path.iterdir()] == ["instance"]


def test_the_secret_is_the_owners_alone_and_stays(store, config, tmp_path, now):
    instance = Instance(tmp_path / "instance")

    assert mode(instance.secret_key) == 0o600
    assert len(store.secret) == 32
    again = open_store(config, now=now)
    assert again.secret == store.secret
    again.close()


@only("sqlite")
def test_two_installations_have_different_secrets(store, tmp_path, now):
    other = open_store(make.config(tmp_path / "other"), now=now)

    assert other.secret != store.secret
    other.close()


def test_a_secret_that_a_crash_cut_short_is_made_anew(tmp_path):
    instance = Instance(tmp_path / "instance")
    instance.prepare()
    instance.secret_key.write_bytes(b"half")

    assert len(instance.secret()) == 32


@only("sqlite")
def test_a_secret_that_others_could_read_is_kept_to_its_owner_and_that_is_said(
    store, tmp_path, now, caplog
):
    instance = Instance(tmp_path / "instance")
    instance.secret_key.chmod(0o644)

    again = open_store(make.config(tmp_path), now=now)

    assert mode(instance.secret_key) == 0o600
    assert again.secret == store.secret
    assert "secret_key had the rights 644" in caplog.text
    again.close()


def test_a_folder_on_the_disk_of_another_host_is_refused(tmp_path, now, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nhost:/export {tmp_path.resolve()} nfs4 rw 0 0\n")
    monkeypatch.setattr(instance_module, "_MOUNTS", mounts)

    with pytest.raises(ConfigError, match=r"network file system \(nfs4\)"):
        open_store(make.config(tmp_path), now=now)

    assert not (tmp_path / "instance").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path, now):
    (tmp_path / "instance").write_text("a file is in the way")

    with pytest.raises(ConfigError, match="QUIZAPP_INSTANCE"):
        open_store(make.config(tmp_path), now=now)


def test_a_database_that_cannot_be_opened_is_named(tmp_path, now):
    instance = Instance(tmp_path / "instance")
    instance.prepare()
    instance.database.mkdir()

    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        open_store(make.config(tmp_path), now=now)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda whole: b"just words " * 2000, "file is not a database"),
        (lambda whole: whole[:4096] + bytes(len(whole) - 4096), "malformed"),
        (lambda whole: whole[:6000], "malformed"),
    ],
)
def test_of_a_damaged_database_one_reads_what_to_do(tmp_path, now, damage, said):
    open_store(make.config(tmp_path), now=now).close()
    database = Instance(tmp_path / "instance").database
    database.write_bytes(damage(database.read_bytes()))

    with pytest.raises(DatabaseRefused) as refused:
        open_store(make.config(tmp_path), now=now)

    (line,) = str(refused.value).splitlines()
    assert f"{database} is damaged" in line
    assert said in line
    assert "put a copy in its place" in line


def test_of_the_folders_the_one_that_cannot_be_made_is_named(tmp_path, now):
    instance = Instance(tmp_path / "instance")
    instance.folder.mkdir()
    instance.backups.touch()

    with pytest.raises(ConfigError, match="instance/backups cannot be made"):
        open_store(make.config(tmp_path), now=now)
