"""Circles of links, as a slow and plain search finds them."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.circles import on_circles

NODES = st.sampled_from("abcdefg")


def reaches_itself(node: str, links: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(links.get(node, []))
    while waiting:
        other = waiting.pop()
        if other == node:
            return True
        if other not in seen:
            seen.add(other)
            waiting += links.get(other, [])
    return False


@given(st.dictionaries(NODES, st.lists(NODES, max_size=3)))
def test_what_lies_on_a_circle_leads_back_to_itself(links: dict[str, list[str]]) -> None:
    links = {node: [other for other in others if other != node] for node, others in links.items()}

    assert on_circles(links) == {node for node in links if reaches_itself(node, links)}


def test_a_long_chain_and_a_long_circle_are_no_matter_of_depth() -> None:
    many = 50_000
    chain = {str(n): [str(n + 1)] for n in range(many)}

    assert on_circles(chain) == frozenset()
    assert len(on_circles({**chain, str(many): ["0"]})) == many + 1
