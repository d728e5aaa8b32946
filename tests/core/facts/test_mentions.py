"""Names in texts, found by their words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.mentions import Mention, NamesInTexts
from quizapp.core.text.citing import fold

NAMES = st.text(alphabet="ab é.-’", min_size=1, max_size=6).filter(
    lambda name: any(map(str.isalnum, name))
)
TEXTS = st.text(alphabet="abAB é.-’_", max_size=40)


def searched_by_pattern(names, text):
    """Return what stands in a text, the slow and plain way: every name, the longest first."""
    folded = fold(text)
    named = {}
    for number, name in enumerate(names):
        named.setdefault(fold(name).text.strip().lower(), []).append(str(number))
    found = []
    for name in sorted(named, key=lambda one: (-len(one), one)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded.text.lower()):
            if not any(one[0] < match.end() and match.start() < one[1] for one, _ in found):
                found.append((match.span(), tuple(named[name])))
    return tuple(Mention(*folded.raw_span(*span), ids) for span, ids in sorted(found))


@given(st.lists(NAMES, max_size=8), TEXTS)
def test_names_are_found_as_a_pattern_for_each_would_find_them(names, text):
    things = [Entity(str(n), Section.TOPICS, name) for n, name in enumerate(names)]

    assert NamesInTexts(things).mentions(text) == searched_by_pattern(names, text)
