"""The editor of the hiring process in the browser: with script and without, for two at once, for whoever may not."""

from __future__ import annotations

import re

import pytest

from rightday.db.row_security import enter
from rightday.leads.process.models import ProcessTemplate
from rightday.leads.process.queries_template import versions
from tests.counting import of_page

PAGE = "/settings/process/"
SAID = {
    "name": "Contender?", "kind": "decision", "about": "Who?", "call": "with_previous", "restarts_at": "1",
    "weight": "1.2", "stage": "4", "gap": "0", "fails_as": "no_contender", "agree": "on", "number": 2, "seen": 0,
}  # fmt: skip
HTMX = {"HTTP_HX_REQUEST": "true"}


def found(cast):
    with enter(cast.agency):
        return versions()


def names(cast):
    return [mark.name for mark in found(cast).shown.template.marks]


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def post(browser, path, said=None, **more):
    return browser.post(PAGE + path, {"number": 2, "seen": 0} | (said or {}), **more)


def test_the_page_shows_the_version_in_use(ours):
    answer = ours.client().get(PAGE)
    assert answer.status_code == 200
    assert "13 milestones, two of them decisions." in words(answer)
    assert "Publish" not in words(answer)
    assert 'href="/settings/process/?open=5#m5"' in answer.content.decode()


def test_a_milestone_opens_where_it_stands(ours):
    text = ours.client().get(f"{PAGE}?open=5").content.decode()
    assert 'value="At least one contender?"' in text
    assert text.count("ms-open") == 1
    piece = ours.client().get(f"{PAGE}?open=5", **HTMX).content.decode()
    assert piece.strip().startswith('<div class="set-in" id="process">')


@pytest.mark.parametrize("open_at", ["0", "99", "x", "99999999999999999999"])
def test_what_is_not_there_does_not_open(ours, open_at):
    answer = ours.client().get(f"{PAGE}?open={open_at}&compare={open_at}")
    assert answer.status_code == 200
    assert "ms-open" not in answer.content.decode()


def test_done_keeps_it_in_the_draft_and_closes_it(ours):
    browser = ours.client()
    answer = post(browser, "milestones/5/", SAID | {"act": "done"})
    assert (answer.status_code, answer["Location"]) == (302, "/settings/process/?at=5#m5")
    assert names(ours)[4] == "Contender?"
    assert "Publish version 2" in words(browser.get(PAGE))


def test_with_script_the_answer_is_the_editor(ours):
    text = post(ours.client(), "milestones/5/", SAID | {"act": "done"}, **HTMX).content.decode()
    assert "Contender?" in text
    assert "ms-open" not in text
    assert re.search(r'data-open autofocus aria-label="Edit Contender\?"', text)


def test_done_with_nothing_changed_begins_no_draft(ours):
    browser = ours.client()
    same = SAID | {"name": "At least one contender?", "weight": "1", "act": "done"}
    same["about"] = found(ours).shown.template.mark(5).about
    assert post(browser, "milestones/5/", same).status_code == 302
    assert found(ours).draft is None


@pytest.mark.parametrize(("act", "at"), [("up", 4), ("down", 6), ("9", 9), ("", 5)])
def test_a_milestone_moves(ours, act, at):
    answer = post(ours.client(), "milestones/5/", {"act": act})
    assert answer["Location"] == f"/settings/process/?at={at}#m{at}"
    assert names(ours)[at - 1] == "At least one contender?"


def test_what_was_typed_moves_along_and_stays_open(ours):
    answer = post(ours.client(), "milestones/5/", SAID | {"act": "up"})
    assert answer["Location"] == "/settings/process/?open=4#m4"
    assert names(ours)[3] == "Contender?"


def test_taken_out(ours):
    answer = post(ours.client(), "milestones/13/", SAID | {"name": "", "act": "out"})
    assert answer["Location"] == "/settings/process/?at=12#m12"
    assert len(names(ours)) == 12


def test_added(ours):
    answer = post(ours.client(), "milestones/")
    assert answer["Location"] == "/settings/process/?open=14#m14"
    assert names(ours)[-1] == "New milestone"


def test_sent_twice_it_acts_once(ours):
    browser = ours.client()
    key = {"once": "6f1b1e2e-6b0e-4a44-9d9e-0c7a3a4b2c11"}
    first, again = (post(browser, "milestones/", key) for _ in range(2))
    assert (first.status_code, again["Location"]) == (302, first["Location"])
    assert len(names(ours)) == 14


@pytest.mark.parametrize(
    ("said", "place", "sentence"),
    [
        ({"name": ""}, 5, "This field is required."),
        ({"gap": "400"}, 5, "less than or equal to 260"),
        ({"call": "with_previous"}, 1, "The first milestone has none before it"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_kept(ours, said, place, sentence):
    answer = post(ours.client(), f"milestones/{place}/", SAID | {"about": "My own words", "act": "done"} | said)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="My own words"' in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert found(ours).draft is None


def test_a_move_that_cannot_be_says_why(ours):
    answer = post(ours.client(), "milestones/5/", {"act": "1"})
    assert answer.status_code == 422
    assert "The first milestone has none before it to be called about with." in words(answer)
    assert found(ours).draft is None
    typed = post(ours.client(), "milestones/5/", SAID | {"act": "1"})
    assert typed.status_code == 422
    assert 'value="Contender?"' in typed.content.decode()


def test_two_owners_at_once(ours):
    browser = ours.client()
    assert post(browser, "milestones/2/", {"act": "out"}).status_code == 302
    for more in ({}, HTMX):
        late = post(browser, "milestones/5/", SAID | {"about": "My own words", "act": "done"}, **more)
        assert late.status_code == 409
        assert "Sam Whitlock" in words(late)
        assert 'value="My own words"' in late.content.decode()
        assert 'name="seen" value="1"' in late.content.decode()
    assert len(names(ours)) == 12
    assert post(browser, "milestones/13/", {"act": "up", "seen": 1}).status_code == 409


def test_publish(ours):
    browser = ours.client()
    post(browser, "milestones/5/", SAID | {"act": "done"})
    assert post(browser, "publication/").status_code == 409
    answer = post(browser, "publication/", {"seen": 1})
    assert answer["Location"] == PAGE
    shown = words(browser.get(PAGE))
    assert "Version 2 is in use. New leads follow it." in shown
    assert "In use since today" in shown
    assert "Publish version" not in shown


def test_nothing_to_publish_is_said(ours):
    browser = ours.client()
    post(browser, "milestones/12/", {"act": "up"})
    post(browser, "milestones/11/", {"act": "down", "seen": 1})
    answer = post(browser, "publication/", {"seen": 2})
    assert answer.status_code == 422
    assert "Nothing differs from version 1." in words(answer)


def test_discard_and_bring_back(ours):
    browser = ours.client()
    post(browser, "milestones/2/", {"act": "out"})
    text = browser.post(f"{PAGE}discarding/", {"number": 2, "seen": 1}, **HTMX).content.decode()
    assert "The draft is gone." in text
    assert found(ours).draft is None
    undo = re.search(r"/settings/process/drafts/\d+/", text)[0]
    assert browser.post(undo).status_code == 302
    assert len(names(ours)) == 12
    assert browser.post(undo).status_code == 409


def test_compared_with_another_version(ours):
    browser = ours.client()
    post(browser, "milestones/2/", {"act": "out"})
    shown = words(browser.get(f"{PAGE}?compare=1"))
    assert "Version 2 beside version 1" in shown
    assert "Interviews booked taken out" in shown
    with enter(ours.agency):
        ProcessTemplate.objects.update(milestones=[])
        ProcessTemplate.objects.all().delete()
    assert "Nothing differs." in words(browser.get(f"{PAGE}?compare=1"))


def test_only_owners_change_it_and_everybody_reads_it(ours):
    browser = ours.client(ours.priya)
    text = browser.get(f"{PAGE}?open=5").content.decode()
    assert "An owner of your agency can change these." in text
    assert "ms-open" not in text
    assert "data-order" not in text
    for path in ("milestones/", "milestones/5/", "publication/", "discarding/"):
        assert post(browser, path, {"act": "up"}).status_code == 403
    assert found(ours).draft is None


@pytest.mark.parametrize("place", [0, 14, 99])
def test_a_milestone_that_is_not_there_any_more(ours, place):
    answer = post(ours.client(), f"milestones/{place}/", {"act": "up"})
    assert answer.status_code == 409
    assert "This milestone is not there any more." in words(answer)


def test_the_page_takes_the_same_statements_for_one_version_and_for_three(ours):
    browser = ours.client()
    one = of_page(browser, PAGE)
    for number in (2, 3):
        post(browser, "milestones/3/", {"act": "out", "number": number})
        post(browser, "publication/", {"number": number, "seen": 1})
    three = of_page(browser, PAGE)
    assert len(found(ours).all) == 3
    assert len(one) == len(three)
