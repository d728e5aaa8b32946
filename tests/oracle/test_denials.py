"""What is denied in words of its own: these are cited and named, not those of the fact around."""

import pytest

from tests.oracle.fuzzing import published_items
from tests.oracle.judge import Docket
from tests.oracle.reader import read_set

SET = """
set: ranks
title: Who outranks whom
sources:
  bulletin: {file: seeds/bulletin.md, kind: bulletin, published: 2023-03, label: the bulletin}
  report: {file: seeds/report.md, kind: report, published: 2023-03, label: the report}
  lesson: {kind: teacher knowledge, label: the lesson}
people:
  a: {name: Ana Rao}
  b: {name: Ben Lal}
  c: {name: Cid Sen}
  d: {name: Dov Pal}
  e: {name: Eve Das}
relations:
  outranks:
    ask: "Whom does {s} outrank?"
    say: "{s} outranks {o}."
    deny: "{s} does not outrank {o}."
    subject: person
    object: person
    symmetric: no
    transitive: yes
facts:
  one: {outranks: [[a, b], [c, d]], cite: {bulletin: Ana is above Ben}}
  two:
    outranks: {c: {list: [e], not: {b: {cite: {lesson: that would be new}}}}}
    cite: {report: Cid is above Eve}
"""
TEXTS = {"bulletin": "Since May Ana is above Ben.", "report": "Since May Cid is above Eve."}


@pytest.fixture
def path(tmp_path):
    for folder in ("questions", "seeds"):
        (tmp_path / folder).mkdir()
    for name, text in TEXTS.items():
        source = f"---\ntitle: A text\n---\n\n[p1] {text}\n"
        (tmp_path / "seeds" / f"{name}.md").write_text(source, encoding="utf-8")
    path = tmp_path / "questions" / "ranks.yaml"
    path.write_text(SET, encoding="utf-8")
    return path


def asked(path, stem, right):
    return next(
        item
        for item in published_items(path, 0)
        if item["stem"] == stem and [o["text"] for o in item["options"] if o["right"]] == [right]
    )


def faults(path, item) -> list[str]:
    docket = Docket(read_set(path))
    docket.add(item)
    return [fault for _, fault in docket.judge()]


def test_a_chain_that_rests_on_a_denial_cites_the_words_of_the_denial_alone(path):
    item = asked(path, "Whom does Cid Sen outrank?", right="Dov Pal")

    assert "chain" in {option["rule"] for option in item["options"]}
    assert {passage["source"] for passage in item["passages"]} == {"bulletin"}
    assert faults(path, item) == []


def test_a_denial_is_told_as_the_word_of_its_own_source(path):
    item = asked(path, "Whom does Cid Sen outrank?", right="Dov Pal")
    denied = [option["why"] for option in item["options"] if option["rule"] in ("denied", "chain")]

    assert denied
    assert all("the lesson says so: Cid Sen does not outrank Ben Lal" in why for why in denied)


def test_a_denial_told_as_the_word_of_another_source_is_seen(path):
    item = asked(path, "Whom does Cid Sen outrank?", right="Dov Pal")
    for option in item["options"]:
        option["why"] = option["why"].replace("the lesson says so", "the report says so")

    assert any("names report" in fault for fault in faults(path, item))
