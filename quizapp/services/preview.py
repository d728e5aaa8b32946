"""What a draft amounts to, for its author: faults at their lines, and the items that it yields.

Needs no database, and takes the kernel's time: it runs outside of every transaction.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from quizapp.core.diagnostics.examined import Examined
from quizapp.core.diagnostics.yielding import yields
from quizapp.core.items.context import Context
from quizapp.core.items.draws import Asks
from quizapp.core.items.generate import sample
from quizapp.core.items.item import Item
from quizapp.core.responses import FORMATS
from quizapp.core.text.wording import Wording
from quizapp.errors import Fault, NotFound
from quizapp.library.files import compiled, handed_in
from quizapp.library.shelf import SMALL
from quizapp.library.sweeping import unswept
from quizapp.services.checking import Remark
from quizapp.services.drafts import NAME, Draft
from quizapp.services.views.sets import FactItems, FaultLine, Preview, PreviewItem, Refused

#: From so many asks a preview shows items; of each it takes some at most.
_ASKS: Final = 8
_SHOWN: Final = 12
_LONGEST_LINE: Final = 120


def preview(draft: Draft, wording: Wording) -> Preview:
    """Return what a draft amounts to: what is wrong with it, or some of its items."""
    report, lines = draft.report, draft.texts.yaml.split("\n")
    more = sum(one.count for one in report.left_out)
    if report.survey is None:
        faults = tuple(_placed(fault, lines) for fault in report.faults)
        return Preview(faults, more, (), 0, 0, ())
    remarks = tuple(_remark(remark, lines) for remark in report.remarks)
    with unswept():
        context = Context(compiled(handed_in(NAME, draft.texts)), wording)
        drawn = sample(context, Asks(context), slots=_ASKS, draw=0)
    shown = tuple(_shown(item, wording) for item in _varied(drawn))
    return Preview((), 0, remarks, report.survey.learnt, report.survey.slots, shown)


def all_items(draft: Draft, wording: Wording, *, now: datetime) -> tuple[FactItems, ...]:
    """Return every item that a sound draft yields, and what its kinds refuse, fact by fact.

    Raises:
        NotFound: it has faults, or is so large that its items are never all made.
    """
    if draft.facts is None:
        raise NotFound("This version has faults: it yields nothing.")
    with unswept():
        context = Context(compiled(handed_in(NAME, draft.texts)), wording)
        if len(Asks(context)) > SMALL:
            raise NotFound("This set is so large that its questions are never made all at once.")
        examined = Examined(context, now.date())
        found = tuple(yields(examined))
        items = tuple(examined.items)
    testing: dict[str, list[Item]] = {}
    for item in items:
        slugs = dict.fromkeys(key.split("/")[1] for key in item.tests)
        for slug in slugs:
            testing.setdefault(slug, []).append(item)
    return tuple(
        FactItems(
            fact.slug,
            tuple(_shown(item, wording) for item in testing.get(fact.slug, ())),
            tuple(
                Refused(slot.slot.partition("/")[2], wording.kind_label(kind), reason)
                for slot in fact.slots
                for kind, reason in slot.refused
            ),
        )
        for fact in found
    )


def _varied(items: Iterable[Item]) -> Iterator[Item]:
    """Yield some items, of kinds that had none yet before others."""
    ordered, seen = list(items), Counter[str]()
    ranked: list[tuple[int, int, Item]] = []
    for place, item in enumerate(ordered):
        ranked.append((seen[item.kind], place, item))
        seen[item.kind] += 1
    ranked.sort(key=lambda one: one[:2])
    yield from (item for _, _, item in ranked[:_SHOWN])


def _shown(item: Item, wording: Wording) -> PreviewItem:
    options = tuple((option.text, option.right) for option in item.options)
    parts = tuple(f"{part.label} {part.text}".strip() for part in item.parts)
    return PreviewItem(
        kind=wording.kind_label(item.kind),
        stem=item.stem,
        # Of what is typed the part is the claim of the key, which is no part of the question.
        parts=parts if item.options or item.targets else (),
        options=options,
        answer="" if options else FORMATS[item.format].key_spoken(item),
    )


def _placed(fault: Fault, lines: list[str]) -> FaultLine:
    where = "" if fault.path == NAME else fault.path
    text = lines[fault.line - 1] if not where and 0 < fault.line <= len(lines) else ""
    return FaultLine(fault.line, fault.column, where, fault.reason, text.strip()[:_LONGEST_LINE])


def _remark(remark: Remark, lines: list[str]) -> FaultLine:
    found = _placed(remark.at, lines)
    return FaultLine(found.line, found.column, found.where, found.reason, found.text, remark.hint)
