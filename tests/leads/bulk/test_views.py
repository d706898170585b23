"""Many leads at once through the browser's forms: asked, begun, gone on with, looked at, taken back."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.bulk import actions as actions_bulk
from rightday.leads.bulk import queries as queries_acts
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.models import BulkAct, LeadLabel
from rightday.leads.process.rules import Stage
from rightday.team import queries as team
from tests.leads.many import fresh, picture, some_leads, working_day

HX = {"HTTP_HX_REQUEST": "true"}
BACK = "/leads/?view=mine"


@pytest.fixture
def leads(ours):
    with enter(ours.agency):
        made = some_leads(ours, 3)
        day = working_day(team.today(ours.sam), 6)
        for lead in made:
            actions.change_step(lead, seen_step=lead.next_step_id, due=day, by=ours.sam)
        return [lead.pk for lead in made]


def said(kind: str, leads, **more):
    return {"kind": kind, "selected": [str(pk) for pk in leads], "back": BACK} | more


def test_rows_can_be_ticked_and_the_bar_says_what_can_be_done(ours, leads):
    page = ours.client().get(BACK).content.decode()
    assert page.count('name="selected"') == 3
    for words in ("Add to today", "Hand to…", "Move…", "Next step…", "Label…", "All of this view", "Save this view"):
        assert words in page
    assert f'name="back" value="{BACK}"' in page


def test_some_are_added_to_today_and_back_is_one_press(ours, leads):
    browser = ours.client()
    answer = browser.post("/leads/acts/", said("today", leads[:2]), follow=True)
    assert answer.redirect_chain == [(BACK, 302)]
    page = answer.content.decode()
    with enter(ours.agency):
        act = BulkAct.objects.get()
        assert {fresh(pk).next_step.due <= working_day(team.today(ours.sam), 3) for pk in leads[:2]} == {True}
        before = picture(leads[2])
    assert "Added to today: 2 leads" in page
    assert f'action="/leads/acts/{act.pk}/undoing/"' in page
    back = browser.post(f"/leads/acts/{act.pk}/undoing/", follow=True)
    assert back.redirect_chain == [(BACK, 302)]
    assert "Taken back: 2 leads are as they were." in back.content.decode()
    with enter(ours.agency):
        assert {fresh(pk).next_step.due for pk in leads} == {fresh(leads[2]).next_step.due}
        assert picture(leads[2]) == before


@pytest.mark.parametrize(
    ("kind", "asks", "fills", "words"),
    [
        ("hand", "What they should know", {"words": "Yours"}, "Handed to Jo Lindqvist: 3 leads"),
        ("hand", "Make them the owner", {"at_once": "on"}, "Given to Jo Lindqvist: 3 leads"),
        ("move", "Move to", {"stage": str(Stage.OFFER.value)}, "Moved to Offer: 3 leads"),
        ("step", "Day of the next step", {"due": "in 20 days"}, "Next step on"),
        ("label", "Type a word", {"name": "Priority"}, "Labelled Priority: 3 leads"),
        ("label", "Take it off", {"name": "Priority", "off": "off"}, "Label Priority taken off: no lead. Left out, 3"),
    ],
)
def test_what_is_needed_is_asked_and_then_done(ours, leads, kind, asks, fills, words):
    browser = ours.client()
    form = browser.get("/leads/acts/new/", said(kind, leads), **HX).content.decode()
    assert asks in form
    assert ">3 leads<" in form.replace("\n", "")
    assert form.count('name="selected"') == 3
    fills = fills | ({"to": str(ours.jo.pk)} if kind == "hand" else {})
    answer = browser.post("/leads/acts/", said(kind, leads, **fills), **HX)
    assert answer["HX-Redirect"] == BACK
    assert words in browser.get(BACK).content.decode()


@pytest.mark.parametrize(
    ("kind", "fills", "problem"),
    [("step", {"due": "yesterday"}, "This day is past"), ("step", {"due": "soonish"}, "Write"), ("move", {}, "required"),
     ("label", {"name": "\t"}, "required"), ("label", {"name": "\u200b"}, "Type a word"), ("hand", {"to": "99"}, "valid")],
)  # fmt: skip
def test_what_is_wrong_is_asked_again_and_nothing_is_lost(ours, leads, kind, fills, problem):
    answer = ours.client().post("/leads/acts/", said(kind, leads, **fills))
    html = answer.content.decode()
    assert (answer.status_code, html.count('name="selected"')) == (422, 3)
    assert problem in html


def test_all_of_a_view_are_taken(ours, leads):
    with enter(ours.agency):
        some_leads(ours, 1, owner=ours.jo, at=60)
    browser = ours.client()
    counted = browser.get("/leads/acts/count/", {"all": "view=mine"}, **HX).content.decode()
    assert "All 3 of this view" in counted
    assert "hx-get" not in counted
    form = browser.get("/leads/acts/new/", {"kind": "label", "all": "view=mine", "back": BACK}).content.decode()
    assert 'name="all" value="view=mine"' in form
    browser.post("/leads/acts/", {"kind": "label", "all": "view=mine", "back": BACK, "name": "Priority"})
    with enter(ours.agency):
        assert LeadLabel.objects.count() == 3


def test_nothing_selected_and_too_many_are_refused_in_words(ours, leads, monkeypatch):
    browser = ours.client()
    for answer in (browser.get("/leads/acts/new/", {"kind": "hand"}), browser.post("/leads/acts/", {"kind": "today"})):
        assert answer.status_code == 422
        assert "No lead is selected" in answer.content.decode()
    monkeypatch.setattr(queries_acts, "MOST", 2)
    refused = browser.post("/leads/acts/", {"kind": "today", "all": "view=mine"})
    assert (refused.status_code, "3 leads are selected, and 5,000 is the most" in refused.content.decode()) == (
        422,
        True,
    )
    assert browser.get("/leads/acts/new/", {"kind": "move", "all": "view=mine"}).status_code == 422
    assert "more than 2" in browser.get("/leads/acts/count/", {"all": ""}, **HX).content.decode()


def test_what_the_bar_does_not_offer_is_not_there(ours, leads):
    assert ours.client().post("/leads/acts/", said("unlabel", leads)).status_code == 404
    assert ours.client().get("/leads/acts/new/", said("", leads)).status_code == 404


def test_a_recruiter_is_not_asked_whether_to_change_owners(ours, leads):
    form = ours.client(ours.priya).get("/leads/acts/new/", said("hand", leads)).content.decode()
    assert "Make them the owner" not in form
    assert "Priya Nair</option>" not in form


def test_a_form_sent_twice_acts_once(ours, leads):
    for _ in range(2):
        ours.client().post("/leads/acts/", said("today", leads, once="00000000-0000-4000-8000-00000000aaaa"))
    with enter(ours.agency):
        assert BulkAct.objects.count() == 1


def test_the_way_back_leads_to_our_lists_alone(ours, leads):
    answer = ours.client().post("/leads/acts/", said("today", leads) | {"back": "https://elsewhere.example/leads/"})
    assert answer.url == "/leads/"


def test_more_than_one_part_is_shown_with_its_progress(ours, leads, monkeypatch):
    monkeypatch.setattr(bulk_acts, "PART", 2)
    browser = ours.client()
    where = browser.post("/leads/acts/", said("label", leads, name="Priority")).url
    page = browser.get(where).content.decode()
    assert 'aria-valuenow="2"' in page
    assert 'hx-trigger="load"' in page
    assert browser.post(f"{where}going-on/").url == where
    done = browser.post(f"{where}going-on/", **HX).content.decode()
    assert 'hx-trigger="load"' not in done
    assert "<b>3</b><span>changed</span>" in done
    back = browser.post(f"{where}undoing/")
    assert back.url == where
    assert 'aria-valuenow="2"' in browser.get(where).content.decode()
    over = browser.post(f"{where}going-on/", **HX).content.decode()
    assert "<b>3</b><span>taken back</span>" in over
    assert "Take all of it back" not in over


def test_the_page_of_an_act_lists_what_was_left_out_and_what_was_not_taken_back(ours, leads):
    with enter(ours.agency):
        label = label_named("Priority", by=ours.sam)
        LeadLabel.objects.create(label=label, lead_id=leads[0])
    browser = ours.client()
    browser.post("/leads/acts/", said("label", leads, name="Priority"))
    with enter(ours.agency):
        act = BulkAct.objects.get()
        LeadLabel.objects.filter(lead_id=leads[1]).delete()
    page = browser.get(f"/leads/acts/{act.pk}/").content.decode()
    assert "It has this label already" in page
    assert f'href="/leads/{leads[0]}/"' in page
    where = browser.post(f"/leads/acts/{act.pk}/undoing/").url
    assert where == f"/leads/acts/{act.pk}/"
    page = browser.get(where).content.decode()
    assert "It has moved on since" in page
    assert f'href="/leads/{leads[1]}/"' in page


def test_somebody_elses_act_is_looked_at_but_not_taken_back(ours, leads):
    with enter(ours.agency):
        today = {"due": team.today(ours.sam).isoformat()}
        act = actions_bulk.begin(BulkKind.TODAY, leads=leads, values=today, by=ours.sam)
    jo = ours.client(ours.jo)
    page = jo.get(f"/leads/acts/{act.pk}/").content.decode()
    assert "By Sam Whitlock" in page
    assert "Take all of it back" not in page
    assert jo.post(f"/leads/acts/{act.pk}/undoing/").status_code == 403


def test_ones_own_last_acts_are_listed(ours, leads):
    browser = ours.client()
    assert "Nothing was done to many leads yet." in browser.get("/leads/acts/").content.decode()
    browser.post("/leads/acts/", said("label", leads, name="Priority"))
    assert "Labelled Priority" in browser.get("/leads/acts/").content.decode()


def test_labels_stand_on_rows_and_cards(ours, leads):
    browser = ours.client()
    browser.post("/leads/acts/", said("label", leads[:1], name="Priority"))
    for address in (BACK, "/leads/?as=board"):
        assert browser.get(address).content.decode().count('<span class="lab">Priority</span>') == 1


def test_a_view_that_lost_a_filter_can_be_saved_anew(ours, leads):
    page = ours.client().get("/leads/?label=987&grade=hot").content.decode()
    assert "/views/new/?query=grade%3Dhot" in page
    assert "Save it anew without them" in page


def test_calls_to_people_are_put_on_today(ours, leads):
    with enter(ours.agency):
        persons = [fresh(pk).person for pk in leads]
        persons[1].do_not_call = True
        persons[1].save()
    browser = ours.client()
    page = browser.get("/people/").content.decode()
    assert page.count('name="person"') == 4
    chosen = {"kind": "today", "person": [one.pk for one in persons[:2]] + [ours.martin.pk], "back": "/people/"}
    answer = browser.post("/leads/acts/", chosen, follow=True)
    assert answer.redirect_chain == [("/people/", 302)]
    said_so = "Added to today: 1 lead. Left out, 1: they asked not to be called; 1: no open lead"
    assert said_so in answer.content.decode()
    with enter(ours.agency):
        assert [had["lead"] for had in BulkAct.objects.get().before] == [leads[0]]
    nobody = browser.post("/leads/acts/", chosen | {"person": [ours.martin.pk]})
    assert (nobody.status_code, "no open lead" in nobody.content.decode()) == (422, True)
