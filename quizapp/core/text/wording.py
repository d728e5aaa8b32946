"""The wording of one language as a value: what ``library.wording`` loads and kinds choose from.

Frames that compete stand in the order in which they are tried: the first that can be filled wins.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.text.codes import CodeWords
from quizapp.core.text.frame import Frame
from quizapp.core.text.language import Language


@dataclass(frozen=True, slots=True)
class KindWording:
    """The words of an item kind.

    Attributes:
        label: its name for people.
        stems: in the order they are tried.
        options: by what they print.
        parts: of statements, pairs and other texts beside the stem, by what they print.
        negative: whether what the stem's claim is false of is right.
    """

    label: str
    stems: tuple[Frame, ...]
    options: Mapping[str, Frame]
    parts: Mapping[str, Frame]
    negative: bool = False


@dataclass(frozen=True, slots=True)
class RelationWording:
    """The words of a relation.

    Attributes:
        say: statements of a claim; whole sentences.
        why: clauses that give the reason, by the rule that decided.
    """

    say: tuple[Frame, ...]
    why: Mapping[str, tuple[Frame, ...]]


@dataclass(frozen=True, slots=True)
class DeclaredWords:
    """What the relations that a set declares get besides the words it gives them.

    Attributes:
        as_of: how a text is given a date; ``{text}`` and ``{at}``.
        why: clauses by the rule that decided; ``{say}`` and ``{deny}`` are the relation's own.
    """

    as_of: str
    why: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FormatWording:
    """How one answers, and how the answer is marked."""

    how: str
    marked: str


@dataclass(frozen=True, slots=True)
class Wording:
    """All frames of a language."""

    name: str
    language: Language
    kinds: Mapping[str, KindWording]
    relations: Mapping[str, RelationWording]
    declared: DeclaredWords
    formats: Mapping[str, FormatWording]
    headings: Mapping[str, str]
    codes: CodeWords

    def frame(self, owner: str, frame_id: str) -> Frame:
        """Return a stem of a kind, or a statement of a relation, by its id.

        Raises:
            KeyError: there is no such kind or relation, or it has no such frame.
        """
        frames = self.kinds[owner].stems if owner in self.kinds else self.relations[owner].say
        return {frame.id: frame for frame in frames}[frame_id]

    def kind_label(self, kind: str) -> str:
        """Return a kind's name for people."""
        return self.kinds[kind].label

    def how(self, format_: str) -> str:
        """Return how an item of a response format is answered."""
        return self.formats[format_].how

    def marked(self, format_: str) -> str:
        """Return how a response of a format is marked."""
        return self.formats[format_].marked

    def heading(self, key: str) -> str:
        """Return the heading that a result counts a shape of facts under."""
        return self.headings[key]
