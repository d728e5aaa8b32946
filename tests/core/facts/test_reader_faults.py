"""The reader on bad sets: every fault has a place, says what is wrong and what to do."""

import pytest

from quizapp.core.facts.reader import read_set
from quizapp.errors import Fault, FormatError
from tests.sets import ENTITIES, HEAD, faults


def test_all_faults_of_a_file_come_at_once_with_their_places():
    body = """
facts:
  one: {says: nobody-known, quote: "no such words", cite: {report: "no such words"}}
  two: {office: mayor, holder: ana, cite: {tales: x}}
  three: {shout: loud}
  four: {event: summit, covered: {lst: [roads]}, cite: {report: "The summit ended"}}
"""
    found = faults(body)

    first = HEAD.count("\n") + ENTITIES.count("\n") + 1
    lines = [int(fault.split(":")[1]) - first for fault in found]
    assert lines == sorted(lines)
    assert set(lines) == {2, 3, 4, 5}
    assert all(fault.startswith("small.yaml:") for fault in found)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("facts: {a: {says: ana, cite: {report: summit}}}", '"quote"'),
        ("facts: {a: {says: ana, gist: rain, cite: {teacher: x}}}", 'begins with "that"'),
        ("facts: {a: {gist: that x, cite: {teacher: x}}}", '"says" or "issued_by"'),
        ("facts: {a: {says: ana, gist: that x, only: yes, cite: {teacher: x}}}", "in: {at: EVENT}"),
        ("facts: {a: {says: ana, gist: that x}}", 'needs the field "cite"'),
        ("facts: {a: {says: ana, gist: that x, only: true, cite: {teacher: x}}}", "yes or no"),
        ("facts: {a: {says: mayor, gist: that x, cite: {teacher: x}}}", "stands under offices"),
        ("facts: {a: {says: anna, gist: that x, cite: {teacher: x}}}", 'did you mean "ana"?'),
        ("facts: {a: {says: [ana, ana], gist: that x, cite: {teacher: x}}}", "listed twice"),
        ("facts: {a: {says: ana, gists: that x, cite: {teacher: x}}}", 'did you mean "gist"?'),
        ('facts: {a: {says: ana, quote: "Roads", cite: {report: "The mayor"}}}', "verbatim"),
        ("facts: {A b: {says: ana, gist: that x, cite: {teacher: x}}}", "cannot be an id"),
        ("facts: {ana: {says: ana, gist: that x, cite: {teacher: x}}}", "is taken by"),
        ("facts: {a: {says: ana, gist: that x, cite: {report: Ana Roy}}}", "times in the report"),
        ("facts: {a: {says: ana, gist: that x, cite: {report: nowhere}}}", "is not in the report"),
        ("facts: {a: {says: ana, gist: that x, cite: {}}}", "empty"),
        ("facts: {a: {says: ana, gist: '', cite: {teacher: x}}}", "empty"),
        ("facts: [a, b]", "mapping of slugs"),
        (
            "facts: {a: {office: mayor, holder: ana, cite: {teacher: x}}}",
            "when the office was held",
        ),
        (
            "facts: {a: {office: mayor, holder: ana, on: report, cite: {teacher: x}}}",
            "cite a text",
        ),
        (
            "facts: {a: {office: mayor, holder: ana, on: 2023-13, cite: {teacher: x}}}",
            "no day of the calendar",
        ),
        (
            "facts: {a: {office: mayor, holder: ana, from: 2023, until: 2022, cite: {teacher: x}}}",
            "lies before",
        ),
        (
            "facts: {a: {says: ana, gist: that x, about: {list: [roads], complete: yes}, "
            "cite: {teacher: x}}}",
            "add the quote",
        ),
        (
            "facts: {a: {event: summit, covered: {complete: yes}, cite: {teacher: x}}}",
            "empty",
        ),
        (
            "sequence: [{id: s, order: [fair, summit, feast], cite: {teacher: x}}]",
            "one entry for each pair",
        ),
        ("no_fact: [{report: nowhere at all}]", "is not in the report"),
        ("apart: [[roads]]", "a pair of two ids"),
        ("apart: [[roads, [works]]]", "a pair of two ids"),
        ("topix: {}", 'has no field "topix"; did you mean "topics"?'),
    ],
)
def test_a_fault_says_what_is_wrong_and_what_to_do(body, reason):
    found = faults(body)

    assert any(reason in fault for fault in found), found


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ("cy: {name: Cy Rao}", "cy: {name: Ana Roy}", 'is the name of "ana" too'),
        ("cy: {name: Cy Rao}", "ana: {name: Cy Rao}", "stands here twice"),
        ("cy: {name: Cy Rao}", "summit: {name: Cy Rao}", "is taken by"),
        ("cy: {name: Cy Rao}", "cy: {nam: Cy Rao}", 'did you mean "name"?'),
        ("cy: {name: Cy Rao}", "cy: {name: Cy Rao, same_as: north}", "stands under places"),
        ("cy: {name: Cy Rao}", "cy: {name: Cy Rao, reveals: [everything]}", "cannot reveal"),
        ("part_of: [north]", "part_of: [port]", "cannot be linked with itself"),
        (
            "north: {name: Northland}",
            "north: {name: Northland, part_of: [port]}",
            "break the circle",
        ),
        ("overlaps: [roads]", "overlaps: [roads], apart: [roads]", "cannot be apart and linked"),
        (
            "fair: {name: fair, the: yes}",
            "fair: {name: fair, date: 2023}",
            'needs the field "cite"',
        ),
        (
            "fair: {name: fair, the: yes}",
            "fair: {name: fair, date: 2023-02-30, cite: {teacher: x}}",
            "no day of the calendar",
        ),
        (
            "fair: {name: fair, the: yes}",
            "fair: {name: fair, date: 2023-02, ended: 2023-03-01, cite: {teacher: x}}",
            "lies outside",
        ),
    ],
)
def test_a_fault_of_an_entity_says_what_is_wrong(was, now, reason):
    assert was in ENTITIES

    found = faults(entities=ENTITIES.replace(was, now))

    assert any(reason in fault for fault in found), found


def test_faults_of_a_source_name_its_own_file_and_line():
    with pytest.raises(FormatError) as caught:
        read_set("small.yaml", HEAD, {"seeds/small.md": "[p1] One.\n\nTwo.\n\n[p1] Three.\n"}.get)

    printed = [str(fault) for fault in caught.value.faults]
    assert printed[0].startswith("seeds/small.md:3:1: a paragraph must begin with its mark")
    assert printed[1].startswith("seeds/small.md:5:1: paragraph [p1] is out of order")


def test_a_missing_source_file_is_a_fault():
    with pytest.raises(FormatError, match="there is no file"):
        read_set("small.yaml", HEAD, lambda name: None)


def test_what_could_not_be_read_is_not_missed_again_where_it_is_used():
    entities = ENTITIES.replace("ana: {name: Ana Roy, aliases: [Roy]}", "ana: {name: [Ana]}")
    head = HEAD.replace("seeds/small.md", "seeds/smal.md")
    body = 'facts: {a: {says: ana, quote: "We will", cite: {report: "We will"}}}'

    assert [fault.split(": ", 1)[1] for fault in faults(body, entities=entities, head=head)] == [
        'there is no file "seeds/smal.md" beside the set',
        "this must be text, not a list",
    ]


def test_a_source_that_is_no_text_hides_no_other_fault():
    def attachment(name: str) -> str:
        raise FormatError([Fault(name, 3, 1, "this is not UTF-8")])

    with pytest.raises(FormatError) as caught:
        read_set("small.yaml", f"{HEAD}{ENTITIES}facts: [a]\n", attachment)

    assert [fault.path for fault in caught.value.faults] == ["seeds/small.md", "small.yaml"]


def test_digits_of_other_scripts_write_no_date():
    entities = ENTITIES.replace(
        "fair: {name: fair, the: yes}", "fair: {name: fair, date: ٢٠٢٣, cite: {teacher: x}}"
    )

    assert any("is not a date" in fault for fault in faults(entities=entities))


@pytest.mark.parametrize("field", ["name: '…'", "name: Ana, aliases: ['...']"])
def test_a_name_without_a_letter_or_a_digit_is_no_name(field):
    entities = ENTITIES.replace("cy: {name: Cy Rao}", f"cy: {{{field}}}")

    (fault,) = faults(entities=entities)

    assert "a name has a letter or a digit" in fault
