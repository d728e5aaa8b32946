"""The examiner's rules about an item as a whole, judged on the printed item (section 1.5).

Each rule is a function that yields what it objects to. Truth is not judged here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.oracle.claims import Claim, Verdict
from tests.oracle.lexicon import Lexicon
from tests.oracle.reading import Stem

Item = Mapping[str, Any]


def breaches(
    item: Item, stem: Stem, claims: list[Claim], known: Mapping[Claim, Verdict], lexicon: Lexicon
) -> Iterator[str]:
    """Yield every breach of a rule by one item."""
    return iter(())
