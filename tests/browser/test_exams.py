"""A quiz for an exam, from the page of a set to the result, with scripts and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.taking import SET, finish, press, take
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_a_learner_takes_a_quiz_as_an_exam_prints_it(page: Page, server: Server) -> None:
    page.goto(server.url + SET)
    marking = page.get_by_role("row").filter(has_text="UPSC")
    expect(marking).to_contain_text("−⅔")

    page.get_by_label("For which exam?").select_option(label="UPSC Civil Services (GS I)")
    page.get_by_role("group", name="How hard?").get_by_label("Harder").check()
    page.locator("input[name=length][value='5']").check()
    press(page.get_by_role("button", name="Start the quiz"))
    expect(page.locator(".options-letter").first).to_have_text("(a)")
    take(page)
    finish(page)

    expect(page.locator(".score")).to_contain_text("of 5 marks")
    expect(page.locator("article.review")).to_have_count(5)


def test_what_an_exam_does_not_have_leads_back_to_the_choice(page: Page, server: Server) -> None:
    page.goto(server.url + SET)
    page.get_by_label("For which exam?").select_option("ssc")
    page.get_by_label("Typed answers only").check()

    press(page.get_by_role("button", name="Start the quiz"))

    expect(page.locator(".error-summary")).to_contain_text("choose another exam or sort")
    expect(page.get_by_label("For which exam?")).to_have_value("ssc")
    expect(page.get_by_label("Typed answers only")).to_be_checked()
