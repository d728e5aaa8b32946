"""Names of accounts: as they are shown, and as they are compared.

Two names that a reader could take for each other are one name: else somebody could pass as
somebody else (CVE-2020-7245 was no more than a space).
"""

import unicodedata
from typing import Final

SHORTEST: Final = 2
LONGEST: Final = 40

#: Besides letters, marks and digits of every script.
_SIGNS: Final = frozenset(" .'’-_")
_KINDS: Final = ("L", "M", "Nd")
#: Letters of other scripts that look like Latin ones, after case was folded.
_LOOK_LIKE: Final = str.maketrans(
    "авеіјкмнорѕстухһԁԛԝʏɡɑοαυνικρτχγωѡ",
    "abeijkmhopsctyxhdqwygaoauvikptxyww",
)
_BETWEEN: Final = str.maketrans("", "", " .'’-_")


def fault_of_name(typed: str) -> str | None:
    """Return what is wrong with a name, and what to do; None for one that can be used."""
    name = shown_name(typed)
    if len(name) < SHORTEST:
        return f"Type a name of at least {SHORTEST} letters."
    if len(name) > LONGEST:
        return f"Type a name of at most {LONGEST} letters."
    strange = [
        sign
        for sign in name
        if sign not in _SIGNS and not unicodedata.category(sign).startswith(_KINDS)
    ]
    if strange:
        return "Use letters and digits, spaces, and . ' - _ only."
    return None if name_key(name) else "A name needs letters or digits."


def shown_name(typed: str) -> str:
    """Return a name as it is stored and shown: without spaces around and doubled ones."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def name_key(typed: str) -> str:
    """Return by what a name is found, and is the only one of its kind.

    Neither case, width, accents that Unicode writes in two ways, spaces and signs between letters,
    nor letters that look alike tell two names apart.
    """
    key = typed
    # Folding and leaving out may make what can be folded again.
    while (again := _folded(key)) != key:
        key = again
    return key


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.translate(_LOOK_LIKE).translate(_BETWEEN).split())
