"""Leaving a question: what is kept, and where it leads."""

import pytest

from tests import make
from tests.web.conftest import Start
from tests.web.visitor import Visitor, token


def test_leaving_keeps_what_was_chosen_where_it_may_still_change(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(*make.items(3), feedback_each=False)
    form = as_ana.get(f"{attempt}/1")

    left = as_ana.submit(form, response=token(form, "Ana"), go="3")

    assert left.leads_to == f"{attempt}/3"
    assert as_ana.get(f"{attempt}/1").page.all("input", checked="")


def test_leaving_without_an_answer_skips(as_ana: Visitor, start: Start) -> None:
    attempt = start(*make.items(2), feedback_each=False)

    left = as_ana.submit(as_ana.get(f"{attempt}/2"), go="finish")

    assert left.leads_to == f"{attempt}/finish"
    assert "0 of 2 questions answered" in as_ana.follow(left).text


def test_going_on_leads_to_the_first_open_question(as_ana: Visitor, start: Start) -> None:
    attempt = start(*make.items(3))
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana"))

    assert as_ana.get(attempt).leads_to == f"{attempt}/2"


@pytest.mark.parametrize("where", ["finish\n", "2\n", "0", "-1", "１", "99999", "elsewhere"])
def test_it_leads_nowhere_that_no_button_names(as_ana: Visitor, start: Start, where: str) -> None:
    attempt = start(*make.items(2))
    form = as_ana.get(f"{attempt}/1")

    assert as_ana.submit(form, go=where).status == 400


@pytest.mark.parametrize("change", ["Ben", "Cy"])
def test_a_tab_that_nobody_touched_takes_no_answer_back(
    as_ana: Visitor, start: Start, change: str
) -> None:
    attempt = start(make.item(("Ana", "Ben"), format="choices"), feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana", "Dee"))
    old_tab, new_tab = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/1")
    as_ana.submit(new_tab, response=token(new_tab, change))

    left = as_ana.submit(old_tab, go="1")

    (chosen,) = as_ana.follow(left).page.all("input", checked="")
    assert [chosen["value"]] == token(new_tab, change)


def test_a_tab_that_nobody_touched_is_not_told_that_it_came_late(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start(make.typed_item(), feedback_each=False)
    as_ana.submit(as_ana.get(f"{attempt}/1"), response="Roy")
    old_tab = as_ana.get(f"{attempt}/1")
    as_ana.submit(as_ana.get(f"{attempt}/finish"))

    left = as_ana.submit(old_tab, go="1")

    assert as_ana.follow(left).leads_to == f"{attempt}/result"


def test_what_was_refused_is_kept_on_leaving(as_ana: Visitor, start: Start) -> None:
    attempt = start(feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    as_ana.submit(form, response=token(form, "Ana"))
    refused = as_ana.submit(form, response=token(form, "Ben"))
    assert refused.status == 409

    left = as_ana.submit(refused, go="1")

    (chosen,) = as_ana.follow(left).page.all("input", checked="")
    assert [chosen["value"]] == token(form, "Ben")
