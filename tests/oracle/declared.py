"""The frames of a set's own relations, as the set words them and as its wording data adds to them.

``{s}`` and ``{o}`` are the ends; which end a stem asks for is the one that it does not print. Rows
that hold for a date are printed with it, before the stop (``as_of``).
"""

from collections.abc import Iterator

from tests.oracle.knowledge import Knowledge, Relation
from tests.oracle.wording import Frame, Language, frame

#: The hole of the date; other frames print events in a hole called "at".
DATE = "as_of"


def sayings(knowledge: Knowledge, language: Language) -> Iterator[Frame]:
    """Yield the statements of every relation, undated and dated."""
    for relation in knowledge.relations.values():
        yield from _frames(relation, relation.say, "s", "o", language)


def stems(knowledge: Knowledge, language: Language) -> Iterator[Frame]:
    """Yield the stems of every relation, undated and dated."""
    for relation in knowledge.relations.values():
        for ask in relation.asks:
            ends = [end if f"{{{end}}}" in ask else "?" for end in ("s", "o")]
            yield from _frames(relation, ask, ends[0], ends[1], language)


def reasons(relation: Relation, language: Language) -> dict[str, tuple[Frame, ...]]:
    """Return the clauses of reasons about one relation, by rule."""
    told = {"say": _bare(relation.say), "deny": _bare(relation.deny)}
    return {
        rule: tuple(
            frame(_filled(text, {name: form(words) for name, words in told.items()}), rule)
            for text in texts
            for form in (str, lambda words: _dated(words, language))
        )
        for rule, texts in language.declared["why"].items()
    }


def _frames(
    relation: Relation, text: str, subject: str, thing: str, language: Language
) -> Iterator[Frame]:
    claim = f"{relation.id}({subject}, {thing})"
    stop = text[len(_bare(text)) :]
    yield frame(text, relation.id, claim)
    yield frame(_dated(_bare(text), language) + stop, relation.id, f"{claim} at {DATE}")


def _dated(text: str, language: Language) -> str:
    return _filled(str(language.declared["as_of"]), {"text": text, "at": f"{{{DATE}}}"})


def _filled(template: str, words: dict[str, str]) -> str:
    for name, text in words.items():
        template = template.replace(f"{{{name}}}", text)
    return template


def _bare(text: str) -> str:
    """Return a sentence without its stop."""
    return text.rstrip(".?!")
