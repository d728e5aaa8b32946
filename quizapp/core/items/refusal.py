"""Why something is not asked: while it is tried, and as it is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

_T = TypeVar("_T")


class Unaskable(Exception):
    """A slot, or one proposal, cannot be asked; the text says why, for engineers and teachers."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A slot that a kind does not ask for, and why."""

    kind: str
    slot: str
    reason: str


def askable(proposals: Iterable[Callable[[], Iterable[_T]]]) -> Iterator[_T]:
    """Yield what each of several proposals yields; those that cannot be asked are left out.

    Raises:
        Unaskable: there are proposals, and none can be asked; with the first reason.
    """
    reason: Unaskable | None = None
    found = False
    for propose in proposals:
        try:
            for one in propose():
                found = True
                yield one
        except Unaskable as refused:
            reason = reason or refused
    if reason is not None and not found:
        raise reason
