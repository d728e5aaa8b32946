import pytest

from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.reader import read_set
from quizapp.core.facts.source import Citation
from quizapp.errors import FormatError
from tests.sets import ENTITIES, HEAD, faults, read

SAID = """
facts:
  road:
    says: ana
    in: {on: summit}
    quote: "We will build the long northern road together."
    cite: {report: "We will build the long northern road together."}
"""


def stated(bank, fact):
    return {(a.claim.relation, a.claim.object, a.slot) for a in bank.atoms if a.fact == fact}


def test_a_statement_becomes_atoms_with_slots():
    bank = read(SAID)

    assert stated(bank, "road") == {
        ("said", "ana", "road/said"),
        ("said_on", "summit", "road/said_on"),
    }
    assert [(c.relation, c.subject, c.listed) for c in bank.closures] == [
        ("said", "road", ("ana",))
    ]


def test_a_citation_keeps_the_span_and_the_sentence_around_it():
    bank = read(SAID)
    paragraph = bank.sources["report"].paragraph(1)

    (cite,) = bank.facts["road"].cites

    assert paragraph[cite.start : cite.end] == "We will build the long northern road together."
    assert paragraph[cite.sentence_start : cite.sentence_end] == (
        'Ana Roy said, "We will build the long northern road together."'
    )


def test_a_teacher_is_cited_by_a_note():
    bank = read("facts: {o: {office: mayor, holder: ana, on: 2023-05-03, cite: {teacher: heard}}}")

    assert bank.facts["o"].cites == (Citation("teacher", note="heard"),)


def test_a_gist_is_open_and_a_quote_without_a_name_too():
    bank = read(
        """
        facts:
          dry: {says: ben, in: {at: briefing}, gist: that x, cite: {report: water was short}}
          list:
            says: unattributed
            quote: "Roads, dams and schools"
            cite: {report: "Roads, dams and schools"}
        """
    )

    assert bank.closures == ()
    assert stated(bank, "list") == {
        ("words", Value("text", "Roads"), "list/words"),
        ("words", Value("text", "dams"), "list/words"),
        ("words", Value("text", "schools"), "list/words"),
    }


def test_only_closes_the_speakers_of_a_gist():
    bank = read(
        """
        facts:
          dry:
            says: ben
            in: {at: briefing}
            only: yes
            gist: that water was short
            cite: {report: "that water was short"}
        """
    )

    assert [(c.relation, c.listed) for c in bank.closures] == [("said", ("ben",))]


def test_the_narrator_and_reported_acts_state_no_more_than_they_say():
    bank = read(
        """
        facts:
          told: {says: report, gist: that water was short, cite: {report: "water was short"}}
          dry: {says: ben, of: band, gist: that the band had played, cite: {teacher: heard}}
        """
    )

    assert stated(bank, "told") == set()
    assert stated(bank, "dry") == {
        ("said", "ben", "dry/said"),
        ("reported", "band", "dry/reported"),
    }
    assert isinstance(bank.facts["told"], StatementFact)
    assert bank.facts["told"].narrator


def test_event_data_become_atoms():
    bank = read(
        "sequence: [{id: fair-first, order: [fair, summit], cite: {report: The fair came}}]",
        entities=ENTITIES.replace(
            "summit: {name: summit, the: yes}",
            "summit: {name: summit, the: yes, ended: 2023-05-03, place: port, "
            "parties: {list: [north, club], complete: yes}, "
            "cite: {report: The summit ended on 3 May, teacher: the year}}",
        ),
    )

    assert stated(bank, "summit") == {
        ("ended", Value("date", "2023-05-03"), "summit/ended"),
        ("place", "port", "summit/place"),
        ("party", "north", "summit/party:north"),
        ("party", "club", "summit/party:club"),
    }
    assert stated(bank, "fair-first") == {("before", "summit", "fair-first/fair<summit")}


def test_an_office_is_held_when_the_report_was_written_or_from_until():
    bank = read(
        """
        facts:
          now: {office: mayor, holder: ana, on: report, cite: {report: "The mayor, Ana Roy"}}
          then: {office: mayor, holder: ben, from: 2019, until: 2021-04, cite: {teacher: records}}
        """
    )

    claims = {atom.fact: atom.claim for atom in bank.atoms}
    assert claims["now"] == Claim("holder", "mayor", "ana", Instant("2023-05", "report"))
    assert claims["then"] == Claim("holder", "mayor", "ben", Period("2019", "2021-04"))


def test_negatives_carry_their_own_source():
    bank = read(
        """
        facts:
          talk:
            event: summit
            covered: {list: [roads], not: {music: {cite: {teacher: it was ruled out}}}}
            cite: {report: "The summit ended"}
        """
    )

    (denial,) = [atom for atom in bank.atoms if not atom.claim.holds]
    assert denial.claim.object == "music"
    assert denial.cites == (Citation("teacher", note="it was ruled out"),)


def test_the_same_text_has_the_same_digest_and_another_text_another():
    assert read(SAID).digest == read(SAID).digest
    assert read(SAID).digest != read(SAID.replace("road:", "roads-said:")).digest


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
        ("terms: {}", 'has no field "terms"'),
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


def test_an_ambiguous_span_is_told_apart_by_nth():
    body = "facts: {a: {says: ana, gist: that x, cite: {report: {span: summit, nth: 2}}}}"

    bank = read(body)

    (cite,) = bank.facts["a"].cites
    assert cite.paragraph == 3


def test_faults_of_a_source_name_its_own_file_and_line():
    with pytest.raises(FormatError) as caught:
        read_set("small.yaml", HEAD, {"seeds/small.md": "[p1] One.\n\nTwo.\n\n[p1] Three.\n"}.get)

    printed = [str(fault) for fault in caught.value.faults]
    assert printed[0].startswith("seeds/small.md:3:1: a paragraph must begin with its mark")
    assert printed[1].startswith("seeds/small.md:5:1: paragraph [p1] is out of order")


def test_a_missing_source_file_is_a_fault():
    with pytest.raises(FormatError, match="there is no file"):
        read_set("small.yaml", HEAD, lambda name: None)
