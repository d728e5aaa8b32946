"""What somebody said: one quotation of theirs among quotations of others."""

from tests.core.items.posing import key, posed, refused, shown


def fact(slug, speaker, quote):
    said = f'says: {speaker}, in: {{on: summit}}, quote: "{quote}", cite: {{teacher: x}}'
    return f"  {slug}: {{{said}}}\n"


FACTS = (
    "\nfacts:\n"
    + fact("one", "ana", "The bridge over the river will be wide.")
    + fact("two", "ben", "The school behind the hill stays open.")
    + fact("three", "cy", "The harbour in the south needs repair.")
)


def test_a_quotation_stands_among_those_of_others():
    found = posed("what_said", FACTS)

    item = next(one for one in found if one.tests == ("small/one/said",))
    assert item.stem == "Which of these quotations does the syllabus note attribute to Ana Roy?"
    assert key(item) == "“The bridge over the river will be wide.”"
    assert len(item.options) == 3


def test_another_quotation_of_the_same_person_is_no_wrong_option():
    quote = "The market on the square opens soon."
    body = FACTS + fact("four", "ana", quote)

    for item in posed("what_said", body):
        if "Ana Roy" in item.stem:
            assert not {f"“{quote}”", "“The bridge over the river will be wide.”"} <= shown([item])


def test_quotations_much_longer_or_shorter_than_the_others_are_no_options():
    quote = "The railway between the coast and the old mines shall run twice a day by next spring."
    body = FACTS + fact("four", "dee", quote)

    assert f"“{quote}”" not in shown(posed("what_said", body))


def test_fragments_are_no_options():
    quote = "the cinema near the park closes down."
    body = FACTS + fact("four", "dee", quote)

    assert f"“{quote}”" not in shown(posed("what_said", body))
    assert "four/said" in refused("what_said", body)


def test_no_option_names_the_asked_person():
    quote = "The theatre of Roy must be repainted."
    body = FACTS + fact("four", "dee", quote)

    found = posed("what_said", body)

    assert any("Dee Sen" in item.stem for item in found)
    for item in found:
        if "Ana Roy" in item.stem:
            assert f"“{quote}”" not in shown([item])


def test_words_of_nobody_named_are_no_options():
    quote = "The theatre near the park closes down."
    body = FACTS + fact("four", "unattributed", quote)

    assert f"“{quote}”" not in shown(posed("what_said", body))


def test_fewer_than_three_quotations_are_no_question():
    body = "\n".join(FACTS.splitlines()[:4])  # the first two quotations

    assert posed("what_said", body) == []
    assert refused("what_said", body).keys() == {"one/said", "two/said"}


def test_a_report_of_somebodys_act_is_no_wrong_option_under_his_name():
    quote = "The council in the north wants peace."
    body = FACTS + fact("four", "dee, of: ana", quote)

    for item in posed("what_said", body):
        assert "Ana Roy" not in item.stem or f"“{quote}”" not in shown([item])
