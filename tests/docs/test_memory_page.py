"""The page about memory has the constants that are in force."""

import re

import pytest

from quizapp.core.memory.forms import FORMS
from tests.architecture.project import ROOT

PAGE = (ROOT / "docs" / "memory.md").read_text("utf-8")
ROW = re.compile(r"^\| (?P<names>`.+?) \| (?P<cells>.+) \|$", re.MULTILINE)
ROWS = {
    name: row["cells"].split(" | ")
    for row in ROW.finditer(PAGE)
    for name in re.findall(r"`(\w+)`", row["names"])
}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_constants_of_a_format_are_printed(name: str) -> None:
    guess, slip, advantage, gain, too_fast, _judged = ROWS[name]
    form = FORMS[name]

    assert guess == ("1/m" if form.guesses else "0")
    assert [float(slip), float(advantage), float(gain)] == [form.slip, form.advantage, form.gain]
    assert too_fast == (f"{form.rapid_seconds}" if form.rapid_seconds else "-")
