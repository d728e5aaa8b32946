"""What lies on a circle of links, found in one pass however long the chains are."""

from collections.abc import Collection, Mapping


def on_circles(links: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the nodes from which links lead back to themselves.

    Args:
        links: where each node leads; what is no key leads nowhere. No node leads to itself at once.

    The strongly connected components of more than one node, after R. E. Tarjan (1972), "Depth-first
    search and linear graph algorithms", without recursion.
    """
    found: set[str] = set()
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: dict[str, None] = {}  # reached, but their component is not closed; a stack
    for root in links:
        if root in number:
            continue
        path = [(root, iter(links[root]))]
        number[root] = lowest[root] = len(number)
        open_[root] = None
        while path:
            node, following = path[-1]
            for other in following:
                if other not in links:
                    continue
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    open_[other] = None
                    path.append((other, iter(links[other])))
                    break
                if other in open_:
                    lowest[node] = min(lowest[node], number[other])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    component = _closed(open_, node)
                    found.update(component if len(component) > 1 else ())
    return frozenset(found)


def _closed(open_: dict[str, None], first: str) -> list[str]:
    """Take what was reached since ``first``, and it, off the stack."""
    component: list[str] = []
    while not component or component[-1] != first:
        component.append(open_.popitem()[0])
    return component
