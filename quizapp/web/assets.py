"""Static files: stylesheets joined into one, every file named by its content and compressed.

A name changes with its content, so browsers may keep a file for ever. Read once, at the start;
``static`` sends them.
"""

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: The stylesheets in the order of their layers; joined they are ``quizapp.css``.
STYLESHEETS: Final = ("tokens.css", "base.css", "ui.css", "pages.css")
#: Those joined for pages where sets are written: learners need not load what only authors see.
FOR_AUTHORS: Final = (*STYLESHEETS, "sets.css")

_TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    name: str
    mimetype: str
    body: bytes
    packed: bytes


class Assets:
    """Every static file, found by its hashed name.

    Attributes:
        urls: the address of each, by its plain name, as pages name it.
    """

    def __init__(self, folder: Path) -> None:
        named = {plain: _asset(plain, body) for plain, body in _files(folder)}
        self._by_name: Mapping[str, Asset] = {asset.name: asset for asset in named.values()}
        self.urls: Mapping[str, str] = {
            plain: f"/static/{asset.name}" for plain, asset in named.items()
        }

    def find(self, name: str) -> Asset | None:
        """Return the file of a hashed name, or None."""
        return self._by_name.get(name)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for plain, sheets in (("quizapp.css", STYLESHEETS), ("authors.css", FOR_AUTHORS)):
        yield plain, b"\n".join((folder / "css" / name).read_bytes() for name in sheets)
    for path in sorted([*folder.glob("js/*.js"), *folder.glob("*.svg")]):
        yield path.name, path.read_bytes()


def _asset(plain: str, body: bytes) -> Asset:
    path = Path(plain)
    digest = hashlib.sha256(body).hexdigest()[:12]
    packed = gzip.compress(body, mtime=0)
    return Asset(f"{path.stem}.{digest}{path.suffix}", _TYPES[path.suffix], body, packed)
