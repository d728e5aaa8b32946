"""Sets with a great many facts of one slot, and how much work it is to read and to prove them.

Work is counted in calls, of Python and of C: the clock of a busy machine tells nothing.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.reader import read_set
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.tenure import moment_within

_HEAD = "set: s\ntitle: S\nsources:\n  teacher: {kind: teacher knowledge, label: note}\n"
_OFFICE = "offices:\n  mayor: {name: Mayor}\n"
_TALKS = "events:\n  talks: {name: talks}\n"
_CHAIRS = """\
relations:
  chairs:
    {subject: org, object: person, one_object: yes,
     ask: "Who chairs {s}?", ask_back: "What does {o} chair?",
     say: "{o} chairs {s}.", deny: "{o} does not chair {s}."}
"""


def day(number: int) -> str:
    return (date(1400, 1, 1) + timedelta(days=number)).isoformat()


def people(count: int) -> str:
    return "people:\n" + "".join(f"  p{n}: {{name: Person {n}}}\n" for n in range(count))


def topics(count: int, link: Callable[[int], str] = lambda _: "") -> str:
    lines = (f"  x{n}: {{name: Topic {n}{link(n)}}}\n" for n in range(count))
    return "topics:\n" + "".join(lines)


def facts(count: int, fact: Callable[[int], str]) -> str:
    cite = "cite: {teacher: x}"
    return "facts:\n" + "".join(f"  f{n}: {{{fact(n)}, {cite}}}\n" for n in range(count))


def tenures(count: int, time: Callable[[int], str], holders: int | None = None) -> str:
    """Return a set of tenures of one office, each of another person or of so many in turn."""
    who = holders or count
    told = facts(count, lambda n: f"office: mayor, holder: p{n % who}, {time(n)}")
    return _HEAD + people(who) + _OFFICE + told


def in_turn(count: int) -> str:
    return tenures(count, lambda n: f"from: {day(30 * n)}, until: {day(30 * n + 30)}")


def on_one_day(count: int) -> str:
    return tenures(count, lambda _: "on: 1900-05-05")


def in_one_year(count: int) -> str:
    return tenures(count, lambda _: "from: 1900, until: 1900")


def of_one_person(count: int) -> str:
    return tenures(count, lambda n: f"from: {day(n)}, until: {day(n + 3000)}", holders=1)


def denied_in_turn(count: int) -> str:
    def time(n: int) -> str:
        return f"from: {day(30 * n)}, until: {day(30 * n + 30)}, not: [p{(n + 1) % count}]"

    return tenures(count, time)


def of_one_office_at_once(count: int) -> str:
    """Return a set in which every two facts contradict each other."""
    return tenures(count, lambda n: f"from: {day(n)}, until: {day(n + 3000)}")


def rows_by_date(count: int) -> str:
    told = facts(count, lambda n: f"chairs: [[club, p{n}]], as_of: {day(30 * n)}")
    return _HEAD + people(count) + "orgs:\n  club: {name: Club}\n" + _CHAIRS + told


def covered(count: int) -> str:
    told = facts(count, lambda n: f"event: talks, covered: {{list: [x{n}], not: [x{count + n}]}}")
    return _HEAD + _TALKS + topics(2 * count) + told


def statements(count: int) -> str:
    told = facts(count, lambda n: f'says: p0, in: {{at: talks}}, quote: "word number {n}"')
    return _HEAD + _TALKS + people(1) + told


def chain_of_parts(count: int) -> str:
    held = topics(count, lambda n: f", part_of: [x{n + 1}]" if n + 1 < count else "")
    return _HEAD + _TALKS + held + facts(1, lambda _: "event: talks, covered: {list: [x0]}")


def star_of_parts(count: int) -> str:
    held = topics(count, lambda n: ", part_of: [x0]" if n else "")
    return _HEAD + _TALKS + held + facts(1, lambda _: "event: talks, covered: {list: [x1]}")


def same_person(count: int) -> str:
    others = people(count).replace("}\n", ", same_as: [p0]}\n").replace(", same_as: [p0]", "", 1)
    told = facts(
        count, lambda n: f"office: mayor, holder: p{n}, from: 1900-01-01, until: 1910-01-01"
    )
    return _HEAD + others + _OFFICE + told


def numbers_alike(count: int) -> str:
    told = facts(count, lambda _: "quantity: size, value: '1000', as_of: 1900")
    return _HEAD + "quantities:\n  size: {name: size}\n" + told


def numbers_by_date(count: int) -> str:
    told = facts(count, lambda n: f"quantity: size, value: '{1000 + n}', as_of: {day(30 * n)}")
    return _HEAD + "quantities:\n  size: {name: size}\n" + told


def bank_of(text: str) -> Bank:
    return read_set("s.yaml", text, lambda _name: None)


def asked(bank: Bank) -> list[Claim]:
    """Return what the facts of a set state, of tenures at a moment of each."""
    found = []
    for claim in (atom.claim for atom in bank.atoms):
        at = moment_within(claim.at)
        if claim.relation != "holder" or at is not None:
            found.append(replace(claim, at=at))
    return found


def decide_all(bank: Bank) -> None:
    kernel = Kernel.of_bank(bank)
    for claim in asked(bank):
        kernel.decide(claim)


def calls_of(work: Callable[[], object]) -> int:
    """Return how many calls a piece of work makes."""
    count = 0

    def tell(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
