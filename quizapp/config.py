"""Settings: the environment read once into one frozen value. What they do stands where they act."""

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp import paths
from quizapp.errors import ConfigError

PREFIX: Final = "QUIZAPP_"


@dataclass(frozen=True, slots=True)
class Config:
    """One installation.

    Attributes:
        instance: the folder of all its data.
        host, port: where it serves.
        questions: the folder of its set files.
        trusted_proxies: how many proxies in front of it set ``X-Forwarded-*``.
        workers: processes that serve.
    """

    instance: Path
    host: str
    port: int
    questions: Path
    trusted_proxies: int
    workers: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment.

    Attributes:
        field: of ``Config``; the variable is ``QUIZAPP_`` and this in capitals.
        default: as one would write it.
        meaning: for the list of settings.
        read: its text to its value; raises ValueError saying what is wanted.
    """

    field: str
    default: str
    meaning: str
    read: Callable[[str], object]

    @property
    def name(self) -> str:
        """The variable's name."""
        return PREFIX + self.field.upper()


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


#: Every setting there is.
SETTINGS: Final = (
    Setting("instance", "./instance", "the folder of all data: database, secret, copies", _folder),
    Setting("host", "127.0.0.1", "the address to serve on", _text),
    Setting("port", "8000", "the port to serve on", _number(1, 65_535)),
    Setting("questions", str(paths.QUESTIONS), "the folder of the set files", _existing_folder),
    Setting("trusted_proxies", "0", "how many proxies in front are ours", _number(0, 9)),
    Setting("workers", "2", "how many processes serve", _number(1, 64)),
)


def read_config(environ: Mapping[str, str] = os.environ) -> Config:
    """Return the settings, each from its variable or by default.

    Raises:
        ConfigError: names every unknown variable and every value that cannot be used, one a line.
    """
    faults = [_unknown(name) for name in sorted(environ) if _is_unknown(name)]
    values: dict[str, object] = {}
    for setting in SETTINGS:
        try:
            values[setting.field] = setting.read(environ.get(setting.name, setting.default))
        except ValueError as error:
            faults.append(f"{setting.name} {error}.")
    if faults:
        raise ConfigError("\n".join(faults))
    return Config(**values)  # type: ignore[arg-type]  # SETTINGS has a reader for every field


def _is_unknown(name: str) -> bool:
    return name.startswith(PREFIX) and name not in {setting.name for setting in SETTINGS}


def _unknown(name: str) -> str:
    known = [setting.name for setting in SETTINGS]
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]}?" if near else f"the settings are {', '.join(known)}."
    return f"{name} is not a setting: {advice}"
