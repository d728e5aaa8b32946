"""The register of item kinds. A new kind is one file here, one of wording and one line below."""

from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds.who_said import WhoSaid

#: Every item kind, in the order in which pages list them.
KINDS: tuple[ItemKind, ...] = (WhoSaid(),)
