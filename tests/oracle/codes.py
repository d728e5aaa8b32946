"""Codes read back: which truths of the parts an option in words stands for (section 4)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from tests.oracle.parted import arrangement
from tests.oracle.reading import Misread
from tests.oracle.wording import Language

Item = Mapping[str, Any]
Truths = tuple[bool, ...]

#: The options of assertion and reason by the names of their frames: both statements, and the third.
EXPLAINING: Mapping[str, tuple[bool, bool, bool | None]] = {
    "explained": (True, True, True),
    "unexplained": (True, True, False),
    "first": (True, False, None),
    "second": (False, True, None),
}


def fitting(item: Item, language: Language) -> list[int]:
    """Return the places of the options that fit the truths of the parts.

    Raises:
        Misread: an option is no code.
    """
    truths = tuple(bool(part["holds"]) for part in item["parts"])
    return [
        place
        for place, option in enumerate(item["options"])
        if truths in _meant(item, option["text"], language)
    ]


def _meant(item: Item, text: str, language: Language) -> set[Truths]:
    """Return all truths for which a code may stand."""
    count = len(item["parts"])
    texts = dict(_texts(item, language))
    if text not in texts:
        raise Misread(f"{text!r} is no code of {count} parts")
    return texts[text]


def _texts(item: Item, language: Language) -> Iterator[tuple[str, set[Truths]]]:
    parts = item["parts"]
    every = list(product((True, False), repeat=len(parts)))
    own = language.options[item["kind"]]
    if own:
        for name, frame in own.items():
            wanted = EXPLAINING[name][: len(parts)]
            yield "".join(map(str, frame.pieces)), {one for one in every if _fits(wanted, one)}
        return
    words = language.codes
    sort = "pairs" if language.parts[item["kind"]].get("pair") else "statements"
    for count in range(len(parts) + 1):
        yield _counted(words, words[sort], count, len(parts)), {o for o in every if sum(o) == count}
    labels = [part["label"].strip("().") for part in parts]
    for one in every:
        yield _listed(words, labels, one), {one}


def _fits(wanted: Sequence[bool | None], truths: Truths) -> bool:
    return all(want in (None, truth) for want, truth in zip(wanted, truths, strict=True))


def _counted(words: Mapping[str, Any], own: Mapping[str, str], right: int, of: int) -> str:
    if right == of:
        name = "both" if of == 2 else "all"
    else:
        name = {0: "none", 1: "one"}.get(right, "some")
    return own[name].format(number=words["numbers"][right - 1] if right else "")


def _listed(words: Mapping[str, Any], labels: Sequence[str], truths: Truths) -> str:
    right = [label for label, truth in zip(labels, truths, strict=True) if truth]
    two = len(labels) == 2
    if not right:
        text = words["neither" if two else "none"]
        return str(text.format(first=labels[0], last=labels[-1], listed=_joined(words, labels)))
    name = "some" if len(right) < len(labels) else "both" if two else "all"
    return str(words[name].format(listed=_joined(words, right)))


def _joined(words: Mapping[str, Any], labels: Sequence[str]) -> str:
    text = labels[0]
    for label in labels[1:-1]:
        text = words["listed"]["more"].format(before=text, after=label)
    if len(labels) > 1:
        joint = "two" if len(labels) == 2 else "last"
        text = words["listed"][joint].format(before=text, after=labels[-1])
    return text


def faults(item: Item, language: Language) -> Iterator[str]:
    """Yield what is wrong with the codes of an item; none where it has none."""
    texts = [option["text"] for option in item["options"]]
    if len(set(texts)) != len(texts):
        yield f"two options are one: {texts}"
    if item["format"] == "statements":
        found = fitting(item, language)
        if found != item["key"]:
            yield f"the options {found} fit the parts, and the key is {item['key']}"
    if item["targets"] and item["options"]:
        rows = [arrangement(item, text) for text in texts]
        for column in zip(*rows, strict=True):
            often = {column.count(place) for place in column}
            if often != {len(rows) // 2}:
                yield f"the entries {column} of a row do not stand equally often among the codes"
