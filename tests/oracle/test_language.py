"""The shapes that bundled and random sets do not use: what they mean in the oracle's worlds."""

from pathlib import Path

import pytest

from tests.oracle.claims import Claim
from tests.oracle.oracle import NoWorld, decide
from tests.oracle.reader import read_set
from tests.oracle.tree import Unreadable

HEAD = """
set: small
title: A small set
sources:
  lesson: {kind: teacher knowledge, label: the lesson}
"""
WORLD = (
    HEAD
    + """
places: {fr: {name: France}, it: {name: Italy}, jp: {name: Japan}, at: {name: Austria}}
people:
  a: {name: Ana, maybe_same: [b]}
  b: {name: Ben, maybe_same: [c]}
  c: {name: Cid}
  d: {name: Dov}
groups: {g7: {name: G7, the: yes}, quad: {name: Quad, the: yes}}
terms:
  sonnet: {term: sonnet, means: a poem of fourteen lines}
  ode: {term: ode, means: a poem of praise, not_example_of: [sonnet]}
works: {poem: {name: The Poem, example_of: [ode]}}
quantities: {area: {name: area}, heads: {name: heads}}
relations:
  member: {subject: place, object: group, complete_subjects: yes}
  borders: {subject: place, object: place, symmetric: yes}
  capital: {subject: place, object: person, one_object: yes}
  outranks: {subject: person, object: person, transitive: yes, asymmetric: yes}
facts:
  g7-members: {member: [[fr, g7], [it, g7], [jp, g7]], cite: {lesson: so}}
  neighbours: {borders: {it: {list: [fr, at], complete: yes}}, cite: {lesson: so}}
  head: {capital: [[fr, a]], cite: {lesson: so}}
  rank-one: {outranks: [[a, d]], cite: {lesson: so}}
  size: {quantity: area, value: "100", unit: km2, tolerance: "5", cite: {lesson: so}}
  count: {quantity: heads, value: "7", cite: {lesson: so}}
  because: {explains: size, by: count, cite: {lesson: so}}
  not-because: {explains: count, not_by: size, cite: {lesson: so}}
"""
)


def decided(folder: Path, text: str, claim: Claim) -> str:
    (folder / "questions").mkdir()
    path = folder / "questions" / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return decide(read_set(path), [claim])[claim]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (Claim("member", "fr", "g7"), "true"),
        (Claim("member", "at", "g7"), "false"),
        (Claim("borders", "fr", "it"), "true"),
        (Claim("borders", "jp", "it"), "false"),
        (Claim("borders", "fr", "jp"), "unknown"),
        (Claim("borders", "fr", "fr"), "false"),
        (Claim("capital", "fr", "d"), "false"),
        (Claim("capital", "fr", "b"), "unknown"),
        (Claim("capital", "fr", "c"), "unknown"),
        (Claim("outranks", "d", "a"), "false"),
        (Claim("outranks", "d", "c"), "unknown"),
        (Claim("means", "sonnet", "a poem of fourteen lines"), "true"),
        (Claim("means", "sonnet", "a poem of praise"), "false"),
        (Claim("example_of", "poem", "ode"), "true"),
        (Claim("example_of", "poem", "sonnet"), "unknown"),
        (Claim("example_of", "ode", "sonnet"), "false"),
        (Claim("explains", "count", "size"), "true"),
        (Claim("explains", "size", "count"), "false"),
        (Claim("explains", "head", "size"), "unknown"),
        (Claim("value", "area", "103", sort="number", unit="km2"), "true"),
        (Claim("value", "area", "108", sort="number", unit="km2"), "unknown"),
        (Claim("value", "area", "111", sort="number", unit="km2"), "false"),
        (Claim("value", "area", "100", sort="number", unit="ha"), "unknown"),
        (Claim("value", "heads", "8", sort="number"), "false"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.relation}-{value.object}",
)
def test_a_shape_means_what_the_specification_says(claim, verdict, tmp_path):
    assert decided(tmp_path, WORLD, claim) == verdict


def test_things_declared_apart_are_not_the_same_whatever_leads_to_both(tmp_path):
    text = WORLD + "apart: [[a, c]]\n"

    assert decided(tmp_path, text, Claim("capital", "fr", "c")) == "false"


def test_facts_that_contradict_each_other_have_no_world(tmp_path):
    text = WORLD + "  other-head: {capital: [[fr, d]], cite: {lesson: so}}\n"

    with pytest.raises(NoWorld):
        decided(tmp_path, text, Claim("capital", "fr", "a"))


@pytest.mark.parametrize(
    "added",
    ["people: {}\n", "places: &x {}\n", "nonsense: {}\n"],
    ids=["repeated key", "anchor", "unknown section"],
)
def test_a_file_outside_the_language_is_not_read(added, tmp_path):
    text = HEAD + "people: {a: {name: Ana}}\n" + added

    with pytest.raises(Unreadable):
        decided(tmp_path, text, Claim("said", "x", "a"))
