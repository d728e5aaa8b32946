"""Why something is not asked: while it is tried, and as it is told."""

from dataclasses import dataclass


class Unaskable(Exception):
    """A slot, or one proposal, cannot be asked; the text says why, for engineers and teachers."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A slot that a kind does not ask for, and why."""

    kind: str
    slot: str
    reason: str
