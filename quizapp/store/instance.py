"""The instance folder: everything of an installation that is not code or a set file."""

import logging
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.errors import ConfigError
from quizapp.store.mounts import network_file_system

_LOG = logging.getLogger(__name__)

SECRET_BYTES: Final = 32
_OWNER_ONLY: Final = 0o600
_MOUNTS: Final = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class Instance:
    """The folder and what lies in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file; its log and index lie beside it."""
        return self.folder / "quizapp.db"

    @property
    def write_lock(self) -> Path:
        """Held by the one process that writes."""
        return self.folder / "write.lock"

    @property
    def server_lock(self) -> Path:
        """Held by the one server, as long as one of its processes lives."""
        return self.folder / "server.lock"

    @property
    def backups(self) -> Path:
        """The copies made before an upgrade."""
        return self.folder / "backups"

    @property
    def secret_key(self) -> Path:
        """``SECRET_BYTES`` random bytes."""
        return self.folder / "secret_key"

    def prepare(self) -> None:
        """Make the folders that are not there, for their owner only.

        Raises:
            ConfigError: they cannot be made.
        """
        try:
            for folder in (self.folder, self.backups):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(
                f"QUIZAPP_INSTANCE: the folder {folder} cannot be made: {error.strerror}."
            ) from error

    def require_one_host(self) -> None:
        """Make sure that the folder is on a disk of this machine, as far as Linux says.

        Raises:
            ConfigError: it is on a network file system.
        """
        try:
            mounts = _MOUNTS.read_text(errors="surrogateescape")
        except OSError:  # another system than Linux
            return
        if kind := network_file_system(mounts, self.folder.resolve()):
            raise ConfigError(
                f"QUIZAPP_INSTANCE: the folder {self.folder} is on a network file system ({kind}), "
                "where SQLite's write-ahead log damages the database: it needs a disk of this host."
            )

    def secret(self) -> bytes:
        """Return the secret of the installation, made at the first call.

        To be called under the write lock, so that no other process reads half of it.

        Raises:
            ConfigError: it cannot be made or read.
        """
        try:
            # A shorter one was left by a crash while it was made, and never used.
            if not self.secret_key.exists() or len(self.secret_key.read_bytes()) != SECRET_BYTES:
                self._make_secret()
            self._keep_to_the_owner()
            return self.secret_key.read_bytes()
        except OSError as error:
            raise ConfigError(f"{self.secret_key} cannot be used: {error.strerror}.") from error

    def _keep_to_the_owner(self) -> None:
        mode = stat.S_IMODE(self.secret_key.stat().st_mode)
        if mode & ~_OWNER_ONLY:
            self.secret_key.chmod(_OWNER_ONLY)
            _LOG.warning(
                "%s had the rights %o; now only its owner may read it.", self.secret_key, mode
            )

    def _make_secret(self) -> None:
        self.secret_key.unlink(missing_ok=True)
        descriptor = os.open(self.secret_key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
