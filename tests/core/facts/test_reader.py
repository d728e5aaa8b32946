"""The reader on sound sets: what entries become."""

from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.source import Citation
from tests.sets import ENTITIES, read

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


def test_an_ambiguous_span_is_told_apart_by_nth():
    body = "facts: {a: {says: ana, gist: that x, cite: {report: {span: summit, nth: 2}}}}"

    bank = read(body)

    (cite,) = bank.facts["a"].cites
    assert cite.paragraph == 3
