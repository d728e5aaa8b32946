"""The search finds where a function is least, the same each time, and goes nowhere it may not."""

from math import inf

import pytest

from quizapp.core.memory.searching import Place, least


def bowl(place: Place) -> float:
    """Least at (1, -2, 3), and not equally steep in all directions."""
    a, b, c = place
    return (a - 1) ** 2 + 10 * (b + 2) ** 2 + 0.5 * (c - 3) ** 2 + (a - 1) * (c - 3) * 0.5


def valley(place: Place) -> float:
    """Rosenbrock's (1960): least at (1, 1), at the end of a bent valley."""
    a, b = place
    return (1 - a) ** 2 + 100 * (b - a * a) ** 2


def test_the_least_place_is_found() -> None:
    found = least(bowl, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), most_looks=1_000, near=1e-12)

    assert found == pytest.approx((1, -2, 3), abs=1e-4)


def test_it_is_found_at_the_end_of_a_bent_valley() -> None:
    found = least(valley, (-1.2, 1.0), (0.5, 0.5), most_looks=1_000, near=1e-14)

    assert found == pytest.approx((1, 1), abs=1e-4)


def test_nothing_is_found_where_one_may_not_go() -> None:
    def fenced(place: Place) -> float:
        return inf if place[0] > 0.25 else bowl(place)

    found = least(fenced, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), most_looks=2_000, near=1e-9)

    assert 0.2 < found[0] <= 0.25
    # The best behind the fence: the other two are free.
    assert found[1:] == pytest.approx((-2, 3.375), abs=0.1)


@pytest.mark.parametrize("most_looks", [4, 10, 50])
def test_it_looks_about_as_often_as_it_may(most_looks: int) -> None:
    looks = []

    def counted(place: Place) -> float:
        looks.append(place)
        return bowl(place)

    least(counted, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), most_looks=most_looks, near=0)

    assert most_looks <= len(looks) <= most_looks + 5


def test_it_stops_where_nothing_is_left_to_gain() -> None:
    looks = []

    def counted(place: Place) -> float:
        looks.append(place)
        return bowl(place)

    least(counted, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), most_looks=10_000, near=0.01)

    assert len(looks) < 200


def test_the_same_search_finds_the_same_place() -> None:
    one, other = (
        least(bowl, (0.3, 0.1, 0.2), (0.7, 0.4, 0.2), most_looks=60, near=0) for _ in range(2)
    )

    assert one == other
