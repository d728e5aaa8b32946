"""The same fact base with something changed: ids renamed, facts left out, doubt added."""

import random
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import combinations
from typing import Any

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section


def renaming(bank: Bank, rng: random.Random) -> dict[str, str]:
    """Return new ids for all things and facts, in another order than the old ones."""
    old = sorted({*bank.entities, *bank.facts})
    new = [f"x{number:03}" for number in range(len(old))]
    rng.shuffle(new)
    return dict(zip(old, new, strict=True))


def renamed(bank: Bank, names: Mapping[str, str]) -> Bank:
    """Return the bank with other ids; texts, sources and the order of everything stay."""
    return replace(
        bank,
        entities={names[id_]: _renamed(one, names) for id_, one in bank.entities.items()},
        facts={names[slug]: _renamed(fact, names) for slug, fact in bank.facts.items()},
        atoms=_renamed(bank.atoms, names),
        closures=_renamed(bank.closures, names),
        apart=_renamed(bank.apart, names),
    )


def renamed_claim(claim: Claim, names: Mapping[str, str]) -> Claim:
    """Return a claim about the renamed things."""
    return _renamed(claim, names)  # type: ignore[no-any-return]


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return _renamed_text(value, names)
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _renamed(getattr(value, one.name), names) for one in fields(value)}
        return replace(value, **changed)
    return value


def _renamed_text(text: str, names: Mapping[str, str]) -> str:
    """Return an id, a blank ``FACT[1:2]`` or a slot ``FACT/part:ID`` renamed; other text as is."""
    slug, slash, part = text.partition("/")
    if slash and slug in names:
        for sign in (":", "<"):
            head, found, tail = part.partition(sign)
            if found:
                part = names.get(head, head) + sign + names.get(tail, tail)
        return f"{names[slug]}/{part}"
    subject, bracket, span = text.partition("[")
    return names.get(subject, subject) + bracket + span


def thinned(bank: Bank, rng: random.Random) -> Bank:
    """Return the bank with some facts, and some claims of others, left out."""
    kept = {slug for slug in bank.facts if rng.random() < 0.8}
    return replace(
        bank,
        facts={slug: fact for slug, fact in bank.facts.items() if slug in kept},
        atoms=tuple(atom for atom in bank.atoms if atom.fact in kept and rng.random() < 0.8),
        closures=tuple(one for one in bank.closures if one.fact in kept and rng.random() < 0.8),
    )


def opened(bank: Bank, rng: random.Random) -> Bank:
    """Return the bank with some lists no longer complete."""
    return replace(bank, closures=tuple(one for one in bank.closures if rng.random() < 0.5))


def doubted(bank: Bank, rng: random.Random) -> Bank:
    """Return the bank with some more things that may be the same."""
    entities = dict(bank.entities)
    for section in Section:
        ids = [id_ for id_, one in entities.items() if one.section is section]
        for a, b in combinations(ids, 2):
            if rng.random() < 0.2:
                one = entities[a]
                entities[a] = replace(one, maybe_same=(*one.maybe_same, b))
    return replace(bank, entities=entities)
