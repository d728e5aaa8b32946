"""Shelves: what a quiz of a large set is drawn from, and when its items are counted."""

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from quizapp import paths
from quizapp.core.facts.claim import Claim
from quizapp.core.items import generate
from quizapp.core.items.item import Item
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Verdict
from quizapp.errors import SetReplaced
from quizapp.library import shelf as shelves
from quizapp.library.files import load_set
from quizapp.library.kept import KeptPools
from quizapp.library.loader import Library
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.catalog import set_cards, set_view
from tests.core.worlds.laws import no_two_are_enemies
from tests.row_set import write_row_set

ENGLISH = paths.WORDING / "en"


def large(folder: Path, rows: int) -> Shelf:
    shelf = Shelf(load_set(write_row_set(folder, rows)), load_wording())
    shelf.warm()
    return shelf


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return large(tmp_path_factory.mktemp("thousand"), 1_000)


@pytest.fixture(scope="module")
def ten_thousand(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return large(tmp_path_factory.mktemp("thousands"), 10_000)


def quiz(
    shelf: Shelf, *, seed: int, size: int | None = 10, feedback_each: bool = False
) -> tuple[Item, ...]:
    return shelf.quiz(size=size, feedback_each=feedback_each, rng=Random(seed))


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count the claims judged and the slots posed until the end of the block."""
    calls: Counter[str] = Counter()
    decide, pose = Kernel.decide, generate.pose

    def counting_decide(kernel: Kernel, claim: Claim) -> Verdict:
        calls["claims"] += 1
        return decide(kernel, claim)

    def counting_pose(*args: object, **kwargs: object) -> tuple[Item, ...]:
        calls["slots"] += 1
        return pose(*args, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Kernel, "decide", counting_decide)
        patched.setattr(generate, "pose", counting_pose)
        yield calls


def first_and_next(shelf: Shelf, seed: int) -> tuple[Item, ...]:
    """Return the first two items of a draw."""
    drawn = generate.drawn(shelf.context, shelf.asks, draw=seed)
    return tuple(next(posed[0] for posed in drawn if posed) for _ in range(2))


# --- drawing ---


def test_the_first_and_the_next_item_take_as_much_judging_in_a_set_ten_times_as_large(
    thousand, ten_thousand, monkeypatch
):
    calls = []
    for shelf in (thousand, ten_thousand):
        with counted(monkeypatch) as made:
            for seed in range(20):
                assert len(first_and_next(shelf, seed)) == 2
        calls.append(made)

    few, many = calls
    assert few["slots"] <= 20 * 4
    assert many["slots"] <= 20 * 4
    assert many["claims"] <= 1.3 * few["claims"]


def test_a_quiz_takes_as_much_judging_in_a_set_ten_times_as_large(
    thousand, ten_thousand, monkeypatch
):
    calls = []
    for shelf in (thousand, ten_thousand):
        with counted(monkeypatch) as made:
            for seed in range(5):
                assert len(quiz(shelf, seed=seed, feedback_each=True)) == 10
        calls.append(made)

    few, many = calls
    assert many["slots"] <= 1.3 * few["slots"]
    assert many["claims"] <= 1.3 * few["claims"]


def test_the_same_seed_gives_the_same_quiz(ten_thousand, tmp_path):
    again = Shelf(load_set(write_row_set(tmp_path, 10_000)), load_wording())

    assert quiz(again, seed=7) == quiz(ten_thousand, seed=7)


def test_starts_with_different_seeds_differ(ten_thousand):
    first, second = quiz(ten_thousand, seed=1), quiz(ten_thousand, seed=2)

    assert {item.id for item in first}.isdisjoint(item.id for item in second)


@pytest.mark.parametrize("feedback_each", [False, True])
def test_no_two_items_of_a_drawn_quiz_are_enemies(thousand, feedback_each):
    for seed in range(3):
        items = quiz(thousand, seed=seed, size=20, feedback_each=feedback_each)

        assert len(items) == 20
        no_two_are_enemies(items, thousand.bank, feedback_each=feedback_each)


def test_kinds_and_relations_are_spread_over_a_drawn_quiz(ten_thousand):
    items = quiz(ten_thousand, seed=3, size=20)

    kinds = Counter(item.kind for item in items)
    facts = Counter(slot.split("/")[1] for item in items for slot in item.tests)
    assert len(kinds) >= 8
    assert max(kinds.values()) <= 4
    assert facts.keys() == {"capitals", "rulers", "regions"}
    assert min(facts.values()) >= 4


def test_as_many_as_fit_together_are_of_a_large_set_the_longest_quiz(thousand):
    assert len(quiz(thousand, size=None, seed=1)) == shelves.LONGEST


def test_a_draw_comes_to_every_ask_once(thousand):
    asks = list(thousand.asks.drawn(5))

    assert len(asks) == len(thousand.asks)
    assert len({(kind.name, slot) for kind, slot in asks}) == len(asks)


def test_a_draw_comes_to_every_slot_before_it_comes_to_one_again(thousand):
    slots = [slot for _, slot in thousand.asks.drawn(5)]

    assert len(set(slots[:999])) == 999


# --- counting ---


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a set that counts as large here."""
    monkeypatch.setattr(shelves, "SMALL", 30)
    return write_row_set(tmp_path, 45).parent


def test_the_page_of_a_set_stands_without_its_items_and_counts_appear_later(rows):
    library = Library(rows, ENGLISH)
    go_on = threading.Event()
    shelf = library.shelf("rows")
    shelf._count = held_back(shelf._count, go_on)

    before, card = set_view(shelf), set_cards(library)[0]
    go_on.set()
    shelf.count()
    after = set_view(shelf)

    assert (before.items, before.most, before.kinds, card.items) == (None, None, (), None)
    assert (before.facts, before.slots) == (45, 45)
    assert after.items == sum(kind.items for kind in after.kinds) > 45
    assert set_cards(library)[0].items == after.items


def held_back(count: Callable[[], object], go_on: threading.Event) -> Callable[[], object]:
    def counting() -> object:
        assert go_on.wait(30)
        return count()

    return counting


def test_the_counts_of_a_large_set_are_those_of_all_its_items(rows):
    shelf = Library(rows, ENGLISH).shelf("rows")

    pool = shelf.count()

    made = list(generate.items(shelf.context))
    assert pool.kinds == Counter(item.kind for item in made)
    assert pool.count == len({item.id for item in made})
    assert pool.items is None


_COUNT = """
import sys
from pathlib import Path
from random import Random
from quizapp import paths
from quizapp.library.loader import Library
from quizapp.library import shelf as shelves
from quizapp.library.shelf import Shelf
shelves.SMALL = 30
count = Shelf._count
def said(shelf):
    print("counted", flush=True)
    return count(shelf)
Shelf._count = said
library = Library(Path(sys.argv[1]), paths.WORDING / "en", Path(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
print(library.shelf("rows").count().count, flush=True)
"""


def test_of_two_processes_one_counts_and_the_other_takes_what_it_found(rows, tmp_path):
    command = [sys.executable, "-c", _COUNT, str(rows), str(tmp_path / "pools")]
    pipe = subprocess.PIPE
    both = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(2)]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"

    for one in both:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=60)[0].split() for one in both]

    assert sorted(len(words) for words in said) == [1, 2]
    assert said[0][-1] == said[1][-1]


def test_a_kept_count_that_is_damaged_is_made_anew(rows, tmp_path):
    pools = tmp_path / "pools"
    whole = Library(rows, ENGLISH, pools).shelf("rows").count()
    (file,) = pools.glob("*.json")
    file.write_bytes(file.read_bytes().replace(b'"kinds"', b'"kindz"'))

    again = Library(rows, ENGLISH, pools).shelf("rows").count()

    assert again == whole
    assert KeptPools(pools, ENGLISH).find("rows", load_set(rows / "rows.yaml").digest) == whole


def test_a_large_set_that_was_replaced_is_counted_no_further(tmp_path):
    path = write_row_set(tmp_path, 1_500)
    library = Library(path.parent, ENGLISH)
    former = library.shelf("rows")

    path.write_text(path.read_text(encoding="utf-8") + "# saved again\n", encoding="utf-8")
    latter = library.shelf("rows")

    assert latter is not former
    with pytest.raises(SetReplaced):
        former.count()
