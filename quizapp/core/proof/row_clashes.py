"""Clashes among the rows of a relation that a set declares: what its flags do not allow (R19).

Where a relation is transitive, what rows lead to counts as a row too.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from quizapp.core.facts.fact import Atom
from quizapp.core.proof.rows import Listed, Rows
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule

LEAVE_ONE = "correct one of them"


@dataclass(frozen=True, slots=True)
class RowClash:
    """What contradicts what.

    Attributes:
        rule: the constraint that is broken.
        row: subject and object of the row that cannot be.
        atoms: the rows that say so; those that lead from one to the other, in order.
        against: the fact that denies it or whose list leaves it out; None where the flags do.
    """

    rule: Rule
    row: tuple[str, str]
    atoms: tuple[Atom, ...]
    against: str | None = None


def row_clashes(rows: Rows, structure: Structure) -> Iterator[RowClash]:
    """Yield what no world allows, but two rows in a single-valued slot (``disputes``)."""
    found = (
        _denied(rows),
        _circles(rows),
        _single(rows, structure),
        _left_out(rows, structure),
    )
    return chain.from_iterable(found)


def _denied(rows: Rows) -> Iterator[RowClash]:
    """Yield rows that are stated, or follow from others, and are denied."""
    seen: set[Atom] = set()
    for (subject, object_), denial in rows.denied.items():
        stated = rows.chain(subject, object_)
        if stated is not None and denial not in seen:
            seen.add(denial)
            yield RowClash(Rule.DENIED, (subject, object_), stated, denial.fact)


def _circles(rows: Rows) -> Iterator[RowClash]:
    relation, steps = rows.relation, rows.steps
    if relation.transitive and relation.irreflexive:
        for atom, back in steps.circles():
            yield RowClash(Rule.IRREFLEXIVE, _row(atom), (atom, *back))
    elif relation.irreflexive:
        for start in steps.starts():
            if start in steps.onward(start):
                atom = steps.onward(start)[start]
                yield RowClash(Rule.IRREFLEXIVE, (start, start), (atom,))
    if relation.asymmetric and not relation.transitive:
        for start in steps.starts():
            for end, atom in steps.onward(start).items():
                if start < end and start in steps.onward(end):
                    yield RowClash(Rule.ASYMMETRIC, (start, end), (atom, steps.onward(end)[start]))


def _row(atom: Atom) -> tuple[str, str]:
    return atom.claim.subject, str(atom.claim.object)


def _single(rows: Rows, structure: Structure) -> Iterator[RowClash]:
    """Yield two rows in a row that bring a third one with them, where there can be one."""
    relation, steps = rows.relation, rows.steps
    if not relation.transitive or not (relation.functional or relation.inverse_functional):
        return
    for start in steps.starts():
        for middle, first in steps.onward(start).items():
            for end, second in steps.onward(middle).items():
                if relation.functional and not structure.possibly_same(middle, end):
                    yield RowClash(Rule.FUNCTIONAL, (start, end), (first, second))
                if relation.inverse_functional and not structure.possibly_same(start, middle):
                    yield RowClash(Rule.INVERSE_FUNCTIONAL, (start, end), (first, second))


def _left_out(rows: Rows, structure: Structure) -> Iterator[RowClash]:
    """Yield the rows that complete lists leave out; of those that only follow, one a list."""
    steps = rows.steps

    def omits(listed: Listed, end: str) -> bool:
        if rows.relation.symmetric:  # A list names who lists its owner: to be near is too little.
            return not structure.may_be_among(end, listed.ends)
        return not rows.may_be_object(end, listed)

    for owner, lists in rows.closed.items():
        for listed in lists:
            off = [end for end in steps.onward(owner) if omits(listed, end)]
            if not off and rows.relation.transitive:
                onward = _itself_last(steps.after(owner), owner)
                off = [*islice((end for end in onward if not rows.may_be_object(end, listed)), 1)]
            for end in off:
                yield from _against(rows, (owner, end), listed.closure.fact)
    if rows.relation.symmetric:
        return  # The list of each end has been looked at.
    for owner, lists in rows.closed_inverse.items():
        for listed in lists:
            off = [one for one in steps.backward(owner) if not rows.may_be_subject(one, listed)]
            if not off and rows.relation.transitive:
                back = _itself_last(steps.before(owner), owner)
                off = [*islice((one for one in back if not rows.may_be_subject(one, listed)), 1)]
            for start in off:
                yield from _against(rows, (start, owner), listed.closure.fact)


def _itself_last(reached: Iterable[str], owner: str) -> Iterator[str]:
    """Yield what is reached, and the owner itself, which it is on a circle only, at the end."""
    return chain((one for one in reached if one != owner), (owner,))


def _against(rows: Rows, row: tuple[str, str], fact: str) -> Iterator[RowClash]:
    stated = rows.chain(*row)
    if stated is not None:  # Nothing leads from most things back to themselves.
        yield RowClash(Rule.CLOSED_LIST, row, stated, fact)


def row_reason(name: str, clash: RowClash, named: Callable[[str], str]) -> str:
    """Return what contradicts what among the rows of a relation, and what to do.

    Args:
        named: returns a thing's name.
    """
    subject, object_ = map(named, clash.row)
    told = quoted([atom.fact for atom in clash.atoms])
    row = f"{told} put{'' if ' and ' in told else 's'} {subject} and {object_} in {name}"
    match clash.rule:
        case Rule.DENIED:
            return f'{row}, but "{clash.against}" denies it: {LEAVE_ONE}'
        case Rule.CLOSED_LIST:
            return (
                f'{row}, but the complete list of "{clash.against}" leaves it out: complete '
                "the list or leave it open"
            )
        case Rule.IRREFLEXIVE:
            return f"{told} would put {subject} in {name} to itself: {LEAVE_ONE}"
        case Rule.ASYMMETRIC:
            return f"{row} both ways, but it is declared asymmetric: {LEAVE_ONE}"
        case _:
            return f"{row} by two steps, where there can be one: {LEAVE_ONE}"


def quoted(slugs: Iterable[str]) -> str:
    """Return slugs in words, each once."""
    return " and ".join(f'"{slug}"' for slug in dict.fromkeys(slugs))
