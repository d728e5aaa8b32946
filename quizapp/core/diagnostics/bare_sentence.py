"""Sentences of a source that carry no fact."""

from collections.abc import Iterator

from quizapp.core.diagnostics.diagnostic import Finding, Passage
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.survey import survey


def bare_sentence(examined: Examined) -> Iterator[Finding]:
    """Yield the sentences that no fact cites and ``no_fact`` does not list."""
    for bare in survey(examined.bank).bare:
        yield Finding(
            bare.source,
            f'no fact rests on this sentence: "{bare.text}"',
            f'write a fact that cites it, or no_fact: [{{{bare.source}: "…"}}] with its words',
            passage=Passage(bare.source, bare.paragraph, bare.start),
        )
