"""Whatever stands in a set file, the reader gives a bank or faults with places."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp import paths
from quizapp.core.facts.reader import read_set
from quizapp.errors import FormatError
from tests.tables import BORDERS, CAPITALS, PLACES, YAML

SET = (paths.QUESTIONS / "india-us-2plus2-2023.yaml").read_text(encoding="utf-8")
SOURCE = (paths.SEEDS / "india-us-2plus2-2023.md").read_text(encoding="utf-8")
LINES = SET.splitlines(keepends=True)
SNIPPETS = st.sampled_from(
    ["", "no", "[]", "{}", "[x]", "{a: b}", ": ", "- ", "&x ", "*x", '"', "report", "2023-13", "\t"]
)

TABLES = {"places": PLACES, "capitals": CAPITALS, "borders": BORDERS}


def faults_of(text):
    try:
        read_set("s.yaml", text, {"seeds/india-us-2plus2-2023.md": SOURCE}.get)
    except FormatError as error:
        return error.faults
    return ()


def faults_of_tables(changed):
    texts = {f"t/{name}.csv": text for name, text in (TABLES | changed).items()}
    try:
        read_set("s.yaml", YAML, {}.get, texts.get)
    except FormatError as error:
        return [fault for fault in error.faults if fault.path == f"t/{next(iter(changed))}.csv"]
    return ()


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutilated_set_gives_a_bank_or_faults_with_places(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "cut", "replace"])):
            case "drop":
                lines[at] = ""
            case "double":
                lines[at] *= 2
            case "cut":
                lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))] + "\n"
            case "replace":
                head, colon, _ = lines[at].partition(":")
                lines[at] = f"{head}{colon} {data.draw(SNIPPETS)}\n"

    faults = faults_of("".join(lines))

    assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in faults)


def test_the_whole_set_itself_has_no_fault():
    assert faults_of(SET) == ()


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutilated_table_gives_a_bank_or_faults_with_places(data):
    table, text = data.draw(st.sampled_from(sorted(TABLES.items())))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        noise = data.draw(st.sampled_from([*'",;|\t\n\r\0 x', "\u2028", "é"]) | st.text(max_size=3))
        text = text[:at] + noise + text[at + data.draw(st.integers(0, 3)) :]

    faults = faults_of_tables({table: text})

    assert all(fault.line >= 1 and fault.column >= 1 and fault.reason for fault in faults)
    assert all(fault.line <= text.count("\n") + text.count("\r") + 1 for fault in faults)
