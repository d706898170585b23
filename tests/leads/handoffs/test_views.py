"""The page of hand-offs and what is answered from it, as a browser sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer, Return
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Shows
from rightday.team.models import Member
from tests.conftest import cast
from tests.leads.handoffs.test_actions import TUESDAY, fresh, make, offer

HTMX = {"HX-Request": "true"}
PAGE = "/leads/handoffs/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TUESDAY, tick=False) as moved:
        yield moved


@pytest.fixture
def lead(ours):
    with enter(ours.agency):
        return make(ours, Shows.INTERVIEWING)


@pytest.fixture
def made(ours, lead):
    with enter(ours.agency):
        return offer(ours, lead)


def kept(ours):
    with enter(ours.agency):
        return HandOff.objects.latest("pk")


def owner(ours, lead):
    with enter(ours.agency):
        return Lead.objects.select_related("owner").get(pk=lead.pk).owner


def text(answer):
    return answer.content.decode()


def test_the_page_says_what_waits(ours, made):
    said = text(ours.client(ours.jo).get(PAGE))
    assert "One waits for your answer." in said
    assert "“She likes Tomás.”" in said
    assert f'action="/leads/handoffs/{made.pk}/acceptance/"' in said
    assert "120 minutes left" in said
    assert "To Jo Lindqvist, today, 09:42" in text(ours.client(ours.priya).get(PAGE))
    assert "No lead is changing hands." in text(ours.client(ours.sam).get(PAGE))


def test_of_many_the_most_urgent_are_shown_and_all_of_them_on_request(ours):
    with enter(ours.agency):
        for _ in range(17):
            offer(ours, make(ours, Shows.INTERVIEWING))
    said = text(ours.client(ours.jo).get(PAGE))
    assert "More than 15 wait for your answer." in said
    assert said.count("/acceptance/") == 2 * 15
    assert f"{PAGE}?all=1" in said
    every = text(ours.client(ours.jo).get(f"{PAGE}?all=1"))
    assert "17 wait for your answer." in every
    assert every.count("/acceptance/") == 2 * 17 and "?all=1" not in every


def test_the_page_says_what_came_back_and_what_became_of_it(ours, made):
    with enter(ours.agency):
        hand_offs.give_back(made, reason=Return.MOVED, words="Paul left.", by=ours.jo)
        hand_offs.accept(offer(ours, make(ours, Shows.CONTRACTORS)), by=ours.jo)
    said = text(ours.client(ours.priya).get(PAGE))
    assert "One came back to you." in said
    assert "Returned: the person has moved" in said
    assert "first call by Thu 26 Nov, 09:42" in said
    assert "too few to say" in said


def test_the_page_reads_on(ours):
    with enter(ours.agency):
        for _ in range(11):
            hand_offs.accept(offer(ours, make(ours, Shows.CONTRACTORS)), by=ours.jo)
        first = HandOff.objects.earliest("pk").pk
    browser = ours.client(ours.priya)
    assert f'href="{PAGE}?before={first + 1}"' in text(browser.get(PAGE))
    rest = text(browser.get(f"{PAGE}?before={first + 1}"))
    assert rest.count("first call by") == 1
    assert f'href="{PAGE}"' in rest


# Handing on


def test_a_dialog_asks_to_whom(ours, lead):
    asked = text(ours.client(ours.priya).get(f"/leads/{lead.pk}/handing/", headers=HTMX))
    assert "Jo Lindqvist" in asked
    assert "Priya Nair</option>" not in asked
    assert "They answer within 2 hours, or it comes back." in asked
    assert "<html" not in asked


def test_handed_on_with_a_way_back(ours, lead):
    browser = ours.client(ours.priya)
    sent = {"to": ours.jo.pk, "words": "Call before noon.", "seen": lead.version, "at": "lead"}
    answer = browser.post(f"/leads/{lead.pk}/handing/", sent, headers=HTMX)
    assert answer["HX-Trigger"] == "rightday:close"
    assert "Handed to Jo Lindqvist, who answers by today, 11:42." in text(answer)
    assert 'id="hand" class="rail-group" hx-swap-oob' in text(answer)
    made = kept(ours)
    assert (made.receiver_id, made.words) == (ours.jo.pk, "Call before noon.")
    undo = f"/leads/handoffs/{made.pk}/withdrawal/"
    assert f'action="{undo}"' in text(answer)
    assert browser.post(undo).status_code == 302
    assert kept(ours).answer == Answer.WITHDRAWN


def test_without_script_it_is_a_page_that_goes_back(ours, lead):
    browser = ours.client(ours.priya)
    sent = {"to": ours.jo.pk, "words": "", "seen": lead.version, "at": "lead"}
    answer = browser.post(f"/leads/{lead.pk}/handing/", sent)
    assert (answer.status_code, answer["Location"]) == (302, f"/leads/{lead.pk}/")


def test_sent_twice_it_is_offered_once(ours, lead):
    browser = ours.client(ours.priya)
    sent = {"to": ours.jo.pk, "seen": 0, "once": "11111111-1111-4111-8111-111111111111"}
    for _ in range(2):
        assert browser.post(f"/leads/{lead.pk}/handing/", sent).status_code == 302
    with enter(ours.agency):
        assert HandOff.objects.count() == 1


def test_what_cannot_be_is_said_and_the_words_stay(ours, lead, made):
    browser = ours.client(ours.priya)
    sent = {"to": ours.sam.pk, "words": "Call before noon.", "seen": 1}
    answer = browser.post(f"/leads/{lead.pk}/handing/", sent, headers=HTMX)
    assert answer.status_code == 422
    assert "It waits for Jo Lindqvist’s answer, until today, 11:42. Take that back first." in text(answer)
    assert "Call before noon." in text(answer)


def test_not_to_somebody_who_left(ours, lead):
    with enter(ours.agency):
        Member.objects.filter(pk=ours.jo.pk).update(left_at=TUESDAY)
    answer = ours.client(ours.priya).post(f"/leads/{lead.pk}/handing/", {"to": ours.jo.pk, "seen": 0})
    assert answer.status_code == 422
    assert "They are not here any more." in text(answer)


def test_somebody_changed_it_meanwhile(ours, lead):
    with enter(ours.agency):
        actions.edit(fresh(lead), seen=0, title="Kotlin", by=ours.sam)
    browser = ours.client(ours.priya)
    sent = {"to": ours.jo.pk, "words": "Call before noon.", "seen": 0}
    answer = browser.post(f"/leads/{lead.pk}/handing/", sent, headers=HTMX)
    assert answer.status_code == 409
    assert "Sam Whitlock, 09:42" in text(answer)
    assert "Call before noon." in text(answer)
    assert 'name="seen" value="1"' in text(answer)


# Answering


def test_accepted_from_the_page(ours, lead, made):
    answer = ours.client(ours.jo).post(f"/leads/handoffs/{made.pk}/acceptance/", headers=HTMX)
    assert "It is yours now. First call by today, 13:42." in text(answer)
    assert 'id="handoffs" hx-swap-oob' in text(answer)
    assert "Nothing waits for your answer." in text(answer)
    assert owner(ours, lead).pk == ours.jo.pk


def test_accepted_from_the_lead(ours, lead, made):
    browser = ours.client(ours.jo)
    assert f'action="/leads/handoffs/{made.pk}/acceptance/"' in text(browser.get(f"/leads/{lead.pk}/"))
    answer = browser.post(f"/leads/handoffs/{made.pk}/acceptance/", {"at": "lead"}, headers=HTMX)
    assert "First call by today, 13:42." in text(answer)
    assert 'id="about"' in text(answer)
    answer = browser.post(f"/leads/handoffs/{made.pk}/acceptance/", {"at": "lead"})
    assert answer["Location"] == f"/leads/{lead.pk}/"


def test_without_script_it_goes_back_to_the_page(ours, made):
    answer = ours.client(ours.jo).post(f"/leads/handoffs/{made.pk}/acceptance/")
    assert (answer.status_code, answer["Location"]) == (302, PAGE)


def test_who_was_second_sees_who_was_first(ours, made):
    with enter(ours.agency):
        hand_offs.accept(made, by=ours.sam)
    answer = ours.client(ours.jo).post(f"/leads/handoffs/{made.pk}/acceptance/", headers=HTMX)
    assert "Sam Whitlock has accepted this lead already (today, 09:42)." in text(answer)


def test_what_is_not_ones_own_is_refused_in_words(ours, made):
    answer = ours.client(ours.priya).post(f"/leads/handoffs/{made.pk}/acceptance/", headers=HTMX)
    assert "This lead was offered to Jo Lindqvist, who answers it." in text(answer)
    assert kept(ours).answer == ""


def test_accepted_where_nobody_is_called(ours, lead, made):
    with enter(ours.agency):
        lead.next_step.kind = "find_out"
        lead.next_step.save()
    answer = ours.client(ours.jo).post(f"/leads/handoffs/{made.pk}/acceptance/", headers=HTMX)
    assert "It is yours now." in text(answer)


def test_sent_back_with_what_was_missing(ours, made):
    browser, address = ours.client(ours.jo), f"/leads/handoffs/{made.pk}/return/"
    assert "the person has moved" in text(browser.get(address, headers=HTMX))
    answer = browser.post(address, {"reason": "other", "words": ""}, headers=HTMX)
    assert (answer.status_code, "Say in a few words" in text(answer)) == (422, True)
    answer = browser.post(address, {"reason": "moved", "words": "Paul left."}, headers=HTMX)
    assert answer["HX-Trigger"] == "rightday:close"
    assert "Back to Priya Nair, with what was missing." in text(answer)
    assert (kept(ours).answer, kept(ours).answer_words) == (Answer.RETURNED, "Paul left.")


def test_kept_and_offered_again(ours, lead, made):
    with enter(ours.agency):
        hand_offs.give_back(made, reason=Return.MOVED, words="Paul left.", by=ours.jo)
    browser = ours.client(ours.priya)
    assert "Offer again" in text(browser.get(f"/leads/{lead.pk}/"))
    answer = browser.post(f"/leads/handoffs/{made.pk}/keeping/", headers=HTMX)
    assert "Kept. Next step: " in text(answer)
    assert "Offer again" not in text(browser.get(f"/leads/{lead.pk}/"))


def test_kept_after_it_ended(ours, lead, made):
    with enter(ours.agency):
        hand_offs.give_back(made, reason=Return.MOVED, words="", by=ours.jo)
        actions.end(fresh(lead), kind=Ending.CANCELLED, on=TUESDAY.date(), by=ours.priya)
    assert "Kept." in text(ours.client(ours.priya).post(f"/leads/handoffs/{made.pk}/keeping/", headers=HTMX))


def test_taken_back(ours, made):
    answer = ours.client(ours.priya).post(f"/leads/handoffs/{made.pk}/withdrawal/", headers=HTMX)
    assert "Taken back from Jo Lindqvist." in text(answer)


def test_what_went_back_by_itself_says_when(ours, made, clock):
    clock.move_to(TUESDAY + timedelta(hours=2))
    with enter(ours.agency):
        hand_offs.lapse_due(now=made.answer_by)
    answer = ours.client(ours.jo).post(f"/leads/handoffs/{made.pk}/acceptance/", headers=HTMX)
    assert "The time to answer was over: it went back to Priya Nair (today, 11:42)." in text(answer)


def test_another_agency_finds_none_of_it(ours, made):
    other = cast("Other Firm")
    for address in ("acceptance", "withdrawal", "keeping", "return"):
        assert other.client().post(f"/leads/handoffs/{made.pk}/{address}/").status_code == 404
    assert kept(ours).answer == ""
