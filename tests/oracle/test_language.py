"""The shapes that bundled and random sets do not use: what they mean in the oracle's worlds."""

from pathlib import Path

import pytest

from tests.oracle.claims import Claim
from tests.oracle.oracle import NoWorld, decide, has_world
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


OWN = (
    HEAD
    + """
  paper: {kind: teacher knowledge, label: the paper}
people: {a: {name: Ana}, b: {name: Ben}, c: {name: Cid}, d: {name: Dov, maybe_same: [c]}}
topics:
  sea: {name: sea}
  tide: {name: tide, overlaps: [sea]}
  wave: {name: wave, part_of: [sea]}
  moon: {name: moon}
groups: {club: {name: club}, team: {name: team}}
quantities:
  depth: {name: depth}
  width: {name: width}
  crowd: {name: crowd}
relations:
  chairs: {subject: person, object: group, one_subject: yes}
  studied: {subject: person, object: topic, complete_objects: yes}
  knows: {subject: person, object: person, symmetric: yes, complete_objects: yes}
  pairs_with: {subject: person, object: person, symmetric: yes, one_object: yes}
  above: {subject: person, object: person, symmetric: no, transitive: yes}
  likes: {subject: person, object: person, symmetric: no, irreflexive: no}
  leads: {subject: person, object: group, one_object: yes}
  meets: {subject: topic, object: topic, symmetric: yes}
facts:
  chair: {chairs: [[a, club]], as_of: 2023, cite: {lesson: so}}
  study: {studied: [[a, sea]], cite: {lesson: so}}
  denial: {studied: {b: {not: [sea]}}, cite: {lesson: so}}
  nobody: {likes: {b: {list: [], complete: yes}}, cite: {lesson: so}}
  friends: {knows: [[a, b]], cite: {lesson: so}}
  couple: {pairs_with: [[a, b]], cite: {lesson: so}}
  first: {above: [[a, b]], cite: {lesson: so}}
  second: {above: [[b, c]], cite: {lesson: so}}
  liking: {likes: [[a, b]], cite: {lesson: so}}
  lead: {leads: [[a, club]], cite: {lesson: so}}
  lead-too: {leads: [[a, team]], cite: {paper: so}}
  far: {meets: {sea: {not: [moon]}}, cite: {lesson: so}}
  deep: {quantity: depth, min: "100", unit: m, cite: {lesson: so}}
  wide:
    {quantity: width, value: "1.4", unit: km, tolerance: "0.01", as_of: 2023, cite: {lesson: so}}
  many: {quantity: crowd, value: "70", unit: people, cite: {lesson: so}}
  more: {quantity: crowd, value: "90", unit: people, cite: {paper: so}}
"""
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (Claim("chairs", "a", "club", "2023"), "true"),
        (Claim("chairs", "b", "club", "2023"), "false"),
        (Claim("chairs", "a", "team", "2023"), "unknown"),
        (Claim("chairs", "b", "club"), "unknown"),
        (Claim("chairs", "b", "club", "2022"), "unknown"),
        (Claim("studied", "a", "moon"), "false"),
        (Claim("studied", "a", "tide"), "unknown"),
        (Claim("studied", "a", "wave"), "unknown"),
        (Claim("studied", "c", "moon"), "unknown"),
        (Claim("studied", "b", "sea"), "false"),
        (Claim("studied", "b", "wave"), "unknown"),
        (Claim("studied", "b", "moon"), "unknown"),
        (Claim("likes", "b", "c"), "false"),
        (Claim("likes", "b", "b"), "false"),
        (Claim("likes", "a", "a"), "unknown"),
        (Claim("likes", "b", "a"), "false"),
        (Claim("likes", "c", "a"), "unknown"),
        (Claim("knows", "b", "a"), "true"),
        (Claim("knows", "c", "b"), "false"),
        (Claim("knows", "c", "d"), "unknown"),
        (Claim("pairs_with", "b", "c"), "false"),
        (Claim("pairs_with", "c", "d"), "unknown"),
        (Claim("above", "a", "c"), "true"),
        (Claim("above", "c", "a"), "false"),
        (Claim("above", "a", "d"), "unknown"),
        (Claim("above", "b", "a"), "false"),
        (Claim("meets", "sea", "moon"), "false"),
        (Claim("meets", "moon", "wave"), "unknown"),
        (Claim("meets", "wave", "moon"), "unknown"),
        (Claim("meets", "wave", "tide"), "unknown"),
        (Claim("leads", "a", "club"), "unknown"),
        (Claim("leads", "a", "team"), "unknown"),
        (Claim("leads", "b", "club"), "unknown"),
        (Claim("value", "depth", "90", sort="number", unit="m"), "false"),
        (Claim("value", "depth", "99.8", sort="number", unit="m"), "unknown"),
        (Claim("value", "depth", "120", sort="number", unit="m"), "unknown"),
        (Claim("value", "width", "1400", "2023", "number", "m"), "true"),
        (Claim("value", "width", "1.44", "2023", "number", "km"), "unknown"),
        (Claim("value", "width", "1.46", "2023", "number", "km"), "false"),
        (Claim("value", "width", "1.4", "2022", "number", "km"), "unknown"),
        (Claim("value", "crowd", "70", sort="number", unit="people"), "unknown"),
        (Claim("value", "crowd", "10", sort="number", unit="people"), "unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.relation}-{value.object}",
)
def test_an_own_relation_or_a_number_means_what_the_specification_says(claim, verdict, tmp_path):
    assert decided(tmp_path, OWN, claim) == verdict


@pytest.mark.parametrize(
    "added",
    [
        "  x: {chairs: [[b, club]], as_of: 2023, cite: {lesson: so}}",
        "  x: {studied: [[b, sea]], cite: {paper: so}}",
        "  x: {knows: {c: {list: [d], complete: yes}, b: {list: [c]}}, cite: {lesson: so}}",
        "  x: {pairs_with: [[b, c]], cite: {lesson: so}}",
        "  x: {above: [[c, a]], cite: {lesson: so}}",
        "  x: {above: [[b, b]], cite: {lesson: so}}",
        "  x: {likes: [[b, c]], cite: {lesson: so}}",
        "  x: {leads: [[a, team]], cite: {lesson: so, paper: so}}",
        '  x: {quantity: width, value: "9", unit: km, as_of: 2023, cite: {lesson: so}}',
        '  x: {quantity: width, max: "1000", unit: m, as_of: 2023, cite: {lesson: so}}',
        "  x: {pairs_with: [[c, a]], cite: {lesson: so}}",
        "  x: {meets: [[moon, sea]], cite: {paper: so}}",
    ],
)
def test_what_breaks_a_constraint_has_no_world(added, tmp_path):
    with pytest.raises(NoWorld):
        decided(tmp_path, OWN + added, Claim("chairs", "a", "club", "2023"))


@pytest.mark.parametrize(
    "added",
    [
        "  x: {chairs: [[b, club]], as_of: 2024, cite: {lesson: so}}",
        "  x: {chairs: [[b, club]], as_of: 2023, cite: {paper: so}}",
        "  x: {studied: [[a, moon]], cite: {paper: so}}",
        "  x: {above: [[a, c]], cite: {lesson: so}}",
        '  x: {quantity: width, value: "9", unit: km, as_of: 2024, cite: {lesson: so}}',
    ],
)
def test_what_breaks_none_has_a_world(added, tmp_path):
    assert decided(tmp_path, OWN + added, Claim("above", "a", "b")) == "true"


def test_values_that_are_perhaps_the_same_are_no_two_values(tmp_path):
    text = (
        HEAD
        + """
people: {a: {name: Ana}, b: {name: Ben}, c: {name: Cid, maybe_same: [b]}}
relations: {loves: {subject: person, object: person, symmetric: no, one_object: yes}}
facts:
  one: {loves: [[a, b]], cite: {lesson: so}}
  other: {loves: [[a, c]], cite: {lesson: so}}
"""
    )
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")

    assert not has_world(read_set(tmp_path / "small.yaml"))


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
