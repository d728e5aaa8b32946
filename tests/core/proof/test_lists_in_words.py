"""Complete lists as reasons: what stands on them is told, by whichever id they are asked."""

from quizapp.core.proof.explain import why
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.printer import Printer
from quizapp.library.wording import load_wording
from tests.sets import ENTITIES, claim, read


def test_a_list_of_subjects_is_told_whichever_id_the_object_goes_by():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}", "fair: {name: fair, the: yes, same_as: [feast]}"
    )
    body = """
relations:
  caused:
    {ask: "What did {s} cause?", say: "{s} caused {o}.", deny: "{s} did not cause {o}.",
     subject: event, object: event, symmetric: no, complete_subjects: yes}
facts:
  r: {caused: [[summit, feast]], cite: {teacher: x}}
"""

    bank = read(body, entities=entities)

    told = []
    for id_ in ("feast", "fair"):
        asked = claim("caused", "briefing", id_)
        verdict = Kernel.of_bank(bank).decide(asked)
        told.append(why(Printer(bank, load_wording()), asked, verdict, right=False))

    assert told == [
        "No: the briefing did not cause the feast; the complete list is: the summit.",
        "No: the briefing did not cause the fair; the complete list is: the summit.",
    ]
