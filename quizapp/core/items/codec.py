"""Items as JSON: the published form, and the form that is stored.

The stored form is the published one and what only we need beside it: the source of a moment, the
texts that are asked again, whether a key is a person. ``from_json`` reads either.

``guess`` is published as a number, as readers expect of a chance. Its denominator is small (it
counts options, subsets or orders), so the nearest fraction with a small denominator is exactly
the one that was written.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final, Literal

from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.items.item import Amount, Item, Key, Option, Part, PassageRef, Target

# Values of JSON; what each key holds is known to the functions here only.
Json = dict[str, Any]

_VALUE_KINDS: Final[tuple[Literal["text", "date", "number"], ...]] = ("text", "date", "number")

#: Two fractions up to these denominators differ by more than a float's rounding.
_LARGEST_DENOMINATOR: Final = 10**7

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(item: Item) -> Json:
    """Return the published form, ready for ``json.dumps``.

    Raises:
        ValueError: ``guess`` cannot be read back from a number.
    """
    published = {
        "id": item.id,
        "set": item.set_id,
        "kind": item.kind,
        "format": item.format,
        "proof": item.proof,
        "stem": item.stem,
        "options": [_option(option, stored=False) for option in item.options],
        "parts": [_part(part, stored=False) for part in item.parts],
        "key": _key(item.key),
        "tests": list(item.tests),
        "asserts": [_claim(claim, stored=False) for claim in item.asserts],
        "passages": [_passage(ref) for ref in item.passages],
        "difficulty": item.difficulty,
        "guess": _chance(item.guess),
        "seed": item.seed,
    }
    if item.targets:
        published["targets"] = [{"label": one.label, "text": one.text} for one in item.targets]
    return published


def to_stored(item: Item) -> Json:
    """Return the stored form, from which ``from_json`` makes exactly this item."""
    return {
        **to_json(item),
        "options": [_option(option, stored=True) for option in item.options],
        "parts": [_part(part, stored=True) for part in item.parts],
        "asserts": [_claim(claim, stored=True) for claim in item.asserts],
        "ambiguous": list(item.ambiguous),
        "key_is_person": item.key_is_person,
        "lettering": item.lettering,
    }


def from_json(data: Mapping[str, Any]) -> Item:
    """Return the item of a published or a stored form."""
    return Item(
        id=data["id"],
        set_id=data["set"],
        kind=data["kind"],
        format=data["format"],
        proof=data["proof"],
        stem=data["stem"],
        options=tuple(_read_option(option) for option in data["options"]),
        parts=tuple(_read_part(part) for part in data["parts"]),
        key=_read_key(data["key"]),
        tests=tuple(data["tests"]),
        asserts=tuple(_read_claim(claim) for claim in data["asserts"]),
        passages=tuple(PassageRef(**ref) for ref in data["passages"]),
        difficulty=data["difficulty"],
        guess=Fraction(data["guess"]).limit_denominator(_LARGEST_DENOMINATOR),
        seed=data["seed"],
        ambiguous=tuple(data.get("ambiguous", ())),
        key_is_person=data.get("key_is_person", False),
        targets=tuple(Target(**one) for one in data.get("targets", ())),
        lettering=data.get("lettering", "A"),
    )


def canonical(item: Item) -> Item:
    """Return the item as it is for every seed: options sorted by their JSON, seed 0."""
    if not item.options:
        return replace(item, seed=0)
    order = canonical_order(item)
    return replace(
        item,
        options=tuple(item.options[index] for index in order),
        key=tuple(sorted(order.index(index) for index in item.chosen)),
        seed=0,
    )


def canonical_order(item: Item) -> tuple[int, ...]:
    """Return the indexes of the item's options in the order that ``canonical`` gives them."""
    # By the published form first, so that others find the same order from what they see.
    published = [_dump(_option(option, stored=False)) for option in item.options]
    if len(set(published)) == len(published):
        return tuple(sorted(range(len(published)), key=published.__getitem__))
    stored = [_dump(_option(option, stored=True)) for option in item.options]
    ranks = list(zip(published, stored, strict=True))
    return tuple(sorted(range(len(ranks)), key=ranks.__getitem__))


def item_id(item: Item) -> str:
    """Return the id: sha256 (hex) over the published form without id, seed and option order.

    The JSON that is hashed is compact, in UTF-8, its keys sorted, the options in the order of
    their own JSON, and the indexes of the key those of this order.
    """
    return _digest(to_json(canonical(item)))


def stored_digest(item: Item) -> str:
    """Return the sha256 (hex) of all that is stored of an item but id, seed and option order.

    Finer than the id: two items that print alike may still take typed answers differently.
    """
    return _digest(to_stored(canonical(item)))


def _digest(data: Json) -> str:
    content = {key: value for key, value in data.items() if key not in ("id", "seed")}
    return hashlib.sha256(_dump(content).encode()).hexdigest()


def _dump(data: Json) -> str:
    return _ENCODER.encode(data)


def _key(key: Key) -> Json | list[Any]:
    if isinstance(key, Amount):
        return {"value": key.value, "unit": key.unit, "tolerance": key.tolerance}
    return [list(one) if isinstance(one, tuple) else one for one in key]


def _read_key(data: Any) -> Key:  # noqa: ANN401 - as JSON has it
    if isinstance(data, dict):
        return Amount(**data)
    return tuple(tuple(one) if isinstance(one, list) else one for one in data)


def _option(option: Option, *, stored: bool) -> Json:
    data = {
        "text": option.text,
        "claims": [_claim(claim, stored=stored) for claim in option.claims],
        "holds": option.holds,
        "right": option.right,
        "why": option.why,
        "facts": list(option.facts),
        "rule": option.rule,
    }
    if stored and option.patterns:
        data["patterns"] = list(option.patterns)
    return data


def _read_option(data: Json) -> Option:
    return Option(**{**data, **_tuples(data, "facts", "patterns")})


def _part(part: Part, *, stored: bool) -> Json:
    data = {
        "text": part.text,
        "claims": [_claim(claim, stored=stored) for claim in part.claims],
        "holds": part.holds,
        "why": part.why,
        "facts": list(part.facts),
        "rule": part.rule,
    }
    if part.label:
        data["label"] = part.label
    if stored and part.against:
        data["against"] = list(part.against)
    return data


def _read_part(data: Json) -> Part:
    return Part(**{**data, **_tuples(data, "facts", "against")})


def _tuples(data: Json, *names: str) -> Json:
    """Return the claims of an option or a part, and what else is listed in it, as tuples."""
    claims = tuple(_read_claim(claim) for claim in data["claims"])
    return {"claims": claims, **{name: tuple(data[name]) for name in names if name in data}}


def _claim(claim: Claim, *, stored: bool) -> Json:
    data: Json = {
        "relation": claim.relation,
        "subject": claim.subject,
        "object": _object(claim.object),
        "at": None,
        "holds": claim.holds,
    }
    if claim.at is not None:
        if not isinstance(claim.at, Instant):
            raise ValueError(f"an item speaks of a moment, not of a period: {claim.at}")
        data["at"] = claim.at.date
        if stored:
            data["at_source"] = claim.at.source
    return data


def _read_claim(data: Json) -> Claim:
    at = None if data["at"] is None else Instant(data["at"], data.get("at_source"))
    return Claim(data["relation"], data["subject"], _read_object(data["object"]), at, data["holds"])


def _object(value: str | Value) -> str | Json:
    return value if isinstance(value, str) else {value.kind: value.text, "unit": value.unit}


def _read_object(data: str | Json) -> str | Value:
    if isinstance(data, str):
        return data
    kind = next(kind for kind in _VALUE_KINDS if kind in data)
    return Value(kind, data[kind], data["unit"])


def _passage(ref: PassageRef) -> Json:
    return {
        "source": ref.source,
        "paragraph": ref.paragraph,
        "start": ref.start,
        "end": ref.end,
    }


def _chance(guess: Fraction) -> float:
    number = float(guess)
    if Fraction(number).limit_denominator(_LARGEST_DENOMINATOR) != guess:
        raise ValueError(f"the chance {guess} cannot be written as a number")
    return number
