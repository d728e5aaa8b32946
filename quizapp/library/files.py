"""Set files: found in a folder, read with what they name, checked for clashes."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quizapp.core.diagnostics.places import Places
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.reader import read_set
from quizapp.core.facts.rows import add_tables
from quizapp.core.facts.sources import Attachment
from quizapp.core.facts.tree import plain_yaml
from quizapp.core.proof.clash import MOST, Clash, clashes
from quizapp.errors import Fault, FormatError
from quizapp.library.questions import unanswerable
from quizapp.library.sweeping import unswept


def set_files(folder: Path) -> tuple[Path, ...]:
    """Return the set files of a folder, by name."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.is_file()))


#: Is told of a file that is about to be read or looked for.
Seen = Callable[[Path], None]


def _unseen(_path: Path) -> None: ...


def load_set(path: Path, seen: Seen = _unseen) -> Bank:
    """Return the bank of a set file.

    Args:
        path: the YAML file.
        seen: is told of every file before it is read or looked for, of the set's own first.

    Raises:
        FormatError: with the faults of the file, clashes of its facts included.
    """
    seen(path)
    text = read_text(path, str(path))
    if text is None:
        reason = "there is no such file, or it cannot be read"
        raise FormatError([Fault(str(path), 0, 0, reason)])
    with unswept():
        folder = path.resolve().parent
        sources, tables = _inside(folder.parent, seen), _inside(folder, seen)
        bank = read_set(str(path), text, sources, tables)
        found = clashes(bank)
        faults = [*_faults(found, bank, path)]
        faults += [
            Fault(str(path), *bank.places[slug], reason) for slug, reason in unanswerable(bank)
        ]
    if faults:
        raise FormatError(faults, at_least=len(found) >= MOST)
    return bank


def places_of(path: Path) -> Places:
    """Return where the parts of a set file stand that ``load_set`` has read."""
    plain = plain_yaml(read_text(path, str(path)) or "")
    folder = path.resolve().parent
    if isinstance(plain.data, dict):
        add_tables(Desk(str(path), plain), plain.data, _inside(folder, _unseen))
    return Places(str(path), plain, _inside(folder.parent, _unseen))


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


def _faults(found: Iterable[Clash], bank: Bank, path: Path) -> Iterator[Fault]:
    """Yield clashes as faults, each where its last fact or row stands, or what is declared."""
    places = None
    for clash in found:
        if clash.row is not None:
            places = places or places_of(path)
            yield places.of_row(clash.facts[-1], clash.row, clash.reason)
        elif clash.facts:
            line, column = bank.places.get(clash.facts[-1], (0, 0))
            yield Fault(str(path), line, column, clash.reason)
        else:
            places = places or places_of(path)
            yield places.of_subject("", clash.inside, clash.reason)
