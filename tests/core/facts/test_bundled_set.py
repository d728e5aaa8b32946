"""The bundled set: every sentence carries facts, and its traps stay undecided."""

import pytest

from quizapp import paths
from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.survey import survey
from quizapp.core.proof.kernel import Kernel
from quizapp.library.files import load_set


@pytest.fixture(scope="module")
def bank():
    return load_set(paths.QUESTIONS / "india-us-2plus2-2023.yaml")


@pytest.fixture(scope="module")
def kernel(bank):
    return Kernel.of_bank(bank)


def test_every_sentence_of_the_source_carries_a_fact(bank):
    figures = survey(bank)

    assert figures.sentences == 16
    assert figures.bare == ()


def test_the_year_is_cited_to_the_teacher(bank):
    for event in ("dialogue", "visit", "attack"):
        assert any(cite.note for cite in bank.facts[event].cites)


@pytest.mark.parametrize(
    ("relation", "subject", "object_"),
    [
        ("covered", "dialogue", "canada-row"),  # Kwatra was asked and did not say
        ("covered", "dialogue", "two-state"),
        ("covered", "dialogue", "climate"),  # the topic list is open
        ("about", "agenda", "visas"),  # overlap
        ("said", "two-state-said", "jaishankar"),  # paraphrase
        ("took_part", "dialogue", "austin"),  # attendance is not in the text
        ("took_part", "dialogue", "kwatra"),
        ("place", "dialogue", "india"),  # nor is the venue
        ("place", "bilateral", "india"),
        ("before", "visit", "bilateral"),
        ("before", "bilateral", "attack"),
        ("said", "open-productive", "blinken"),
    ],
)
def test_the_traps_stay_undecided(kernel, relation, subject, object_):
    assert kernel.status(Claim(relation, subject, object_)) is Status.UNKNOWN


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (Claim("covered", "dialogue", "west-asia"), Status.TRUE),
        (Claim("about", "exchanged", "arctic"), Status.FALSE),
        (Claim("took_part", "bilateral", "austin"), Status.FALSE),
        (Claim("before", "visit", "attack"), Status.TRUE),
        (Claim("before", "attack", "dialogue"), Status.TRUE),
        (Claim("before", "bilateral", "briefing"), Status.TRUE),
        (Claim("ended", "dialogue", Value("date", "2023-11-10")), Status.TRUE),
        (Claim("ended", "dialogue", Value("date", "2023-11-09")), Status.FALSE),
        (Claim("date", "dialogue", Value("date", "2023-11-09")), Status.FALSE),
        (Claim("date", "visit", Value("date", "2023-06-10")), Status.UNKNOWN),
        (Claim("holder", "fs", "kwatra", Instant("2023-11", "report")), Status.TRUE),
        (Claim("holder", "fs", "modi", Instant("2023-11", "report")), Status.FALSE),
        (Claim("holder", "fs", "kwatra", Instant("2023-11-10")), Status.UNKNOWN),
        (Claim("medium", "consistent", "press-briefing"), Status.UNKNOWN),
        (Claim("medium", "agenda", "press-briefing"), Status.FALSE),
    ],
)
def test_what_the_set_decides(kernel, claim, status):
    assert kernel.status(claim) is status


def test_the_sentences_cited_for_a_quotation_name_who_said_it(bank):
    for fact in bank.facts.values():
        if isinstance(fact, StatementFact) and fact.quote and fact.speakers:
            shown = " ".join(
                bank.sources[cite.source].paragraph(cite.paragraph)[
                    cite.sentence_start : cite.sentence_end
                ]
                for cite in fact.cites
            )
            names = [name for id_ in fact.speakers for name in bank.entities[id_].names]
            assert any(name in shown for name in names), fact.slug
