"""Items whose texts are statements, gaps and pairs: every claim that they print, read back.

A gap is filled with what an option, an answer or a part prints, the letters X and Y with a row and
a target: either way a statement of a relation comes out, and is read as one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.oracle.claims import DATES, Claim
from tests.oracle.lexicon import PRECISIONS, Lexicon
from tests.oracle.matching import fillings
from tests.oracle.reading import Misread, claim_of, read_stem
from tests.oracle.sorts import ends_of
from tests.oracle.wording import Frame, frame

Item = Mapping[str, Any]

#: The kind whose stems are statements.
STATED = "true_false"
LETTERS = re.compile(r"\b[XY]\b")
#: What prints a date, a value or a thing where the kind has no frame for it.
BARE = tuple(frame(text) for text in ("{day}", "{month}", "{year}", "{option}", "{option:name}"))


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that an item prints.

    Attributes:
        entry: the option or the part that is published with it; None of a row and a target.
        holds: whether the item says that it holds.
        why: the reason that is given, and whether it is one for what is right.
    """

    entry: Mapping[str, Any] | None
    claim: Claim
    holds: bool
    why: tuple[str, bool] = ("", True)


def completed(item: Item) -> Item:
    """Return an item with the fields that are left out where they are empty."""
    parts = [{"label": "", "against": [], **part} for part in item["parts"]]
    return {"targets": [], **item, "parts": parts}


def is_parted(item: Item, lexicon: Lexicon) -> bool:
    """Return whether an item is read here: as statements, by a gap or letters, or by its parts."""
    if item["kind"] == STATED or item["proof"] != "kernel":
        return False
    stems = lexicon.language.stems.get(item["kind"], ())
    by_parts = bool(item["parts"]) and item["format"] != "typed"
    return by_parts or any(one.claim is None for one in stems)


def said(item: Item, lexicon: Lexicon) -> list[Said]:
    """Return every claim that an item prints.

    Raises:
        Misread: a text has no reading, or more than one.
    """
    if item["targets"]:
        return list(_matched(item, lexicon))
    if item["format"] == "statements":
        return [_numbered(item, part, lexicon) for part in item["parts"]]
    if item["format"] == "ordering":
        return list(_ordered(item, lexicon))
    claims = _one_by_one(item, lexicon)
    negative = item["kind"] in lexicon.language.negative
    found = []
    for entry, claim in claims:
        right = bool(entry.get("right", entry["holds"]))
        found.append(Said(entry, claim, right is not negative, (entry["why"], right)))
    return found


def _one_by_one(item: Item, lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Any], Claim]]:
    """Yield what each option or part says below a stem with a gap, or with a claim."""
    entries = [one for one in (*item["options"], *item["parts"]) if one["claims"]]
    gapped = _holed(item, "gapped", lexicon)
    if gapped:
        for entry in entries:
            texts = [
                gapped.replace(lexicon.language.grammar["gap"], text)
                for text in _forms(entry["text"], lexicon)
            ]
            yield entry, _statement(texts, lexicon)
        return
    stem = read_stem(item, lexicon)
    for entry in entries:
        meant = _meant(stem.frame, item["kind"], entry["text"], lexicon)
        yield entry, claim_of(stem, stem.frame.claim, meant, lexicon)


def _forms(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name as it is printed, and with the article that a sentence gives it."""
    grammar = lexicon.language.grammar
    yield text
    yield str(grammar["definite"]).format(name=text)
    vowel = text[0].lower() in grammar["vowels"]
    yield str(grammar["before_vowel" if vowel else "indefinite"]).format(name=text)


def _statement(texts: list[str], lexicon: Lexicon) -> Claim:
    """Return the one claim that these texts make, where they are statements at all."""
    found: set[Claim] = set()
    for text in texts:
        try:
            stem = read_stem({"kind": STATED, "stem": text}, lexicon)
        except Misread:
            continue
        found.add(claim_of(stem, stem.frame.claim, "?", lexicon))
    if len(found) != 1:
        raise Misread(f"{len(found)} readings of {texts}")
    return found.pop()


def _meant(stem: Frame, kind: str, text: str, lexicon: Lexicon) -> str:
    """Return what a text means in the place of ``?``."""
    pattern = stem.claim
    assert pattern is not None, stem
    sorts = ends_of(pattern.relation, lexicon.knowledge)[0 if pattern.subject == "?" else 1]
    printed = {**lexicon.language.options[kind], **lexicon.language.parts[kind]}.values()
    found = {
        meaning
        for one in (*printed, *BARE)
        for filled in fillings(one, text, lexicon, {"option": sorts, "event": sorts})
        for hole, meaning in filled.items()
        if (hole in PRECISIONS) is (pattern.relation in DATES)
    }
    if len(found) != 1:
        raise Misread(f"{len(found)} readings of {text!r}: {found}")
    return found.pop()


def _holed(item: Item, hole: str, lexicon: Lexicon) -> str:
    """Return what a stem of the kind has in a hole that is no name; empty where it has none."""
    found = []
    for one in lexicon.language.stems.get(item["kind"], ()):
        if one.claim is None and one.has(hole):
            texts = [piece if isinstance(piece, str) else "\0" for piece in one.pieces]
            before, _, after = "".join(texts).partition("\0")
            stem = item["stem"]
            if stem.startswith(before) and stem.endswith(after):
                found.append(stem[len(before) : len(stem) - len(after)])
    if len(found) > 1:
        raise Misread(f"{len(found)} readings of {item['stem']!r}")
    return "".join(found)


# --- pairs ---


def _pair(told: str, row: str, target: str, lexicon: Lexicon) -> Claim:
    ends = {"X": row, "Y": target}
    return _statement([LETTERS.sub(lambda letter: ends[letter[0]], told)], lexicon)


def _matched(item: Item, lexicon: Lexicon) -> Iterator[Said]:
    """Yield for every row and target that they belong together, or do not."""
    told = _holed(item, "told", lexicon)
    own = places(item)
    for row, part in enumerate(item["parts"]):
        for place, target in enumerate(item["targets"]):
            claim = _pair(told, part["text"], target["text"], lexicon)
            right = place == own[row]
            why = (part["why"], True) if right else ("", False)
            yield Said(part if right else None, claim, right, why)


def places(item: Item) -> list[int]:
    """Return the place of the target that each row is said to have."""
    if item["format"] == "matching":
        return [target for _, target in item["key"]]
    (right,) = item["key"]
    return arrangement(item, item["options"][right]["text"])


def arrangement(item: Item, text: str) -> list[int]:
    """Return the places of the targets that a code gives the rows: ``A-3, B-1``."""
    rows = [part["label"].strip("().") for part in item["parts"]]
    targets = [target["label"].strip("().") for target in item["targets"]]
    pairs = [pair.split("-") for pair in text.split(", ")]
    if [row for row, _ in pairs] != rows:
        raise Misread(f"{text!r} does not name the rows {rows} in their order")
    return [targets.index(target) for _, target in pairs]


def _numbered(item: Item, part: Mapping[str, Any], lexicon: Lexicon) -> Said:
    """Return what a numbered statement or pair says; without a label it speaks of the others."""
    why = (part["why"], part["holds"])
    if not part["label"]:
        (data,) = part["claims"]
        claim = Claim(data["relation"], data["subject"], data["object"])
        return Said(part, claim, part["holds"], why)
    told = _holed(item, "told", lexicon)
    if not told:
        return Said(part, _statement([part["text"]], lexicon), part["holds"], why)
    (joint,) = [piece for piece in lexicon.language.parts[item["kind"]]["pair"].pieces[1:2]]
    found = set()
    pieces = part["text"].split(str(joint))
    for cut in range(1, len(pieces)):
        row, target = str(joint).join(pieces[:cut]), str(joint).join(pieces[cut:])
        try:
            found.add(_pair(told, row, target, lexicon))
        except Misread:
            continue
    if len(found) != 1:
        raise Misread(f"{len(found)} readings of {part['text']!r}")
    return Said(part, found.pop(), part["holds"], why)


def _ordered(item: Item, lexicon: Lexicon) -> Iterator[Said]:
    """Yield that each entry came before every later one."""
    stem = read_stem(item, lexicon)
    pattern = stem.frame.claim
    assert pattern is not None
    parts = [item["parts"][place] for place in item["key"]]
    meant = [_meant(stem.frame, item["kind"], part["text"], lexicon) for part in parts]
    for place, part in enumerate(parts):
        for later in range(place + 1, len(parts)):
            claim = Claim(pattern.relation, meant[place], meant[later])
            following = later == place + 1
            why = (part["why"] if following else "", True)
            yield Said(part if following else None, claim, True, why)
