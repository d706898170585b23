"""Moving a card: it goes, it comes back, and whoever was too late is told who was first."""

from __future__ import annotations

import re

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import actions as actions_process
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Ending
from rightday.team import queries as team

HTMX = {"HTTP_HX_REQUEST": "true"}


def stage_of(cast, lead):
    with enter(cast.agency):
        return Lead.objects.get(pk=lead.pk).stage


def move(browser, lead, stage, seen, **headers):
    return browser.post(f"/leads/{lead.pk}/stage/", {"stage": stage, "seen": seen}, **headers)


def test_a_page_lists_the_columns(ours, shown):
    text = ours.client().get(f"/leads/{shown.pk}/stage/").content.decode()
    assert "Move to" in text and text.count('name="stage"') == len(Stage)
    piece = ours.client().get(f"/leads/{shown.pk}/stage/", **HTMX).content.decode()
    assert "<html" not in piece


def test_a_card_moves_and_comes_back(ours, shown):
    browser = ours.client()
    answer = move(browser, shown, 4, shown.version, **HTMX)
    text = answer.content.decode()
    assert answer.status_code == 200 and stage_of(ours, shown) == Stage.DECISION
    assert 'data-at="4"' in text and "Decision" in text
    undo = re.search(r'action="(/leads/\d+/stage/undo/[^"]+)"', text)
    assert undo
    back = browser.post(undo[1], HTTP_REFERER="http://testserver/leads/?as=board&view=mine")
    assert back["Location"].endswith("/leads/?as=board&view=mine")
    assert stage_of(ours, shown) == Stage.CVS
    assert browser.post(f"/leads/{shown.pk}/stage/undo/nonsense/").status_code == 404


def test_without_script_the_board_is_shown_again(ours, shown):
    assert move(ours.client(), shown, 2, shown.version)["Location"] == "/leads/?as=board"
    assert move(ours.client(), shown, 2, shown.version + 1)["Location"] == "/leads/?as=board"
    assert stage_of(ours, shown) == Stage.BOOKED


def test_whoever_was_too_late_is_told_by_whom(ours, shown):
    with enter(ours.agency):
        lead = Lead.objects.get(pk=shown.pk)
        actions_process.move(lead, stage=Stage.OFFER, seen=lead.version, by=ours.sam)
    answer = move(ours.client(), shown, 2, shown.version, **HTMX)
    assert answer.status_code == 409
    assert "has changed this lead meanwhile, so it was not moved." in answer.content.decode()
    assert stage_of(ours, shown) == Stage.OFFER


def test_what_cannot_be_is_said(ours, shown):
    browser = ours.client()
    for stage in ("", "9", "x"):
        assert move(browser, shown, stage, shown.version).status_code == 422
    assert move(browser, shown, 2, "x").status_code == 409
    with enter(ours.agency):
        lead = Lead.objects.get(pk=shown.pk)
        actions.end(lead, kind=Ending.CANCELLED, on=team.today(ours.sam), by=ours.sam)
    ended = move(browser, shown, 2, lead.version, **HTMX)
    assert ended.status_code == 422 and "This lead has ended" in ended.content.decode()


def test_another_agencys_card_is_not_there(ours, theirs, shown):
    assert move(theirs.client(), shown, 2, shown.version).status_code == 404
    assert stage_of(ours, shown) == Stage.CVS
