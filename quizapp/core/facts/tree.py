"""YAML text as plain data with places: every scalar is text, nothing is guessed.

A strict subset: no anchors, aliases, tags or repeated keys, one document, keys are text. Types
come from the schema of each entry, never from YAML (so ``no``, ``on`` and ``2+2`` stay words).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

#: Text, a list, or a mapping with text keys.
Tree = str | list["Tree"] | dict[str, "Tree"]
#: Keys and list indexes from the top of the file.
Path = tuple[str | int, ...]

_DEEPEST = 40
_LONGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; line and column count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Plain:
    """A file as data, the place of every part of it, and what is wrong with its form."""

    data: Tree | None = None
    places: dict[Path, Place] = field(default_factory=dict)
    faults: list[tuple[Place, str]] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Return the place of the part, or of the nearest part around it."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found is not None:
                return found
        return Place(1, 1)


def plain_yaml(text: str) -> Plain:
    """Return the file as data with places; faults of form are collected, not raised."""
    plain = Plain()
    if len(text) > _LONGEST:
        plain.faults.append((Place(1, 1), "the file is too large; split it into several sets"))
        return plain
    try:
        _Builder(plain).build(yaml.parse(text, Loader=yaml.CBaseLoader))
    except _TooDeep as error:
        plain.faults.append((error.place, f"nested more than {_DEEPEST} deep: write it flatter"))
        plain.data = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        plain.faults.append((place, f"this is not YAML: {error.problem or error.context}"))
        plain.data = None
    except (yaml.YAMLError, UnicodeError) as error:
        plain.faults.append((Place(1, 1), f"this is not YAML: {' '.join(str(error).split())}"))
        plain.data = None
    return plain


class _TooDeep(Exception):
    """Lists in lists without end; carries the place where reading stopped."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled."""

    path: Path
    value: list[Tree] | dict[str, Tree]
    key: str | None = None
    skipped: bool = False


class _Builder:
    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        self._open: list[_Open] = []

    def build(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(event, "one file holds one set: remove the second document")
                    return
            elif isinstance(event, yaml.AliasEvent):
                self._fault(event, "aliases (*name) are not read: write the value out")
                self._put(event, "")
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._fault(event, "anchors (&name) are not read: write the value out")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self._fault(event, f"tags ({tag}) are not read: remove it")
        if isinstance(event, yaml.ScalarEvent):
            self._put(event, event.value)
            return
        if len(self._open) >= _DEEPEST:
            raise _TooDeep(_place(event))
        value: list[Tree] | dict[str, Tree] = (
            [] if isinstance(event, yaml.SequenceStartEvent) else {}
        )
        path = self._put(event, value)
        self._open.append(_Open(path, value))

    def _put(self, event: yaml.NodeEvent, value: Tree) -> Path:
        """Hang the value where it belongs and return its path."""
        if not self._open:
            self._plain.data = value
            self._mark((), event)
            return ()
        holder = self._open[-1]
        if isinstance(holder.value, list):
            path = (*holder.path, len(holder.value))
            holder.value.append(value)
            self._mark(path, event)
            return path
        if holder.key is None:
            self._key(holder, event, value)
            return (*holder.path, holder.key or "")
        path = (*holder.path, holder.key)
        if not holder.skipped:
            holder.value[holder.key] = value
        holder.key, holder.skipped = None, False
        return path

    def _key(self, holder: _Open, event: yaml.NodeEvent, value: Tree) -> None:
        if not isinstance(value, str):
            self._fault(event, "a key must be a word, not a list or a mapping")
            holder.key, holder.skipped = "", True
            return
        holder.key = value
        assert isinstance(holder.value, dict)  # noqa: S101 - only mappings have keys
        if value in holder.value:
            self._fault(event, f'the key "{value}" stands here twice: remove or rename one')
            holder.skipped = True
        else:
            self._mark((*holder.path, value), event)

    def _mark(self, path: Path, event: yaml.NodeEvent) -> None:
        self._plain.places[path] = _place(event)

    def _fault(self, event: yaml.Event, reason: str) -> None:
        self._plain.faults.append((_place(event), reason))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
