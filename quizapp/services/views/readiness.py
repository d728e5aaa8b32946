"""Whether the app can take answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the app can take answers; ``reason`` is empty when it can."""

    ready: bool
    reason: str
