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
        patterns: of a code, the truths of the parts that it stands for: ``t`` or ``f`` for each
            part, ``?`` where either will do. Never published.
    """

    text: str
    claims: tuple[Claim, ...]
    holds: bool | None
    right: bool
    why: str
    facts: tuple[str, ...]
    rule: str
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One statement, pair, row or entry of an item; for a typed item, the claim of its key.

    Attributes:
        text: as printed.
        claims: what it says; of a row or an entry, what is so of it.
        holds: whether all its claims are true.
        why, facts, rule: as of an option.
        label: what is printed before it (``1.``, ``Assertion (A):``); may be empty.
        against: of a row, why each of the targets is not its own, and for its own why it is.
            Never published.
    """

    text: str
    claims: tuple[Claim, ...]
    holds: bool | None
    why: str
    facts: tuple[str, ...]
    rule: str
    label: str = ""
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One entry of a second list, to which rows are matched."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """The key of an item that asks for a number.

    Attributes:
        value: as printed, exact.
        unit: its id, or None for a bare number.
        tolerance: how far a response may lie from the value and be right, in the same unit.
    """

    value: str
    unit: str | None
    tolerance: str


#: Indexes of options or, in their right order, of parts; accepted texts; rows with their targets;
#: a number.
Key = tuple[int, ...] | tuple[str, ...] | tuple[tuple[int, int], ...] | Amount


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
        stem: the question as plain text. Where there are parts to be printed, its first line
            stands before them and the others after them.
        options: in the order of this item's seed; empty where nothing is chosen from.
        parts: in the order printed.
        key: indexes into ``options``, ascending; or the accepted texts, the first of them the one
            to show; or (part, target) for each row; or the parts in their right order; or a number.
        tests: slot keys ``set/slug/part``.
        asserts: claims that the printed item gives away.
        passages: where the key and the refutations come from.
        difficulty: predicted chance of a wrong response, 0..1.
        guess: chance that a blind guess is right.
        seed: what the options were drawn with.
        ambiguous: for typed items, names of the key that name something else of its section too;
            typed, they are asked again and cost nothing. Never among the accepted texts.
        key_is_person: for typed items, whether honorifics are no part of the answer.
        targets: the second list, in the order printed; empty where there is none.
        lettering: how the options are lettered: the first letter with what stands around it.
    """

    id: str
    set_id: str
    kind: str
    format: str
    proof: str
    stem: str
    options: tuple[Option, ...]
    parts: tuple[Part, ...]
    key: Key
    tests: tuple[str, ...]
    asserts: tuple[Claim, ...]
    passages: tuple[PassageRef, ...]
    difficulty: float
    guess: Fraction
    seed: int
    ambiguous: tuple[str, ...] = ()
    key_is_person: bool = False
    targets: tuple[Target, ...] = ()
    lettering: str = "A"

    @property
    def is_coded(self) -> bool:
        """Whether its options are codes or counts, which speak of the parts."""
        return bool(self.options and self.parts)

    @property
    def accepted(self) -> tuple[str, ...]:
        """The texts that are right as typed; none where nothing is typed."""
        if isinstance(self.key, Amount):
            return ()
        return tuple(text for text in self.key if isinstance(text, str))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The indexes of the options that are right to choose; none where there are none."""
        if not self.options or isinstance(self.key, Amount):
            return ()
        return tuple(index for index in self.key if isinstance(index, int))

    def rests_on(self, slugs: frozenset[str]) -> bool:
        """Return whether any of these facts decides an option, or is tested."""
        if not slugs:
            return False
        told = {slug for option in self.options for slug in option.facts}
        told |= {slug for part in self.parts for slug in part.facts}
        told |= {slot.split("/")[1] for slot in self.tests}
        return not told.isdisjoint(slugs)
