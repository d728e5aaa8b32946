"""Random small sets of facts as text, for properties that hold of every set.

Ids stand between angle brackets, so that one world can be written with other ids.
"""

import re

from hypothesis import strategies as st

_PEOPLE = ("ana", "ben", "cy", "dee", "eve")
_TOPICS = ("roads", "dams", "schools", "works", "music", "farms", "trade")
_EVENTS = ("summit", "fair", "feast", "briefing")
_MEDIA = ("letter", "radio", "note")
_OFFICES = ("mayor", "clerk", "judge")
_PLACES = ("north", "south", "port")
_QUOTES = (
    "In the coming years we shall build roads and dams for the north",
    "In the coming years we shall build schools and farms for the south",
    "This year we speak of music, of schools and of quiet farms",
    "Ana Roy and the Port City people have waited for roads",
    "the roads were long and the dams were empty",
    "Roads, dams and schools",
    "We will build the long northern road together",
    "We will build the long northern road together, says Ben Lal",
    "At the fair in May the mayor of Port City spoke of trade",
)

_HEAD = """\
set: world
title: A world
sources:
  report: {file: seeds/small.md, kind: report, published: 2023-05, label: the report}
  teacher: {kind: teacher knowledge, label: the syllabus note}
places:
  <north>: {name: Northland}
  <south>: {name: Southland}
  <port>: {name: Port City, part_of: [<north>]}
offices:
  <mayor>: {name: Mayor of Port City, of: <port>}
  <clerk>: {name: Clerk of Port City, of: <port>}
  <judge>: {name: Judge of Northland, of: <north>}
media:
  <letter>: {name: letter}
  <radio>: {name: radio talk}
  <note>: {name: open note}
"""
_NAMES = {
    "ana": "Ana Roy",
    "ben": "Ben Lal",
    "cy": "Cy Rao",
    "dee": "Dee Sen",
    "eve": "Eve Das",
    "works": "public works",
}
_CITE = 'cite: {report: "The mayor, Ana Roy, met Ben Lal."}'

_some = st.booleans()


@st.composite
def _people(draw):
    lines = ["people:"]
    for id_ in _PEOPLE:
        fields = [f"name: {_NAMES[id_]}"]
        if draw(st.integers(0, 5)) == 0:
            fields.append(f"maybe_same: [<{draw(st.sampled_from(_PEOPLE))}>]")
        if draw(st.integers(0, 5)) == 0:
            fields.append("aliases: [The Chief]")
        if draw(st.integers(0, 5)) == 0:
            fields.append("kind: builder")
        lines.append(f"  <{id_}>: {{{', '.join(fields)}}}")
    return "\n".join(lines)


@st.composite
def _topics(draw):
    lines = ["topics:"]
    for number, id_ in enumerate(_TOPICS):
        fields = [f"name: {_NAMES.get(id_, id_)}", "kind: field"]
        if number and draw(st.integers(0, 3)) == 0:
            # Parts point backwards, so that nothing is a part of itself.
            whole = draw(st.sampled_from(_TOPICS[:number]))
            fields.append(f"part_of: [<{whole}>]")
        if draw(st.integers(0, 3)) == 0:
            fields.append(f"overlaps: [<{draw(st.sampled_from(_TOPICS))}>]")
        lines.append(f"  <{id_}>: {{{', '.join(fields)}}}")
    return "\n".join(lines)


_dates = st.sampled_from(
    ["2023", "2023-03", "2023-04", "2023-05", "2023-05-03", "2023-04-30", "2022-12-31", "2024-01"]
)


@st.composite
def _list(draw, ids):
    listed = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    denied = [id_ for id_ in draw(st.lists(st.sampled_from(ids), max_size=1)) if id_ not in listed]
    parts = [f"list: [{', '.join(f'<{one}>' for one in listed)}]"]
    if denied:
        parts.append(f"not: [<{denied[0]}>]")
    if draw(_some):
        parts.append("complete: yes")
    return "{" + ", ".join(parts) + "}"


@st.composite
def _events(draw):
    lines = ["events:"]
    for id_ in _EVENTS:
        name = draw(st.sampled_from([id_, f"{id_} of Ana Roy", f"Port City {id_}"]))
        fields = [f"name: {name}", "the: yes"]
        if draw(_some):
            field = draw(st.sampled_from(["date", "began", "ended"]))
            fields.append(f"{field}: {draw(_dates)}")
        if draw(_some):
            fields.append(f"place: <{draw(st.sampled_from(_PLACES))}>")
        if draw(_some):
            fields.append(f"participants: {draw(_list(_PEOPLE))}")
        if draw(_some):
            fields.append(f"parties: {draw(_list(_PLACES))}")
        fields.append("cite: {teacher: x}")
        lines.append(f"  <{id_}>: {{{', '.join(fields)}}}")
    return "\n".join(lines)


@st.composite
def _sequence(draw):
    lines = []
    for number in range(draw(st.integers(0, 3))):
        pair = draw(st.lists(st.sampled_from(_EVENTS), min_size=2, max_size=2, unique=True))
        order = ", ".join(f"<{one}>" for one in pair)
        lines.append(f"  - {{id: <o{number}>, order: [{order}], cite: {{teacher: x}}}}")
    return "\n".join(["sequence:", *lines]) if lines else ""


@st.composite
def _statement(draw, number):
    speakers = draw(st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=2, unique=True))
    says = draw(
        st.sampled_from(
            ["says: unattributed", "says: report"]
            + ["says: [" + ", ".join(f"<{one}>" for one in speakers) + "]"] * 4
        )
    )
    fields = [says]
    frame = []
    if draw(_some):
        frame.append(f"medium: <{draw(st.sampled_from(_MEDIA))}>")
    if draw(_some):
        frame.append(f"at: <{draw(st.sampled_from(_EVENTS))}>")
    if draw(_some):
        frame.append(f"on: <{draw(st.sampled_from(_EVENTS))}>")
    fields.append("in: {" + ", ".join(frame) + "}")
    quoted = draw(st.integers(0, 4)) > 0
    if quoted:
        fields.append(f'quote: "{draw(st.sampled_from(_QUOTES))}"')
    if not quoted or draw(_some):
        fields.append(f"gist: that the matter of case {number} was urgent")
    if draw(_some):
        about = draw(_list(_TOPICS))
        fields.append("about: " + (about if quoted else about.replace(", complete: yes", "")))
    fields.append("cite: {teacher: x}")
    return f"  <s{number}>: {{{', '.join(fields)}}}"


@st.composite
def _facts(draw):
    lines = [draw(_statement(number)) for number in range(draw(st.integers(1, 5)))]
    for number, office in enumerate(draw(st.lists(st.sampled_from(_OFFICES), max_size=4))):
        holder = draw(st.sampled_from(_PEOPLE))
        when = draw(
            st.sampled_from(
                ["on: report", "on: report", "on: 2023-05-01", "from: 2020-01-05, until: 2021-02"]
            )
        )
        lines.append(f"  <h{number}>: {{office: <{office}>, holder: <{holder}>, {when}, {_CITE}}}")
    for number in range(draw(st.integers(0, 2))):
        event = draw(st.sampled_from(_EVENTS))
        listed = draw(_list(_TOPICS))
        lines.append(
            f"  <c{number}>: {{event: <{event}>, covered: {listed}, cite: {{teacher: x}}}}"
        )
    return "\n".join(["facts:", *lines])


@st.composite
def worlds(draw):
    """Return the text of a set, its ids between angle brackets; it may contradict itself."""
    parts = [_people, _topics, _events, _sequence, _facts]
    return _HEAD + "\n".join(draw(part()) for part in parts) + "\n"


def written(world, rename=lambda id_: id_):
    """Return the text with its ids, or others for them."""
    return re.sub(r"<(\w+)>", lambda match: rename(match[1]), world)
