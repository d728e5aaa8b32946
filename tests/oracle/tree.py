"""A set file as plain text in plain containers: every scalar a string, nothing typed.

It refuses what the language refuses of YAML itself (anchors, aliases, repeated keys); what the
entries mean is read in ``entities`` and ``shapes``. It shares no code with the application.
"""

from pathlib import Path
from typing import TypeAlias

import yaml

Tree: TypeAlias = str | list["Tree"] | dict[str, "Tree"]

#: The same language, faster where the C library is there.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Unreadable(Exception):
    """The file is not in the language that the specification describes."""


def read_tree(path: Path) -> dict[str, Tree]:
    """Return the file as nested dicts, lists and strings."""
    text = path.read_text(encoding="utf-8")
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            raise Unreadable(f"{path}: anchors and aliases are not allowed")
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        raise Unreadable(f"{path}: empty")
    return mapping(_plain(node))


def _plain(node: yaml.Node) -> Tree:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable(f"what is this? {node.start_mark}")
    result: dict[str, Tree] = {}
    for key, value in node.value:
        name = text_of(_plain(key))
        if name in result:
            raise Unreadable(f"the key {name!r} stands twice{key.start_mark}")
        result[name] = _plain(value)
    return result


def mapping(tree: Tree | None) -> dict[str, Tree]:
    """Return a mapping; nothing at all is an empty one."""
    if tree is None or tree == "":
        return {}
    if not isinstance(tree, dict):
        raise Unreadable(f"a mapping was expected, not {tree!r}")
    return tree


def text_of(tree: Tree) -> str:
    """Return a scalar."""
    if not isinstance(tree, str):
        raise Unreadable(f"a text was expected, not {tree!r}")
    return tree


def texts(tree: Tree | None) -> tuple[str, ...]:
    """Return a list of scalars; a lone scalar is a list of one, nothing is none."""
    if tree is None:
        return ()
    if isinstance(tree, str):
        return (tree,)
    if isinstance(tree, dict):
        return tuple(tree)
    return tuple(text_of(child) for child in tree)


def optional(tree: Tree | None) -> str | None:
    """Return a scalar or None where the field is missing."""
    return None if tree is None else text_of(tree)


def is_yes(tree: Tree | None) -> bool:
    """Return whether a flag is set; only the words yes and no are flags."""
    if tree is None:
        return False
    if tree not in ("yes", "no", "true", "false"):
        raise Unreadable(f"yes or no was expected, not {tree!r}")
    return tree in ("yes", "true")
