"""True or false of rows: with another object or, where that is open, another subject."""

from tests.core.items.posing import posed, refused

MEMBERS = """
relations:
  member_of:
    ask: "Of which group is {s} a member?"
    say: "{s} is a member of {o}."
    deny: "{s} is not a member of {o}."
    subject: person
    object: group
    complete_subjects: yes
facts:
  members: {member_of: [[ana, band]], cite: {teacher: known}}
"""


def test_a_row_is_false_with_another_subject_where_all_its_subjects_are_known():
    found = posed("true_false", MEMBERS)

    told = {item.stem: item.key for item in found}
    assert told.pop("Ana Roy is a member of the Band.") == (0,)
    assert told.keys() <= {
        f"{name} is a member of the Band." for name in ("Ben Lal", "Cy Rao", "Dee Sen")
    }
    assert set(told.values()) == {(1,)}


def test_a_row_that_nothing_else_is_known_of_is_not_judged():
    body = MEMBERS.replace("complete_subjects: yes", "complete_subjects: no")

    assert "members/ana:band" in refused("true_false", body)
