"""The report of ``quizapp facts check``: in words for teachers, as JSON for editors."""

from collections.abc import Iterator, Sequence

from quizapp.core.diagnostics.yielding import FactYield
from quizapp.errors import fault_lines
from quizapp.services.checking import CheckReport, Explained, Remark

#: Counts up whenever a field of the JSON changes its meaning or goes.
_VERSION = 1
#: Hints that are printed even where the others are only counted: something cannot be asked at all.
_WARNINGS = frozenset({"blocked-slot"})


def as_text(report: CheckReport) -> Iterator[str]:
    """Yield the lines of a report."""
    yield from fault_lines(report.faults, report.left_out)
    if report.survey is None:
        count = len(report.faults) + _left_out(report)
        least = "" if _is_counted(report) else "at least "
        yield f"{report.path}: {least}{counted(count, 'fault')}"
        return
    found = report.survey
    yield (
        f"{report.path}: {found.facts} facts, {found.slots} slots, {found.claims} claims, "
        f"{len(found.bare)} of {found.sentences} sentences carry no fact"
    )
    if report.facts is None:
        for remark in report.remarks:
            if remark.code in _WARNINGS:
                yield from _remark(remark)
        if report.remarks:
            hints = counted(len(report.remarks), "hint")
            yield f"{report.path}: {hints} from the facts alone: --explain tells them and more"
        return
    by_subject: dict[str, list[Remark]] = {}
    for remark in report.remarks:
        by_subject.setdefault(remark.subject, []).append(remark)
    for explained in report.facts:
        yield from _fact(explained.fact, by_subject.get(explained.fact.slug, ()))
    for remark in report.remarks:
        yield from _remark(remark)
    yield f"{report.path}: {counted(len(report.remarks), 'hint')}"


def counted(count: int, noun: str) -> str:
    """Return a number of things in words, as far as "1 fault" and "2 faults" go."""
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def _left_out(report: CheckReport) -> int:
    return sum(one.count for one in report.left_out)


def _is_counted(report: CheckReport) -> bool:
    return not any(one.at_least for one in report.left_out)


def _fact(fact: FactYield, remarks: Sequence[Remark]) -> Iterator[str]:
    yield f"{fact.slug}: {_items(fact.items)}"
    for slot in fact.slots:
        yield f"  {slot.slot}: {_items(slot.items)}"
        for kind, reason in slot.refused:
            yield f"    no {kind}: {reason}"
        hints = {remark.code: remark.hint for remark in remarks if remark.is_of(slot.slot)}
        yield from (f"    {code}: {hint}" for code, hint in hints.items())


def _items(counts: Sequence[tuple[str, int]]) -> str:
    total = counted(sum(count for _, count in counts), "item")
    kinds = ", ".join(f"{kind} {count}" for kind, count in counts)
    return f"{total} ({kinds})" if kinds else total


def _remark(remark: Remark) -> Iterator[str]:
    yield f"{remark.at} [{remark.code}]"
    yield f"  -> {remark.hint}"


def as_json(reports: Sequence[CheckReport]) -> dict[str, object]:
    """Return the reports as plain data; ``docs/facts.md`` tells its fields."""
    return {"version": _VERSION, "sets": [_set(report) for report in reports]}


def _set(report: CheckReport) -> dict[str, object]:
    found = report.survey
    return {
        "path": report.path,
        "figures": None
        if found is None
        else {
            "facts": found.facts,
            "slots": found.slots,
            "claims": found.claims,
            "sentences": found.sentences,
            "bare": len(found.bare),
        },
        "faults": [
            {
                "path": fault.path,
                "line": fault.line,
                "column": fault.column,
                "message": fault.reason,
            }
            for fault in report.faults
        ],
        "left_out": {"faults": _left_out(report), "counted": _is_counted(report)},
        "hints": [
            {
                "code": remark.code,
                "path": remark.at.path,
                "line": remark.at.line,
                "column": remark.at.column,
                "message": remark.at.reason,
                "hint": remark.hint,
                "subject": remark.subject,
                "slot": remark.slot,
            }
            for remark in report.remarks
        ],
        "facts": [_explained(one) for one in report.facts or ()],
    }


def _explained(one: Explained) -> dict[str, object]:
    return {
        "slug": one.fact.slug,
        "line": one.at.line,
        "column": one.at.column,
        "items": dict(one.fact.items),
        "slots": [
            {
                "slot": slot.slot,
                "items": dict(slot.items),
                "refused": [{"kind": kind, "reason": reason} for kind, reason in slot.refused],
            }
            for slot in one.fact.slots
        ],
    }
