"""The item: one question as it is shown, with its key, its proof and its sources."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.facts.claim import Claim


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a learner may choose.

    Attributes:
        text: as printed.
        claims: what choosing it says; empty where the option is a code or a count.
        holds: whether all its claims are true; None where it has none.
        right: whether it is to be chosen.
        why: the proof in words, one sentence or two.
        facts: slugs of the facts that decided it.
        rule: the constraint that decided it (a name of ``proof.verdict.Rule``).
    """

    text: str
    claims: tuple[Claim, ...]
    holds: bool | None
    right: bool
    why: str
    facts: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """One statement, pair or entry of an item; for a typed item, the claim of its key."""

    text: str
    claims: tuple[Claim, ...]
    holds: bool | None
    why: str
    facts: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, order=True)
class PassageRef:
    """A cited span: code points, half open, in the raw paragraph of a source."""

    source: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        id: sha256 (hex) over the canonical JSON without id, seed and option order.
        set_id: the set it was made from.
        kind: a name in the register of item kinds.
        format: a name in the register of response formats.
        proof: ``kernel``; ``author`` for hand-written items, which are not proved.
        stem: the question as plain text.
        options: in the order of this item's seed; empty for typed answers.
        key: indexes into ``options``, ascending; or the accepted texts, the first of them the one
            to show.
        tests: slot keys ``set/slug/part``.
        asserts: claims that the printed item gives away.
        passages: where the key and the refutations come from.
        difficulty: predicted chance of a wrong response, 0..1.
        guess: chance that a blind guess is right.
        seed: what the options were drawn with.
        ambiguous: for typed items, names of the key that name something else of its section too;
            typed, they are asked again and cost nothing. Never among the accepted texts.
        key_is_person: for typed items, whether honorifics are no part of the answer.
    """

    id: str
    set_id: str
    kind: str
    format: str
    proof: str
    stem: str
    options: tuple[Option, ...]
    parts: tuple[Part, ...]
    key: tuple[int, ...] | tuple[str, ...]
    tests: tuple[str, ...]
    asserts: tuple[Claim, ...]
    passages: tuple[PassageRef, ...]
    difficulty: float
    guess: Fraction
    seed: int
    ambiguous: tuple[str, ...] = ()
    key_is_person: bool = False

    def rests_on(self, slugs: frozenset[str]) -> bool:
        """Return whether any of these facts decides an option, or is tested."""
        if not slugs:
            return False
        told = {slug for option in self.options for slug in option.facts}
        told |= {slug for part in self.parts for slug in part.facts}
        told |= {slot.split("/")[1] for slot in self.tests}
        return not told.isdisjoint(slugs)
