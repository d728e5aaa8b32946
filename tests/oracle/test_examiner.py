"""Each rule of the examiner is broken once: sound items, judged by a set that forbids them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.claims import Claim, Verdict
from tests.oracle.examiner import RULES
from tests.oracle.fuzzing import published_items
from tests.oracle.judge import Docket
from tests.oracle.knowledge import Entity, Knowledge, Statement
from tests.oracle.oracle import decide
from tests.oracle.random_sets import write_random_set
from tests.oracle.reader import read_set

#: A breach must show within so many sets.
SETS = 12


def _entities(change: Callable[[Entity], Entity]) -> Callable[[Knowledge], None]:
    def doctor(knowledge: Knowledge) -> None:
        for entity in list(knowledge.entities.values()):
            knowledge.entities[entity.id] = change(entity)

    return doctor


def _statements(change: Callable[[Statement], Statement]) -> Callable[[Knowledge], None]:
    def doctor(knowledge: Knowledge) -> None:
        for statement in list(knowledge.statements.values()):
            knowledge.statements[statement.id] = change(statement)

    return doctor


def _state_nothing(knowledge: Knowledge) -> None:
    knowledge.atoms = [a for a in knowledge.atoms if a.relation not in ("about", "covered")]
    knowledge.closures = []


def _overlap_all(knowledge: Knowledge) -> None:
    topics = tuple(knowledge.of("topic"))
    for topic in topics:
        knowledge.entities[topic] = replace(knowledge.entities[topic], overlaps=topics)
    knowledge.apart.clear()


def _echo_all(knowledge: Knowledge) -> None:
    speakers = tuple(knowledge.of("person"))
    for slug, statement in list(knowledge.statements.items()):
        others = tuple(knowledge.statements)
        said = statement.says if statement.quote else speakers
        knowledge.statements[slug] = replace(statement, echoes=others, says=said)


def _name_all_alike(knowledge: Knowledge) -> None:
    names = tuple(knowledge.entities[slug].name for slug in knowledge.of("person"))
    for slug in knowledge.of("person"):
        knowledge.entities[slug] = replace(knowledge.entities[slug], aliases=names)


def _all_the_same(knowledge: Knowledge) -> None:
    for slug, entity in list(knowledge.entities.items()):
        alike = tuple(knowledge.of(entity.section))
        knowledge.entities[slug] = replace(entity, same_as=alike)


def _all_wider(knowledge: Knowledge) -> None:
    terms = tuple(knowledge.of("term"))
    knowledge.wider = dict.fromkeys(terms, terms)


def _another_set(knowledge: Knowledge) -> None:
    knowledge.set_id = "another"


def _all_reveal(entity: Entity) -> Entity:
    fields = ("parties", "participants", "place", "date", "began", "ended", "order", "holder")
    return replace(entity, names=tuple(replace(name, reveals=fields) for name in entity.names))


BREACHES: dict[str, Callable[[Knowledge], None]] = {
    "derived_truth": _state_nothing,
    "right_ones_apart": _overlap_all,
    "nobody_speaks": _statements(lambda s: replace(s, says=("unattributed",))),
    "bare_quotation": _statements(lambda s: replace(s, frame=())),
    "reported_act": _statements(lambda s: replace(s, of="pe0")),
    "echoed": _echo_all,
    "revealing_name": _entities(_all_reveal),
    "one_kind": _entities(lambda e: replace(e, kind=e.id)),
    "shared_names": _name_all_alike,
    "accepted": _name_all_alike,
    "nothing_to_itself": _all_the_same,
    "wider_terms": _all_wider,
    "slots_tested": _another_set,
    "named_in_the_quotation": _entities(lambda e: replace(e, aliases=("We",))),
}


@dataclass(frozen=True)
class Sound:
    """A random set with its items and what is so about them; shared by the rules."""

    path: Path
    items: list[Mapping[str, Any]]
    verdicts: Mapping[Claim, Verdict]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Return how to get the sound set of a seed; each is made once."""

    @cache
    def of(seed: int) -> Sound:
        path = write_random_set(seed, tmp_path_factory.mktemp("sound")).path
        items = list(published_items(path, seed))
        docket = _docket(path, items)
        return Sound(path, items, decide(docket.knowledge, docket.claims()))

    return of


@pytest.mark.parametrize("rule", sorted(BREACHES))
def test_a_breach_of_a_rule_is_seen(rule, sound):
    assert any(_breached(rule, sound(seed)) for seed in range(SETS))


def _docket(path: Path, items: Iterable[Mapping[str, Any]]) -> Docket:
    docket = Docket(read_set(path))
    for item in items:
        docket.add(item)
    return docket


def _breached(rule: str, sound: Sound) -> bool:
    docket = _docket(sound.path, sound.items)
    verdicts = dict(sound.verdicts)
    BREACHES[rule](docket.knowledge)
    if rule == "right_ones_apart":
        meetings = [claim for claim in verdicts if claim.relation == "touch"]
        verdicts.update(decide(docket.knowledge, meetings))
    # With other knowledge an item is asked about other things, which nobody has decided yet.
    beside = [claim for claim in docket.claims() if claim not in verdicts]
    verdicts.update(decide(read_set(sound.path), beside))
    return any(fault.startswith(f"{rule}:") for _, fault in docket.judge(verdicts))


def test_a_word_of_the_rest_of_a_quotation_is_no_option(tmp_path):
    path = write_random_set(1, tmp_path).path
    items = published_items(path, 0)
    item = next(i for i in items if i["kind"] == "quote_completion" and i["options"])
    wrong = next(option for option in item["options"] if not option["right"])
    wrong["text"] = wrong["claims"][0]["object"]["text"] = "We"
    docket = Docket(read_set(path))

    docket.add(item)

    assert any(fault.startswith("completion:") for _, fault in docket.judge())


def test_every_rule_is_broken_once():
    assert {rule.__name__ for rule in RULES} == {*BREACHES, "completion"}
