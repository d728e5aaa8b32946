"""Settings: the environment read once into one frozen value. What they do stands where they act.

Each setting is a variable ``QUIZAPP_X``, or ``QUIZAPP_X_FILE`` with the name of a file that holds
the value: secrets need not stand in an environment that other programs may print.
"""

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from quizapp import paths
from quizapp.errors import ConfigError

PREFIX: Final = "QUIZAPP_"
_FILE: Final = "_FILE"


@dataclass(frozen=True, slots=True)
class Config:
    """One installation.

    Attributes:
        instance: the folder of all its data.
        host, port: where it serves.
        questions: the folder of its set files.
        trusted_proxies: how many proxies in front of it set ``X-Forwarded-*``.
        workers: processes that serve.
        database: where PostgreSQL keeps the data, password and all; empty for an SQLite file in
            the instance folder.
    """

    instance: Path
    host: str
    port: int
    questions: Path
    trusted_proxies: int
    workers: int
    database: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment.

    Attributes:
        field: of ``Config``; the variable is ``QUIZAPP_`` and this in capitals.
        default: as one would write it.
        meaning: for the list of settings.
        read: its text to its value; raises ValueError saying what is wanted.
        show: its value as it may be printed: without what nobody else may know.
    """

    field: str
    default: str
    meaning: str
    read: Callable[[str], object]
    show: Callable[[object], str] = str

    @property
    def name(self) -> str:
        """The variable's name."""
        return PREFIX + self.field.upper()

    @property
    def file_name(self) -> str:
        """The name of the variable that names a file with the value."""
        return self.name + _FILE


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting as it is in force.

    Attributes:
        value: as it may be printed.
        origin: the variable that gave it; empty for the default.
    """

    setting: Setting
    value: str
    origin: str


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def _folder(text: str) -> Path:
    return Path(_text(text)).expanduser().absolute()


def _existing_folder(text: str) -> Path:
    folder = _folder(text)
    if not folder.is_dir():
        raise ValueError(f"must be a folder, and there is none at {folder}")
    return folder


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}, not “{text}”")
        return int(text)

    return read


_DATABASE: Final = "postgresql://user:password@host/name"


def _database(text: str) -> str:
    # What was given is not repeated: a password may stand in it, however wrong the rest is.
    try:
        parts = urlsplit(text.strip())
        is_whole = parts.scheme == "postgresql" and len(parts.path) > 1 and parts.port != 0
    except ValueError:
        is_whole = False
    if text.strip() and not is_whole:
        raise ValueError(f"must be {_DATABASE}, or empty for a file in the instance folder")
    return text.strip()


def _masked(url: object) -> str:
    """Return the address of a database without the password, wherever it may stand."""
    parts = urlsplit(str(url))
    user, at, place = parts.netloc.rpartition("@")
    name, colon, _ = user.partition(":")
    return parts._replace(
        netloc=name + (colon and ":***") + at + place, query="", fragment=""
    ).geturl()


#: Every setting there is.
SETTINGS: Final = (
    Setting("instance", "./instance", "the folder of all data: database, secret, copies", _folder),
    Setting("host", "127.0.0.1", "the address to serve on", _text),
    Setting("port", "8000", "the port to serve on", _number(1, 65_535)),
    Setting("questions", str(paths.QUESTIONS), "the folder of the set files", _existing_folder),
    Setting("trusted_proxies", "0", "how many proxies in front are ours", _number(0, 9)),
    Setting("workers", "2", "how many processes serve", _number(1, 64)),
    Setting("database", "", f"{_DATABASE}, or empty for an SQLite file", _database, _masked),
)


def read_config(environ: Mapping[str, str] = os.environ) -> Config:
    """Return the settings, each from its variable, from the file it names, or by default.

    Raises:
        ConfigError: names every unknown variable and every value that cannot be used, one a line.
    """
    values = {setting.field: value for setting, value, _ in _read(environ)}
    return Config(**values)  # type: ignore[arg-type]  # SETTINGS has a reader for every field


def settings_in_force(environ: Mapping[str, str] = os.environ) -> tuple[InForce, ...]:
    """Return every setting with its value and where that comes from.

    Raises:
        ConfigError: as ``read_config``.
    """
    return tuple(
        InForce(setting, setting.show(value), origin) for setting, value, origin in _read(environ)
    )


def _read(environ: Mapping[str, str]) -> list[tuple[Setting, object, str]]:
    faults = [_unknown(name) for name in sorted(environ) if _is_unknown(name)]
    found: list[tuple[Setting, object, str]] = []
    for setting in SETTINGS:
        origin = ""
        try:
            text, origin = _given(setting, environ)
            found.append((setting, setting.read(text), origin))
        except ValueError as error:
            faults.append(f"{origin or setting.name} {error}.")
    if faults:
        raise ConfigError("\n".join(faults))
    return found


def _given(setting: Setting, environ: Mapping[str, str]) -> tuple[str, str]:
    """Return the text of a setting and the variable that gave it."""
    if setting.file_name not in environ:
        given = setting.name in environ
        return (environ[setting.name], setting.name) if given else (setting.default, "")
    if setting.name in environ:
        raise ValueError(f"is set, and so is {setting.file_name}: unset one of them")
    path = environ[setting.file_name]
    try:
        return Path(path).expanduser().read_text("utf-8").rstrip("\r\n"), setting.file_name
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ValueError(f"cannot be read from the file {path}: {reason}") from error


def _is_unknown(name: str) -> bool:
    return name.startswith(PREFIX) and name.removesuffix(_FILE) not in _names()


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, _names(), n=1)
    advice = f"did you mean {near[0]}?" if near else f"the settings are {', '.join(_names())}."
    return f"{name} is not a setting: {advice}"


def _names() -> list[str]:
    return [setting.name for setting in SETTINGS]
