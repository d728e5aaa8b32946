"""The head of a set in its YAML: the id and the title, read and written without the rest."""

import json
import re
import unicodedata
from typing import Final

LONGEST_ID: Final = 64
_SET: Final = re.compile(r"^set:[^\n]*$", re.MULTILINE)
_TITLE: Final = re.compile(r"^title:[ \t]*([^\n]*)$", re.MULTILINE)
_NUMBERED: Final = re.compile(r"-[0-9]+\Z")

#: A set to begin with: it can be published as it stands, and says what to write in its place.
_STARTER: Final = """\
set: {id}
title: {title}

# Every fact cites a source. A source may be a text of yours: add it below as a file, and name it
# here, as in "report: {{file: seeds/report.md, kind: newspaper report, label: the report}}".
sources:
  teacher: {{kind: teacher knowledge, label: the lesson}}

# What the facts are about. They are an example: write your own in their place.
places:
  paris: {{name: Paris, kind: capital}}
  rome: {{name: Rome, kind: capital}}
  madrid: {{name: Madrid, kind: capital}}
  lisbon: {{name: Lisbon, kind: capital}}
  france: {{name: France, kind: country}}
  italy: {{name: Italy, kind: country}}
  spain: {{name: Spain, kind: country}}
  portugal: {{name: Portugal, kind: country}}

relations:
  capital_of:
    ask: "Of which country is {{s}} the capital?"
    ask_back: "Which city is the capital of {{o}}?"
    say: "{{s}} is the capital of {{o}}."
    deny: "{{s}} is not the capital of {{o}}."
    subject: place
    object: place
    one_object: yes
    one_subject: yes
    symmetric: no
    asymmetric: yes

facts:
  capitals:
    capital_of: [[paris, france], [rome, italy], [madrid, spain], [lisbon, portugal]]
    cite: {{teacher: the map of the lesson}}
"""


def starter(set_id: str, title: str) -> str:
    """Return the YAML of a new set: a small example to write over."""
    return _STARTER.format(id=set_id, title=_quoted(title))


def with_head(yaml: str, set_id: str, title: str | None = None) -> str:
    """Return a YAML text under another id, and another title; the rest stays as it is."""
    named, found = _SET.subn(f"set: {set_id}", yaml, count=1)
    if not found:
        named = f"set: {set_id}\n{yaml}"
    if title is None:
        return named
    line = f"title: {_quoted(title)}"
    titled, found = _TITLE.subn(lambda _match: line, named, count=1)
    return titled if found else f"{line}\n{named}"


def id_from(title: str) -> str:
    """Return an id that a title suggests: its letters and figures, and hyphens between them."""
    apart = unicodedata.normalize("NFKD", title)
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


def next_id(set_id: str, number: int) -> str:
    """Return an id with a number behind it, for where the id is taken."""
    stem = _NUMBERED.sub("", set_id)
    return f"{stem[: LONGEST_ID - 5].rstrip('-')}-{number}"


def _quoted(title: str) -> str:
    """Return a title as YAML has it in one line."""
    return json.dumps(" ".join(title.split()), ensure_ascii=False)
