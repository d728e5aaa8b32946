"""Claims whose object is a text: the words of a quotation, the meaning of a term."""

from collections.abc import Iterable, Sequence

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting

_UNKNOWN = Verdict(Status.UNKNOWN, Rule.UNDECIDED)


class Texts:
    """What the facts decide about texts; how they are written in capitals and spaces is nothing."""

    def __init__(self, structure: Structure, atoms: Iterable[Atom]) -> None:
        self._structure = structure
        self._meanings: dict[str, list[Atom]] = {}
        for atom in atoms:
            if atom.claim.relation == "means" and atom.claim.holds:
                self._meanings.setdefault(_folded(atom), []).append(atom)

    def decide(
        self,
        relation: Relation,
        claim: Claim,
        stated: Sequence[Atom],
        denied: Sequence[Atom],
        *,
        single: bool,
    ) -> Verdict:
        """Return the verdict on a claim.

        Args:
            stated, denied: what is said of its subject in this relation.
            single: whether only one text can be right there.
        """
        asked = _folded(claim)
        for holds, atoms in ((True, stated), (False, denied)):
            for atom in atoms:
                if _folded(atom) == asked:
                    return resting(holds, Rule.STATED if holds else Rule.DENIED, [atom])
        if stated and single:
            rule = Rule.FUNCTIONAL if relation.inverse_functional else Rule.WORDING
            return resting(False, rule, stated[:1])
        if relation.inverse_functional:
            for atom in self._meanings.get(asked, ()):
                if not self._structure.possibly_same(atom.claim.subject, claim.subject):
                    return resting(False, Rule.INVERSE_FUNCTIONAL, [atom])
        return _UNKNOWN


def _folded(said: Claim | Atom) -> str:
    end = said.object if isinstance(said, Claim) else said.claim.object
    return " ".join((end.text if isinstance(end, Value) else end).casefold().split())
