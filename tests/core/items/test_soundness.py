"""Whatever the facts: no undecided option, no two right ones, no id that matters."""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from quizapp import paths
from quizapp.core.facts.claim import Status
from quizapp.core.facts.reader import read_set
from quizapp.core.items.bodies.chosen import Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Option
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.clash import clashes
from quizapp.core.proof.kernel import Kernel
from quizapp.errors import FormatError
from quizapp.library.wording import load_wording
from tests.core.items.readback import Reader
from tests.core.items.told import read
from tests.core.items.worlds import worlds, written
from tests.sets import SOURCE

# Worlds are large: to shrink a failing one takes longer than to read it.
FEW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),
)
MANY = settings(FEW, max_examples=2000)
SIZES = [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=pytest.mark.long)]


def context_of(text):
    """Return the context of a set; hypothesis tries another where it is faulty or clashes."""
    try:
        bank = read_set("world.yaml", text, {"seeds/small.md": SOURCE}.get)
    except FormatError:
        assume(False)
    assume(not clashes(bank))
    return Context(bank, load_wording())


def check_proof(world):
    made = context_of(written(world))
    kernel = Kernel.of_bank(made.bank)

    for item in items(made):
        told = [one for one in (*item.options, *item.parts) if one.claims]
        for one in told:
            (status,) = {kernel.status(claim) for claim in one.claims}
            is_true = one.right if isinstance(one, Option) else one.holds
            assert status is (Status.TRUE if is_true else Status.FALSE)
        right = [option.right for option in item.options].count(True)
        assert item.format == "choices" or right == (1 if item.options else 0)
        for claim in item.asserts:
            assert kernel.status(claim) is Status.TRUE


def other_id(id_):
    return f"z{id_[::-1]}"


def check_reading(world):
    made = context_of(written(world, other_id))  # so that no word of a text is an id
    reader = Reader(made.bank, paths.WORDING / "en")

    for item in items(made):
        for found, wanted in read(reader, item):
            assert found == wanted


def proposals(made):
    """Return all that kinds propose, by what a reader sees; twins are drawn, so they are left."""
    found = set()
    for kind in KINDS:
        for slot in kind.slots(made):
            try:
                for draft in kind.pose(made, slot, Random(0)):
                    if kind.name != "true_false" or draft.body.choices[0].right:
                        found.add((kind.name, draft.stem, told(draft.body)))
            except Unaskable:
                pass
    return found


def told(body):
    """Return what a reader sees of a body, and which options are right."""
    if isinstance(body, Chosen):
        return frozenset((one.text, one.right) for one in body.choices)
    return frozenset(body.printed)


def check_ids(world):
    plain = context_of(written(world))
    renamed = context_of(written(world, other_id))

    assert proposals(plain) == proposals(renamed)


@pytest.mark.parametrize("size", SIZES)
def test_every_option_is_decided_and_one_is_right(size):
    size(given(worlds())(check_proof))()


@pytest.mark.parametrize("size", SIZES)
def test_every_text_has_exactly_one_reading(size):
    size(given(worlds())(check_reading))()


@pytest.mark.parametrize("size", SIZES)
def test_other_ids_make_the_same_proposals(size):
    size(given(worlds())(check_ids))()
