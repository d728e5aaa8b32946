"""Made-up names and words: no two share a word, so that no name leads to another by accident."""

from random import Random

CONSONANTS = "bdfgklmnprstvz"
VOWELS = "aeiou"
FILLERS = (
    "openly", "briefly", "warmly", "again", "today", "plainly", "calmly", "firmly", "gladly",
    "mostly", "partly", "soon", "early", "twice", "daily", "quietly", "jointly", "freshly",
    "boldly", "kindly", "neatly", "surely", "vastly", "wholly", "yearly", "sharply", "evenly",
)  # fmt: skip
VERBS = (
    "discussed", "weighed", "reviewed", "welcomed", "examined", "raised", "praised", "mentioned",
    "pondered", "debated", "explored", "studied", "recalled", "measured", "compared", "outlined",
)  # fmt: skip


class Names:
    """A source of new words."""

    def __init__(self, rng: Random) -> None:
        """Draw from ``rng``."""
        self._rng = rng
        self._used: set[str] = set()

    def word(self, syllables: int = 3) -> str:
        """Return a new word in small letters."""
        while True:
            drawn = "".join(
                self._rng.choice(CONSONANTS) + self._rng.choice(VOWELS) for _ in range(syllables)
            )
            if drawn not in self._used:
                self._used.add(drawn)
                return drawn

    def proper(self, words: int = 1) -> str:
        """Return a new proper name."""
        return " ".join(self.word().capitalize() for _ in range(words))

    def sentence(self, named: list[str]) -> str:
        """Return words that somebody may have said of some things."""
        lead = [self._rng.choice(FILLERS) for _ in range(self._rng.randint(1, 3))]
        opening = f"We {self._rng.choice(VERBS)} {self.word(2)} {' '.join(lead)}"
        if not named:
            return f"{opening} and {self._rng.choice(VERBS)} {self.word(3)}"
        *others, last = named
        listed = f"{', '.join(others)} and {last}" if others else last
        return f"{opening}, {listed}, and {self._rng.choice(VERBS)} {self.word(2)}"
