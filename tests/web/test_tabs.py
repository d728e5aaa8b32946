"""One quiz in two tabs: nothing that was answered is lost, and nothing is taken back unseen."""

import pytest

from tests import make
from tests.web.conftest import Start
from tests.web.visitor import Visitor, token


def test_of_two_tabs_the_first_answer_counts_and_the_second_is_told_so(
    as_ana: Visitor, start: Start
) -> None:
    attempt = start()
    one, two = as_ana.get(f"{attempt}/1"), as_ana.get(f"{attempt}/1")
    as_ana.submit(one, response=token(one, "Ana"))

    late = as_ana.follow(as_ana.submit(two, response=token(two, "Ben")))

    assert "Your first answer counts" in late.page.one("div", role="status").text
    assert "✓ Right" in late.text


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
