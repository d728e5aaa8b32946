"""YAML text as plain data with places: every scalar is text, nothing is guessed.

A strict subset: no anchors, aliases, tags or repeated keys, one document, keys are text. Types
come from the schema of each entry, never from YAML (so ``no``, ``on`` and ``2+2`` stay words).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import yaml

#: Text, a list, or a mapping with text keys.
Tree = str | list["Tree"] | dict[str, "Tree"]
#: Keys and list indexes from the top of the file.
Path = tuple[str | int, ...]
_Mark = yaml.Mark | yaml._yaml.Mark | None

_DEEPEST = 40
_LONGEST = 20_000_000
#: YAML 1.1 ends lines at these, as no editor does: places would be lines off.
_BREAKS = "\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; line and column count from 1.

    Attributes:
        file: None for the file that was read; otherwise the one beside it that it names.
    """

    line: int
    column: int
    file: str | None = None


@dataclass(slots=True)
class _Marks:
    """Where the parts of a list or mapping stand, by key or index."""

    own: dict[str | int, _Mark] = field(default_factory=dict)
    inner: dict[str | int, "_Marks"] = field(default_factory=dict)


@dataclass(slots=True)
class Plain:
    """A file as data, the place of every part of it, and what is wrong with its form."""

    data: Tree | None = None
    faults: list[tuple[Place, str]] = field(default_factory=list)
    _marks: _Marks = field(default_factory=_Marks)
    _grafts: dict[Path, Callable[[Path], Place | None]] = field(default_factory=dict)

    def graft(self, path: Path, places: Callable[[Path], Place | None]) -> None:
        """Let parts below a path stand in another file.

        Args:
            places: gives the place of a part by its path from there, None for what it lacks.
        """
        self._grafts[path] = places

    def _grafted(self, path: Path) -> Iterator[Place]:
        """Yield the places of the part and of those around it that stand in another file."""
        for length in range(len(path)) if self._grafts else ():
            places = self._grafts.get(path[:length])
            if places is not None:
                inner = (places(path[length:end]) for end in range(len(path), length, -1))
                yield from (place for place in inner if place is not None)

    def place(self, path: Path) -> Place:
        """Return the place of the part, or of the nearest part around it."""
        grafted = next(self._grafted(path), None)
        if grafted is not None:
            return grafted
        found: _Mark = None
        here: _Marks | None = self._marks
        for step in (0, *path):  # the data are the one part of the file
            if here is None:
                break
            found = here.own.get(step, found)
            here = here.inner.get(step)
        return _place(found)

    def has(self, path: Path) -> bool:
        """Return whether there is such a part."""
        for length in range(len(path)) if self._grafts else ():
            places = self._grafts.get(path[:length])
            if places is not None and places(path[length:]) is not None:
                return True
        here: _Marks | None = self._marks
        last: str | int = 0
        for step in path:
            here = here.inner.get(last) if here is not None else None
            last = step
        return here is not None and last in here.own


def plain_yaml(text: str) -> Plain:
    """Return the file as data with places; faults of form are collected, not raised."""
    plain = Plain()
    if len(text) > _LONGEST:
        plain.faults.append((Place(1, 1), "the file is too large; split it into several sets"))
        return plain
    try:
        loader = yaml.CBaseLoader(_without_breaks(text))
        _Builder(plain).build(iter(loader.get_event, None))
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


def _without_breaks(text: str) -> str:
    for one in _BREAKS:  # three searches; translating would look up every character
        text = text.replace(one, " ")
    return text


class _TooDeep(Exception):
    """Lists in lists without end; carries the place where reading stopped."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled; ``key`` waits for its value."""

    items: list[Tree]
    mapping: dict[str, Tree] | None
    marks: _Marks
    key: str | None = None
    skipped: bool = False


class _Builder:
    """Builds the data in one pass. A set has some thirty events a fact, so each costs little."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        self._open = [_Open([], None, plain._marks)]

    def build(self, events: Iterator[yaml.Event]) -> None:
        """Fill in the data, which are the one item of an outermost list."""
        (whole,) = self._open
        here = whole
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                if event.tag is not None or event.anchor is not None:
                    self._refuse(event)
                if here.key is not None and not here.skipped and here.mapping is not None:
                    here.mapping[here.key] = event.value  # what most events are
                    here.key = None
                else:
                    self._put(here, event, event.value)
            elif isinstance(event, yaml.CollectionStartEvent):
                here = self._begin(here, event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                here = self._open[-1]
            elif isinstance(event, yaml.AliasEvent):
                self._fault(event, "aliases (*name) are not read: write the value out")
                self._put(here, event, event.anchor or "")
            elif isinstance(event, yaml.DocumentStartEvent) and whole.items:
                self._fault(event, "one file holds one set: remove the second document")
                break
        self._plain.data = whole.items[0] if whole.items else None

    def _put(self, here: _Open, event: yaml.Event, value: Tree) -> None:
        """Hang a value where it belongs."""
        mapping = here.mapping
        if mapping is None:
            here.marks.own[len(here.items)] = event.start_mark
            here.items.append(value)
        elif here.key is not None:
            if not here.skipped:
                mapping[here.key] = value
            here.key = None
        elif not isinstance(value, str):
            self._fault(event, "a key must be a word, not a list or a mapping")
            here.key, here.skipped = "", True
        else:
            here.key, here.skipped = value, value in mapping
            if here.skipped:
                self._fault(event, f'the key "{value}" stands here twice: remove or rename one')
            else:
                here.marks.own[value] = event.start_mark

    def _begin(self, here: _Open, event: yaml.CollectionStartEvent) -> _Open:
        """Hang an empty list or mapping where it belongs, and open it."""
        self._refuse(event)
        if len(self._open) > _DEEPEST:
            raise _TooDeep(_place(event.start_mark))
        marks = _Marks()
        inside = _Open([], {} if isinstance(event, yaml.MappingStartEvent) else None, marks)
        is_key = here.mapping is not None and here.key is None
        if not is_key and not here.skipped:
            here.marks.inner[len(here.items) if here.mapping is None else here.key or ""] = marks
        self._put(here, event, inside.items if inside.mapping is None else inside.mapping)
        self._open.append(inside)
        return inside

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._fault(event, "anchors (&name) are not read: write the value out")
        if event.tag not in (None, "!"):
            self._fault(event, f"tags ({event.tag}) are not read: remove it")

    def _fault(self, event: yaml.Event, reason: str) -> None:
        self._plain.faults.append((_place(event.start_mark), reason))


def _place(mark: _Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
