"""Words that are compared with what is recorded: folded texts and the words of a blank."""

import re
import unicodedata
from functools import lru_cache

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge

BLANK = re.compile(r"(.+)\[(\d+):(\d+)\]")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a text without case, accents, and differences of quotes, dashes and spaces."""
    flat = unicodedata.normalize("NFKD", straight(text)).casefold()
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split())


def straight(text: str) -> str:
    """Return a text with straight quotes, plain dashes and plain spaces; no character is lost."""
    return text.translate(_STRAIGHT)


_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\t\n", " "),
    }
)


def blank_of(knowledge: Knowledge, subject: str) -> str:
    """Return the words that a blank ``FACT[start:end]`` covers."""
    match = BLANK.fullmatch(subject)
    assert match is not None, subject
    quote = knowledge.statements[match[1]].quote
    assert quote is not None, subject
    return quote[int(match[2]) : int(match[3])]


def judge_words(knowledge: Knowledge, claim: Claim) -> Verdict:
    """Only the recorded words are the words of a blank (R10)."""
    same = fold(claim.object) == fold(blank_of(knowledge, claim.subject))
    return "true" if same else "false"
