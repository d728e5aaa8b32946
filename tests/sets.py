"""Small sets of facts as text, and their banks, for tests of the language and the proof."""

import textwrap

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.facts.reader import read_set
from quizapp.core.proof.kernel import Kernel
from quizapp.errors import FormatError

SOURCE = """\
---
title: A small report
---

[p1] The summit ended on 3 May. Ana Roy said, "We will build the long northern road together."

[p2] At the briefing Ben Lal spoke. He said that water was short. "Roads, dams and schools,"
Ana Roy wrote.

[p3] The mayor, Ana Roy, met Ben Lal. The fair came before the summit.
"""

HEAD = """\
set: small
title: A small set
sources:
  report: {file: seeds/small.md, kind: report, published: 2023-05, label: the report}
  teacher: {kind: teacher knowledge, label: the syllabus note}
"""

ENTITIES = """\
people:
  ana: {name: Ana Roy, aliases: [Roy]}
  ben: {name: Ben Lal}
  cy: {name: Cy Rao}
  dee: {name: Dee Sen}
places:
  north: {name: Northland}
  port: {name: Port City, part_of: [north]}
  south: {name: Southland}
orgs:
  club: {name: Road Club}
groups:
  band: {name: Band, the: yes}
offices:
  mayor: {name: Mayor of Port City, of: port}
media:
  letter: {name: letter}
  radio: {name: radio talk}
events:
  summit: {name: summit, the: yes}
  briefing: {name: briefing, the: yes}
  fair: {name: fair, the: yes}
  feast: {name: feast, the: yes}
topics:
  works: {name: public works, plural: yes, kind: field}
  roads: {name: roads, plural: yes, part_of: [works], kind: field}
  dams: {name: dams, plural: yes, part_of: [works], kind: field}
  schools: {name: schools, plural: yes, kind: field}
  trade: {name: trade, overlaps: [roads], kind: field}
  music: {name: music, kind: field}
"""


def text(body: str = "", *, entities: str = ENTITIES, head: str = HEAD) -> str:
    """Return the text of a set with a body (sequence, facts …) after the usual entities."""
    return head + entities + textwrap.dedent(body)


def read(body: str = "", *, entities: str = ENTITIES, head: str = HEAD) -> Bank:
    """Return the bank of a set with the usual head, source and entities."""
    files = {"seeds/small.md": SOURCE}
    return read_set("small.yaml", text(body, entities=entities, head=head), files.get)


def kernel(body: str = "", *, entities: str = ENTITIES) -> Kernel:
    """Return the kernel of such a set."""
    return Kernel.of_bank(read(body, entities=entities))


def faults(body: str = "", *, entities: str = ENTITIES, head: str = HEAD) -> list[str]:
    """Return the faults of such a set as printed; an empty list when it is sound."""
    try:
        read(body, entities=entities, head=head)
    except FormatError as error:
        return [str(fault) for fault in error.faults]
    return []


def claim(relation: str, subject: str, object_: str, at: Instant | None = None) -> Claim:
    """Return a claim about an entity."""
    return Claim(relation, subject, object_, at)


def dated(relation: str, subject: str, day: str) -> Claim:
    """Return a claim about a date."""
    return Claim(relation, subject, Value("date", day))


def with_data(name: str, data: str) -> str:
    """Return the usual entities with data added to one of the events."""
    plain = f"{name}: {{name: {name}, the: yes}}"
    return ENTITIES.replace(plain, f"{plain[:-1]}, {data}, cite: {{teacher: x}}}}")
