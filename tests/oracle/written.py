"""Questions written by hand: nothing in them is proved, so the file's own words must be printed."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.oracle.knowledge import Knowledge, Question

KIND = "written"


def differences(item: Mapping[str, Any], knowledge: Knowledge) -> Iterator[str]:
    """Yield where a published item says anything else than its author."""
    question = next((q for q in knowledge.questions.values() if q.stem == item["stem"]), None)
    if item["proof"] != "author":
        yield f"the proof is {item['proof']!r}"
    if question is None:
        yield "nobody wrote this stem"
        return
    if item["format"] != question.format:
        yield f"the format is {item['format']!r}, not {question.format!r}"
    if any(entry["claims"] for entry in (*item["options"], *item["parts"])):
        yield "it states claims, which nobody proved"
    yield from _answers(item, question)
    slug = f"{knowledge.set_id}/"
    tested = question.tests or (f"{question.id}/answer",)
    if item["tests"] != [slug + slot for slot in tested]:
        yield f"it tests {item['tests']}, not {list(tested)}"


def _answers(item: Mapping[str, Any], question: Question) -> Iterator[str]:
    if not item["options"]:
        if not set(question.right) <= {str(text) for text in item["key"]}:
            yield f"the key is {item['key']}, not {list(question.right)}"
        return
    right = sorted(option["text"] for option in item["options"] if option["right"])
    wrong = sorted(option["text"] for option in item["options"] if not option["right"])
    if question.format == "true_false":
        if right != [_spoken(word) for word in question.right]:
            yield f"right is {right}"
        return
    if right != sorted(question.right):
        yield f"right is {right}, not {sorted(question.right)}"
    if not set(wrong) <= set(question.wrong):
        yield f"wrong is {wrong}, of {sorted(question.wrong)}"
    if item["key"] != [n for n, option in enumerate(item["options"]) if option["right"]]:
        yield f"the key is {item['key']}"


def _spoken(word: str) -> str:
    return "True" if word in ("yes", "true", "True") else "False"
