"""Set files: found in a folder, read with what they name, checked for clashes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.diagnostics.places import Places
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.reader import read_set
from quizapp.core.facts.rows import add_tables
from quizapp.core.facts.sources import Attachment
from quizapp.core.facts.tree import plain_yaml
from quizapp.core.proof.clash import MOST, Clash, clashes
from quizapp.core.sets.texts import TABLES, SetTexts, cleaned
from quizapp.errors import Fault, FormatError
from quizapp.library.questions import unanswerable
from quizapp.library.sweeping import unswept


def set_files(folder: Path) -> tuple[Path, ...]:
    """Return the set files of a folder, by name."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.is_file()))


#: Is told of a file that is about to be read or looked for.
Seen = Callable[[Path], None]


def _unseen(_path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """A set's YAML, and what opens the files that it names, wherever they lie.

    Attributes:
        name: how faults call the YAML.
    """

    name: str
    text: str
    sources: Attachment
    tables: Attachment


def load_set(path: Path, seen: Seen = _unseen) -> Bank:
    """Return the bank of a set file.

    Args:
        path: the YAML file.
        seen: is told of every file before it is read or looked for, of the set's own first.

    Raises:
        FormatError: with the faults of the file, clashes of its facts included.
    """
    return compiled(origin_of(path, seen))


def origin_of(path: Path, seen: Seen = _unseen) -> Origin:
    """Return a set file, ready to be compiled; its own text is read.

    Raises:
        FormatError: it cannot be read.
    """
    seen(path)
    text = read_text(path, str(path))
    if text is None:
        reason = "there is no such file, or it cannot be read"
        raise FormatError([Fault(str(path), 0, 0, reason)])
    folder = path.resolve().parent
    return Origin(str(path), text, _inside(folder.parent, seen), _inside(folder, seen))


def gathered(paths: Sequence[Path]) -> SetTexts:
    """Return the texts of a set file and of the files that it names, as a value.

    Args:
        paths: the set file first, as ``load_set`` tells of them; those that are missing are not
            in it.

    Raises:
        FormatError: one of them is not UTF-8.
    """
    own, *others = paths
    root = own.resolve().parent.parent
    found = {
        str(path.resolve().relative_to(root).as_posix()): read_text(path, path.name)
        for path in others
    }
    files = {name: cleaned(text) for name, text in found.items() if text is not None}
    if own.resolve().parent.name != TABLES:
        home = f"{own.resolve().parent.name}/"
        files = {
            f"{TABLES}/{name.removeprefix(home)}" if name.startswith(home) else name: text
            for name, text in files.items()
        }
    return SetTexts(cleaned(read_text(own, own.name) or ""), files)


def handed_in(name: str, texts: SetTexts) -> Origin:
    """Return a set that lies nowhere but in a value, ready to be compiled."""
    return Origin(name, texts.yaml, texts.source, texts.table)


def compiled(origin: Origin) -> Bank:
    """Return the bank of a set.

    Raises:
        FormatError: with its faults, clashes of its facts included.
    """
    with unswept():
        bank = read_set(origin.name, origin.text, origin.sources, origin.tables)
        found = clashes(bank)
        faults = [*_faults(found, bank, origin)]
        faults += [
            Fault(origin.name, *bank.places[slug], reason) for slug, reason in unanswerable(bank)
        ]
    if faults:
        raise FormatError(faults, at_least=len(found) >= MOST)
    return bank


def places_in(origin: Origin) -> Places:
    """Return where the parts of a set stand that was compiled."""
    plain = plain_yaml(origin.text)
    if isinstance(plain.data, dict):
        add_tables(Desk(origin.name, plain), plain.data, origin.tables)
    return Places(origin.name, plain, origin.sources)


def _inside(root: Path, seen: Seen) -> Attachment:
    """Return what opens the files that a set names, from a folder and inside it."""

    def attachment(name: str) -> str | None:
        inside = (root / name).resolve()
        if not inside.is_relative_to(root):
            return None
        seen(inside)
        return read_text(inside, name)

    return attachment


def read_text(path: Path, name: str) -> str | None:
    """Return what a file holds, or None where there is none.

    Args:
        name: how its faults call it.

    Raises:
        FormatError: it is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise FormatError([Fault(name, line, 1, "this is not UTF-8: save it as UTF-8")]) from error
    except (OSError, ValueError):
        return None


def _faults(found: Iterable[Clash], bank: Bank, origin: Origin) -> Iterator[Fault]:
    """Yield clashes as faults, each where its last fact or row stands, or what is declared."""
    places = None
    for clash in found:
        if clash.row is not None:
            places = places or places_in(origin)
            yield places.of_row(clash.facts[-1], clash.row, clash.reason)
        elif clash.facts:
            line, column = bank.places.get(clash.facts[-1], (0, 0))
            yield Fault(origin.name, line, column, clash.reason)
        else:
            places = places or places_in(origin)
            yield places.of_subject("", clash.inside, clash.reason)
