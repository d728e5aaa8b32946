"""What a language does to names, dates and lists, as a value. Whole sentences are frames."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.text.frame import Frame, Phrase

#: Longer whole numbers are printed in groups of three digits.
_UNGROUPED = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """How texts are joined: frames with the holes ``before`` and ``after``.

    Attributes:
        two: of two.
        last: the last of three or more to those before it.
        more: any other to those before it.
    """

    two: Frame
    last: Frame
    more: Frame

    def join(self, texts: Sequence[str]) -> str:
        """Return the texts as one; empty for none."""
        if len(texts) < 2:
            return "".join(texts)
        if len(texts) == 2:
            return _joined(self.two, *texts)
        whole = texts[0]
        for text in texts[1:-1]:
            whole = _joined(self.more, whole, text)
        return _joined(self.last, whole, texts[-1])


def _joined(frame: Frame, before: str, after: str) -> str:
    return frame.fill({"before": Phrase.verbatim(before), "after": Phrase.verbatim(after)})


@dataclass(frozen=True, slots=True)
class Language:
    """The words and rules that no single frame owns.

    Attributes:
        definite: the article before a name; hole ``name``.
        indefinite, before_vowel: likewise, the second before one of ``vowels``.
        months: twelve names.
        day, month, year: how dates of each precision print; holes ``day month year``.
        things, clauses: how names and how clauses are joined.
        right, wrong: how a reason becomes the feedback of an option; hole ``reason``.
        gap: what stands for a blank.
        no_last: words at which a text is not cut off.
        indefinite_articles: words before which a blank would show how its first word sounds.
        spellings: words that are one word in two spellings.
    """

    definite: Frame
    indefinite: Frame
    before_vowel: Frame
    vowels: str
    months: tuple[str, ...]
    day: Frame
    month: Frame
    year: Frame
    things: Listing
    clauses: Listing
    right: Frame
    wrong: Frame
    gap: str
    no_last: tuple[str, ...]
    indefinite_articles: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]

    def noun(self, name: str, *, the: bool = False, plural: bool = False) -> Phrase:
        """Return a name as a phrase."""
        hole = {"name": Phrase.verbatim(name)}
        text = self.definite.fill(hole) if the else name
        if plural:
            return Phrase(text, name, name)
        frame = self.before_vowel if name[:1].lower() in self.vowels else self.indefinite
        return Phrase(text, name, frame.fill(hole))

    def number(self, text: str, unit: str | None) -> str:
        """Return a number as it is read, its thousands grouped, with its unit."""
        sign = text[:1] if text[:1] in "+-" else ""
        whole, point, places = text[len(sign) :].partition(".")
        grouped = f"{int(whole):,}" if whole.isdigit() and len(whole) > _UNGROUPED else whole
        return f"{sign}{grouped}{point}{places}{self._unit(unit)}"

    def _unit(self, unit: str | None) -> str:
        if unit is None:
            return ""
        return unit if unit == "%" else f" {unit}"

    def date(self, year: int, month: int | None = None, day: int | None = None) -> Phrase:
        """Return a date at its precision; never with a weekday."""
        parts = {"year": Phrase.verbatim(str(year))}
        frame = self.year
        if month is not None:
            parts["month"] = Phrase.verbatim(self.months[month - 1])
            frame = self.month
        if day is not None:
            parts["day"] = Phrase.verbatim(str(day))
            frame = self.day
        return Phrase.verbatim(frame.fill(parts))

    def all_of(self, phrases: Sequence[Phrase]) -> Phrase:
        """Return several things as one phrase."""
        return Phrase(
            self.things.join([phrase.text for phrase in phrases]),
            self.things.join([phrase.name for phrase in phrases]),
            self.things.join([phrase.indefinite for phrase in phrases]),
        )
