"""A sound set that uses every shape and nearly every field of the language, one entry a line."""

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.reader import read_set

NOTES = """\
---
title: Town notes
published: 2024-05
---

[p1] The River Council met in Alba from 3 to 4 May. It talked about the new bridge and about ferry fares.

[p2] "We will open the bridge before the summer," said Ines Roca, mayor of Alba, at the opening session.

[p3] At a press briefing after the meeting, the council's secretary, Tom Hale, said that the council had ruled out a tunnel.

[p4] It rained on both days. The bridge is about 1,250 metres long. The bridge has over 40 lamps.
"""  # noqa: E501 - a paragraph is a line

EVERY_SHAPE = """\
set: every-shape
title: The River Council of May 2024
sources:
  notes: {file: seeds/notes.md, kind: newspaper report, published: 2024-05, label: the report}
  teacher: {kind: teacher knowledge, label: the lesson}
people:
  roca: {name: Ines Roca, aliases: [Roca]}
  hale: {name: Tom Hale, was: [tom], also_called: [{text: the secretary, reveals: [office]}]}
  lind: {name: Eva Lind, maybe_same: [roca]}
  hart: {name: Ann Hart, apart: [roca]}
orgs:
  port: {name: Port Office, the: yes}
places:
  land: {name: Landia}
  alba: {name: Alba, part_of: [land]}
  brea: {name: Brea, same_as: [bria]}
  bria: {name: Bria}
groups:
  council: {name: River Council, the: yes, members: {list: [roca, hale], not: [lind], complete: yes}}
  crews: {name: ferry crews, the: yes, plural: yes}
offices:
  mayor: {name: mayor of Alba, of: alba}
  secretary: {name: secretary of the River Council, of: council}
media:
  briefing-room: {name: press briefing}
works:
  plan: {name: Bridge Plan, the: yes, example_of: [scheme], not_example_of: [toll], cite: {teacher: it is one}}
events:
  meeting: {name: River Council meeting, the: yes, began: 2024-05-03, ended: 2024-05-04, date: 2024-05, place: alba, reveals: [parties], parties: {list: [port]}, participants: {list: [roca, hale], complete: yes}, cite: {notes: "The River Council met in Alba from 3 to 4 May", teacher: the year}}
  opening: {name: opening session, the: yes, part_of: [meeting], cite: {notes: "at the opening session"}}
  briefing: {name: press briefing, the: yes, cite: {notes: "At a press briefing"}}
  rain: {name: rain, the: yes, same_time: [meeting], cite: {notes: "It rained on both days."}}
topics:
  transport: {name: transport, kind: field}
  bridge: {name: new bridge, the: yes, part_of: [transport], kind: field}
  fares: {name: ferry fares, plural: yes, part_of: [transport], kind: field}
  ferries: {name: ferries, plural: yes, overlaps: [fares], kind: field}
  tunnel: {name: tunnel under the river, the: yes, part_of: [transport], kind: field}
  schools: {name: schools, plural: yes, kind: field}
terms:
  toll: {term: toll, means: a charge for the use of a road, kind_of: [charge], cite: {teacher: standard definition}}
  charge: {term: charge, means: a price that is asked, cite: {teacher: standard definition}}
  scheme: {term: scheme}
quantities:
  length: {name: length of the bridge, the: yes}
  lamps: {name: number of lamps, the: yes}
relations:
  neighbours: {ask: "Which town is next to {s}?", say: "{s} and {o} are neighbours.", deny: "{s} and {o} are no neighbours.", subject: place, object: place, symmetric: yes}
  taught: {ask: "Whom did {s} teach?", ask_back: "By whom was {o} taught?", say: "{s} taught {o}.", deny: "{s} did not teach {o}.", subject: person, object: person, symmetric: no, asymmetric: yes, one_object: no, one_subject: yes, complete_objects: no, complete_subjects: no, transitive: no, irreflexive: yes}
sequence:
  - {id: seq-briefing, order: [meeting, briefing], cite: {notes: "after the meeting"}}
facts:
  talked: {event: meeting, covered: {list: [bridge, fares]}, cite: {notes: "It talked about the new bridge and about ferry fares"}}
  ruled-out: {event: meeting, covered: {not: {tunnel: {cite: {teacher: the minutes say so}}}}, cite: {notes: "the council had ruled out a tunnel"}}
  summer: {says: roca, in: {at: opening}, quote: "We will open the bridge before the summer", about: {list: [bridge], complete: yes}, blank: ["before the summer"], review_after: 2030, cite: {notes: "We will open the bridge before the summer"}}
  no-tunnel: {says: hale, of: council, in: {medium: briefing-room, at: briefing, on: meeting, date: 2024-05-04}, gist: that the council had ruled out a tunnel, only: yes, cite: {notes: {span: "the council had ruled out a tunnel", nth: 1}}}
  again: {says: [roca, hale], gist: that the bridge will open, echoes: [summer], cite: {teacher: both said so}}
  told: {says: report, gist: that it rained, cite: {notes: "It rained"}}
  letter: {issued_by: [alba, council], gist: that the bridge is safe, cite: {teacher: it hangs in the hall}}
  mayor-may: {office: mayor, holder: roca, on: report, not: [lind], cite: {notes: "Ines Roca, mayor of Alba"}}
  mayor-before: {office: mayor, holder: hart, from: 2019-06-01, until: 2023-05-31, cite: {teacher: town records}}
  long: {quantity: length, value: "1,250", unit: metres, tolerance: 50, as_of: 2024-05, cite: {notes: "about 1,250 metres long"}}
  lit: {quantity: lamps, min: 40, unit: lamps, cite: {notes: "over 40 lamps"}}
  next: {neighbours: [[alba, brea]], cite: {teacher: the map}}
  pupils: {taught: {roca: {list: [hale], not: [hart], complete: yes}}, as_of: 1990, cite: {teacher: a letter}}
  because: {explains: talked, by: summer, cite: {teacher: the minutes}}
  not-because: {explains: talked, not_by: letter, cite: {teacher: the minutes}}
questions:
  who-rules: {format: choice, stem: Who speaks for Alba?, right: the mayor, wrong: [the council, the ferries], why: So it is in the notes., tests: [summer/said], cite: {notes: "mayor of Alba, at"}}
no_fact:
  - {notes: "It rained on both days."}
apart: [[ferries, schools]]
"""  # noqa: E501 - an entry is a line, so that a mutation knows its place


def read_every_shape(text: str = EVERY_SHAPE) -> Bank:
    """Return the bank of the set, or of one made from it."""
    return read_set("every.yaml", text, {"seeds/notes.md": NOTES}.get)
