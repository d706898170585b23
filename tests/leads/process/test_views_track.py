"""The hiring process on the page of a lead, with script and without, for two at once."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import rows as process_rows
from rightday.leads.process.models import FallBack
from rightday.leads.process.queries import track_of
from rightday.leads.rules import Ending
from rightday.team import queries as team
from tests.counting import of_page

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def lead(ours, shown):
    return shown


def row(ours, lead):
    with enter(ours.agency):
        return Lead.objects.select_related("rival", "next_step").get(pk=lead.pk)


def track(ours, lead):
    with enter(ours.agency):
        return track_of(lead.pk)


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace(" ,", ",")


def at(lead, path=""):
    return f"/leads/{lead.pk}/{path}"


def post(ours, lead, path, said=None, **more):
    seen = {"seen": row(ours, lead).version}
    return ours.client().post(at(lead, path), seen | (said or {}), **more)


@pytest.fixture
def today(ours):
    with enter(ours.agency):
        return team.today(ours.sam)


def test_the_page_has_the_track(ours, lead):
    answer = ours.client().get(at(lead))
    text = answer.content.decode()
    assert "Martin’s hiring process nothing known yet" in words(answer)
    assert text.count('class="tp"') == 13
    assert f'href="/leads/{lead.pk}/milestones/1/" data-dialog data-key="h"' in text
    assert 'class="here" aria-current="step"' in text


def test_a_milestone_is_a_page_and_a_dialog(ours, lead):
    page = ours.client().get(at(lead, "milestones/5/"))
    assert page.content.decode().lower().startswith("<!doctype")
    assert "Milestone 5 of 13" in words(page)
    assert "Is one of them the one?" in words(page)
    piece = ours.client().get(at(lead, "milestones/5/"), **HTMX).content.decode()
    assert piece.strip().startswith("<form")
    assert 'value="yes"' in piece
    assert f"/leads/{lead.pk}/milestones/5/fall/" in piece


@pytest.mark.parametrize("place", [0, 14, 999])
def test_no_such_milestone(ours, lead, place):
    for path in (f"milestones/{place}/", f"milestones/{place}/fall/"):
        assert ours.client().get(at(lead, path)).status_code == 404


def test_a_day_in_words(ours, lead, today):
    answer = post(ours, lead, "milestones/2/", {"expected": "in two weeks", "note": "by phone"})
    assert (answer.status_code, answer["Location"]) == (302, at(lead))
    point = track(ours, lead).points[1]
    assert (point.expected, point.note, point.about) == (today + timedelta(days=14), "by phone", False)


def test_with_script_the_pieces_that_changed(ours, lead):
    answer = post(ours, lead, "milestones/1/", {"act": "done", "note": "11 CVs"}, **HTMX)
    text = answer.content.decode()
    assert answer["HX-Trigger"] == "rightday:close"
    for piece in ("head", "track", "step", "happened"):
        assert re.search(rf'id="{piece}"[^>]*hx-swap-oob', text), piece
    assert "Done today: CVs received." in words(answer)
    assert row(ours, lead).milestone == 2


def test_slipping_says_what_moved_and_takes_it_back(ours, lead, today):
    monday = today + timedelta(days=7 - today.weekday())
    post(ours, lead, "milestones/2/", {"expected": monday.isoformat()})
    post(ours, lead, "milestones/12/", {"expected": (monday + timedelta(days=28)).isoformat()})
    before = track(ours, lead).points
    answer = post(ours, lead, "milestones/2/", {"expected": (monday + timedelta(days=2)).isoformat()}, **HTMX)
    assert "Moved one more by 2 working days." in words(answer)
    undo = re.search(rf"/leads/{lead.pk}/undo/[^\"]+", answer.content.decode())[0]
    assert ours.client().post(undo).status_code == 302
    assert track(ours, lead).points == before
    late = ours.client().post(undo)
    assert late.status_code == 409


@pytest.mark.parametrize("token", ["x", "a:b:c"])
def test_the_way_back_is_not_to_be_guessed(ours, lead, token):
    assert ours.client().post(at(lead, f"undo/{token}/")).status_code == 404


def test_what_cannot_be_is_said_at_its_field_and_kept(ours, lead, today):
    post(ours, lead, "milestones/4/", {"act": "done"})
    for said, sentence in (
        ({"expected": "one fine day", "note": "My own words"}, "This does not look like a date"),
        ({"expected": (today - timedelta(days=3)).isoformat(), "note": "My own words"}, "comes after it"),
        ({"done_on": (today - timedelta(days=3)).isoformat(), "note": "My own words"}, "after this day"),
    ):
        answer = post(ours, lead, "milestones/6/", said)
        assert answer.status_code == 422
        assert sentence in words(answer)
        assert 'value="My own words"' in answer.content.decode()
        assert 'aria-invalid="true"' in answer.content.decode()


def test_two_at_once(ours, lead):
    seen = row(ours, lead).version
    post(ours, lead, "milestones/1/", {"act": "done"})
    for more in ({}, HTMX):
        answer = ours.client().post(
            at(lead, "milestones/3/"), {"seen": seen, "expected": "Thursday", "note": "My own words"}, **more
        )
        assert answer.status_code == 409
        assert "Sam Whitlock" in words(answer)
        assert 'value="My own words"' in answer.content.decode()
        assert f'name="seen" value="{row(ours, lead).version}"' in answer.content.decode()


def test_sent_twice_it_acts_once(ours, lead):
    said = {"act": "done", "once": "6f1b1e2e-6b0e-4a44-9d9e-0c7a3a4b2c12", "seen": row(ours, lead).version}
    browser = ours.client()
    first, again = (browser.post(at(lead, "milestones/1/"), said) for _ in range(2))
    assert (first.status_code, again.status_code) == (302, 302)
    assert row(ours, lead).milestone == 2


def test_nothing_said_nothing_kept(ours, lead):
    before = row(ours, lead).version
    assert post(ours, lead, "milestones/3/").status_code == 302
    assert row(ours, lead).version == before


def test_a_decision_yes_and_not_after_all(ours, lead):
    post(ours, lead, "milestones/5/", {"act": "yes"})
    assert row(ours, lead).milestone == 6
    shown = ours.client().get(at(lead, "milestones/5/"))
    assert "Done today." in words(shown)
    assert "Not done after all" in words(shown)
    post(ours, lead, "milestones/5/", {"act": "back"})
    assert row(ours, lead).milestone == 1


def test_it_falls_through(ours, lead):
    shown = ours.client().get(at(lead, "milestones/12/fall/"), **HTMX)
    assert (
        "It begins again at “CVs received”; the lead goes to the top of the sheet, worth 1.8 times as much."
        in words(shown)
    )
    said = {"why": "no_show", "filler": "competitor", "rival": "Brightline", "who": "Tom", "words": "Never came"}
    wrong = post(ours, lead, "milestones/12/fall/", said | {"filler": ""})
    assert wrong.status_code == 422
    assert "Choose “A competitor” above" in words(wrong)
    answer = post(ours, lead, "milestones/12/fall/", said, **HTMX)
    assert "It begins again at “CVs received”. The lead is at the top of the sheet." in words(answer)
    with enter(ours.agency):
        assert FallBack.objects.get().who == "Tom"
    page = words(ours.client().get(at(lead)))
    assert "Earlier rounds" in page
    assert "Tom had filled it." in page
    assert "round 2, nothing known yet" in page


def test_a_fall_is_taken_back(ours, lead):
    said = {"why": "no_show", "filler": "competitor", "rival": "Brightline", "who": "Tom", "words": "Never came"}
    answer = post(ours, lead, "milestones/12/fall/", said, **HTMX).content.decode()
    address = re.search(r'/leads/\d+/undo-fall/[^"&]+/', answer).group()
    again = ours.client().post(address, {"once": uuid4().hex}, **HTMX)
    assert "As it was before." in words(again)
    with enter(ours.agency):
        assert not FallBack.objects.exists()
    assert row(ours, lead).round == 1
    assert ours.client().post(address.replace("undo-fall/", "undo-fall/x"), {"once": uuid4().hex}).status_code == 404


def test_a_failure_on_a_day_that_cannot_be(ours, lead, today):
    post(ours, lead, "milestones/4/", {"act": "done"})
    said = {"why": "declined", "on": (today - timedelta(days=3)).isoformat()}
    answer = post(ours, lead, "milestones/9/fall/", said)
    assert answer.status_code == 422
    assert "Correct one of the two" in words(answer)
    stale = ours.client().post(at(lead, "milestones/9/fall/"), {"why": "declined", "seen": 0, "words": "My own words"})
    assert stale.status_code == 409
    assert "My own words" in stale.content.decode()


def test_who_fills_it(ours, lead):
    assert "Who fills the place" in words(ours.client().get(at(lead, "filler/"), **HTMX))
    post(ours, lead, "filler/", {"filler": "competitor", "rival": "Brightline"})
    found = row(ours, lead)
    assert (found.filler, found.rival.name) == ("competitor", "Brightline")
    assert "Filled so far by Brightline, a competitor" in words(ours.client().get(at(lead)))
    assert '<option value="Brightline">' in ours.client().get(at(lead, "filler/")).content.decode()
    assert post(ours, lead, "filler/", {"filler": "us", "rival": "Brightline"}).status_code == 422
    stale = ours.client().post(at(lead, "filler/"), {"filler": "own", "seen": 0})
    assert stale.status_code == 409
    assert row(ours, lead).filler == "competitor"


def test_another_vacancy(ours, lead):
    assert ours.client().get(at(lead, "vacancy/")).status_code == 200
    assert ours.client().post(at(lead, "vacancy/"), {"title": ""}).status_code == 422
    answer = ours.client().post(at(lead, "vacancy/"), {"title": "A second tester"})
    with enter(ours.agency):
        made = Lead.objects.get(title="A second tester")
    assert answer["Location"] == f"/leads/{made.pk}/"
    assert made.person_id == lead.person_id
    third = ours.client().post(at(lead, "vacancy/"), {"title": "A third"}, **HTMX)
    assert (third.status_code, third["HX-Redirect"].startswith("/leads/")) == (204, True)


def not_called(ours, lead, today):
    with enter(ours.agency):
        found = Lead.objects.select_related("person__company", "company", "owner", "next_step").get(pk=lead.pk)
        course = process_rows.begin(found, seen=found.version, by=ours.sam)
        process_rows.settle(course, uncalled_on=today)


def test_others_are_asked_where_they_want_no_call(ours, lead, today):
    not_called(ours, lead, today)
    assert "Since today they want no call about it." in words(ours.client().get(at(lead)))
    assert ours.client().get(at(lead, "asked/"), **HTMX).status_code == 200
    assert post(ours, lead, "asked/", {"words": ""}).status_code == 422
    answer = post(ours, lead, "asked/", {"words": "Still open, says Ife", "again": "in two weeks"})
    assert answer.status_code == 302
    assert row(ours, lead).next_step.due >= today + timedelta(days=14)
    assert ours.client().post(at(lead, "asked/"), {"words": "x", "seen": 0}).status_code == 409


def test_they_may_be_called_again(ours, lead, today):
    not_called(ours, lead, today)
    assert ours.client().post(at(lead, "calling/"), {"seen": "x"}).status_code == 409
    assert post(ours, lead, "calling/").status_code == 302
    assert row(ours, lead).uncalled_on is None
    again = post(ours, lead, "calling/", {}, **HTMX)
    assert "They may be called already." in words(again)
    assert post(ours, lead, "asked/", {"words": "x"}).status_code == 422


def test_of_a_lead_that_ended_the_track_is_read(ours, lead, today):
    with enter(ours.agency):
        found = Lead.objects.select_related("person", "company", "owner", "next_step").get(pk=lead.pk)
        actions.end(found, kind=Ending.CANCELLED, on=today, by=ours.sam)
    text = ours.client().get(at(lead)).content.decode()
    assert text.count('class="tp"') == 13
    assert "/milestones/" not in text
    assert "Another vacancy" in text
    assert ours.client().get(at(lead, "milestones/1/")).status_code == 404
    assert ours.client().post(at(lead, "filler/"), {"filler": "us", "seen": row(ours, lead).version}).status_code == 409


def test_the_page_takes_as_many_statements_for_one_milestone_known_and_for_three(ours, lead):
    post(ours, lead, "milestones/1/", {"act": "done"})
    one = of_page(ours.client(), at(lead))
    for place in (2, 3):
        post(ours, lead, f"milestones/{place}/", {"act": "done"})
    three = of_page(ours.client(), at(lead))
    assert len(one) == len(three)
