"""The register of diagnoses. A new one is one file here and one line below.

The codes are stable: editors and teachers' notes name them.
"""

from collections.abc import Callable, Iterator, Mapping

from quizapp.core.diagnostics.bare_sentence import bare_sentence
from quizapp.core.diagnostics.blocked_slot import blocked_slot
from quizapp.core.diagnostics.diagnostic import Diagnostic, Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.fact_without_items import fact_without_items
from quizapp.core.diagnostics.near_synonyms import near_synonyms
from quizapp.core.diagnostics.no_safe_name import no_safe_name
from quizapp.core.diagnostics.open_list import open_list
from quizapp.core.diagnostics.open_speakers import open_speakers
from quizapp.core.diagnostics.past_review import past_review
from quizapp.core.diagnostics.undeclared_reveals import undeclared_reveals
from quizapp.core.diagnostics.unreviewed_distractor import unreviewed_distractor
from quizapp.core.diagnostics.unused_entity import unused_entity
from quizapp.core.diagnostics.weekday_misfit import weekday_misfit

#: Looks through a set and yields its remarks.
Diagnosis = Callable[[Examined], Iterator[Finding]]

#: Those that need the facts alone, by code.
OF_FACTS: Mapping[str, Diagnosis] = {
    "blocked-slot": blocked_slot,
    "weekday-misfit": weekday_misfit,
    "past-review": past_review,
    "near-synonyms": near_synonyms,
    "undeclared-reveals": undeclared_reveals,
    "no-safe-name": no_safe_name,
    "open-list": open_list,
    "open-speakers": open_speakers,
    "bare-sentence": bare_sentence,
}

#: Those that look at the items too, which in a large set takes its time.
OF_ITEMS: Mapping[str, Diagnosis] = {
    "unreviewed-distractor": unreviewed_distractor,
    "unused-entity": unused_entity,
    "fact-without-items": fact_without_items,
}

DIAGNOSES: Mapping[str, Diagnosis] = {**OF_FACTS, **OF_ITEMS}


def diagnose(
    examined: Examined, diagnoses: Mapping[str, Diagnosis] = DIAGNOSES
) -> Iterator[Diagnostic]:
    """Yield every remark, diagnosis by diagnosis."""
    for code, diagnosis in diagnoses.items():
        for finding in diagnosis(examined):
            yield Diagnostic(code, finding)
