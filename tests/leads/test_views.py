"""Screens of leads in a browser without script, and the pieces htmx asks for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.people import search
from rightday.team import queries as team
from rightday.timeline.models import Event

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def lead(ours):
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        today = team.today(ours.sam)
        heard = [HeardEvidence(Shows.INTERVIEWING, "two platform engineers", today - timedelta(days=1))]
        return actions.create(ours.martin, heard=heard, title="2 platform engineers", by=ours.sam)


def reload(ours, lead):
    with enter(ours.agency):
        return Lead.objects.select_related("next_step", "outcome", "owner").get(pk=lead.pk)


def test_the_list_in_every_view(ours, lead):
    browser = ours.client()
    for view in ("", "open", "mine", "hot", "stale", "qualify", "ended", "nonsense"):
        page = browser.get("/leads/", {"view": view})
        assert page.status_code == 200
        assert ("Halden Insurance" in page.content.decode()) == (view in {"", "open", "mine", "qualify", "nonsense"})


def test_the_list_answers_typing_with_its_rows_and_its_count(ours, lead):
    piece = ours.client().get("/leads/", {"q": "mart"}, **HTMX).content.decode()
    assert '<div id="found"' in piece
    assert "One lead" in piece
    assert 'hx-swap-oob="true"' in piece
    assert "<html" not in piece
    nothing = ours.client().get("/leads/", {"q": "nobodyatall"}).content.decode()
    assert "Nothing found for" in nothing


def test_the_page_of_a_lead(ours, lead):
    page = ours.client().get(f"/leads/{lead.pk}/")
    text = page.content.decode()
    assert page.status_code == 200
    for words in ("2 platform engineers", "Martin Ahlqvist", "one of four", "Call Martin today.", "You brought in"):
        assert words in text


def test_another_agencys_lead_is_not_found(ours, theirs, lead):
    for address in ("", "evidence/", "step/", "outcome/", "details/"):
        assert ours.client().get(f"/leads/{lead.pk}/{address}").status_code == 200
        assert theirs.client().get(f"/leads/{lead.pk}/{address}").status_code == 404
    for address in ("notes/", "confirmation/", "reopening/", "evidence/", "step/", "outcome/", "details/"):
        assert theirs.client().post(f"/leads/{lead.pk}/{address}", {"words": "x"}).status_code == 404


def test_an_answer_just_given_is_evidence_of_today(ours, lead):
    browser = ours.client()
    sent = {"shows": "not_interviewing", "said": "them"}
    assert browser.post(f"/leads/{lead.pk}/evidence/", sent).headers["Location"] == f"/leads/{lead.pk}/"
    with enter(ours.agency):
        kept = Evidence.objects.filter(lead=lead).order_by("-id").first()
        assert (kept.shows, kept.said_by_id, kept.true_on) == ("not_interviewing", ours.martin.pk, team.today(ours.sam))
    assert reload(ours, lead).hot_until is None


def test_evidence_typed_in_words(ours, lead):
    browser = ours.client()
    sent = {
        "shows": "contractors", "words": "Two on the team", "said": "other", "said_by_words": "Tomás Rey",
        "second_hand": "on", "true_on": "yesterday",
    }  # fmt: skip
    assert browser.post(f"/leads/{lead.pk}/evidence/", sent).status_code == 302
    with enter(ours.agency):
        kept = Evidence.objects.filter(lead=lead).order_by("-id").first()
        assert (kept.words, kept.said_by, kept.said_by_words, kept.second_hand) == (
            "Two on the team", None, "Tomás Rey", True,
        )  # fmt: skip
        assert kept.true_on == team.today(ours.sam) - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("tomorrow", "still to come"), ("xyzzy", "Write it like"), ("31/04/2026", "Apr 2026 has 30 days")],
)
def test_a_day_that_cannot_be_keeps_what_was_typed(ours, lead, typed, words):
    page = ours.client().post(f"/leads/{lead.pk}/evidence/", {"shows": "plan", "words": "in spring", "true_on": typed})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "in spring" in page.content.decode()


def test_a_form_sent_twice_acts_once(ours, lead):
    browser, key = ours.client(), "5f3c0d6e8b1f4a6f9a6d2f1c5b7a9e10"
    for _ in range(2):
        assert (
            browser.post(f"/leads/{lead.pk}/notes/", {"words": "Board signs on Mondays", "once": key}).status_code
            == 302
        )
    browser.post(f"/leads/{lead.pk}/notes/", {"words": "  "})
    with enter(ours.agency):
        assert Event.objects.filter(lead=lead, verb="note").count() == 1


def test_htmx_gets_every_piece_that_changed(ours, lead):
    answer = ours.client().post(f"/leads/{lead.pk}/confirmation/", {"shows": "company_confirmed"}, **HTMX)
    text = answer.content.decode()
    assert answer.headers["HX-Trigger"] == "rightday:close"
    for piece in ("head", "verdict", "step", "happened", "about", "then"):
        assert f'id="{piece}"' in text
    assert "two of four" in text
    assert "Confirmed: company right" in text


def test_the_name_spelled_right(ours, lead):
    ours.client().post(f"/leads/{lead.pk}/confirmation/", {"shows": "name_confirmed"})
    with enter(ours.agency):
        ours.martin.refresh_from_db()
        assert ours.martin.name_confirmed_on == team.today(ours.sam)


def test_the_next_step_in_words(ours, lead):
    browser = ours.client()
    asked = browser.get(f"/leads/{lead.pk}/step/", **HTMX).content.decode()
    assert "<html" not in asked
    assert f'value="{lead.next_step_id}"' in asked
    sent = {
        "due": "tomorrow at 10:30",
        "objective": "The day he decides",
        "agreed": "on",
        "seen_step": lead.next_step_id,
    }
    assert browser.post(f"/leads/{lead.pk}/step/", sent).status_code == 302
    step = reload(ours, lead).next_step
    assert (step.due, f"{step.earliest:%H:%M}", step.objective, step.agreed) == (
        lead.next_step.due + timedelta(days=1), "10:30", "The day he decides", True,
    )  # fmt: skip
    assert browser.post(f"/leads/{lead.pk}/step/", sent | {"due": "yesterday"}).status_code == 422


def test_the_second_to_save_loses_nothing_typed(ours, lead):
    sent = {"due": "tomorrow", "objective": "Mine", "seen_step": lead.next_step_id}
    assert ours.client(ours.priya).post(f"/leads/{lead.pk}/step/", sent).status_code == 302
    second = ours.client(ours.jo).post(f"/leads/{lead.pk}/step/", sent | {"objective": "By name and hour"})
    text = second.content.decode()
    assert second.status_code == 409
    assert "Priya Nair" in text
    assert "By name and hour" in text
    now = reload(ours, lead).next_step_id
    assert f'value="{now}"' in text
    assert ours.client(ours.jo).post(f"/leads/{lead.pk}/step/", sent | {"seen_step": now}).status_code == 302


def test_an_end_and_opening_again(ours, lead):
    browser = ours.client()
    assert "How it ended" in browser.get(f"/leads/{lead.pk}/outcome/").content.decode()
    sent = {
        "kind": "filled_by_competitor",
        "on": "yesterday",
        "who": "Harrow & Pike",
        "words": "They were quicker",
        "seen_step": lead.next_step_id,
    }
    assert browser.post(f"/leads/{lead.pk}/outcome/", sent | {"kind": "won"}).status_code == 422
    assert browser.post(f"/leads/{lead.pk}/outcome/", sent).status_code == 302
    ended = reload(ours, lead)
    assert (ended.outcome.kind, ended.outcome.who, ended.next_step) == (
        Ending.FILLED_BY_COMPETITOR,
        "Harrow & Pike",
        None,
    )
    text = browser.get(f"/leads/{lead.pk}/").content.decode()
    assert "Filled by a competitor, yesterday." in text
    assert "They were quicker" in text
    assert "Filled by a competitor" in browser.get("/leads/?view=ended").content.decode()
    assert browser.post(f"/leads/{lead.pk}/outcome/", sent).status_code == 409
    assert browser.post(f"/leads/{lead.pk}/reopening/").status_code == 302
    assert reload(ours, lead).next_step is not None


def test_who_said_no_stays_ended(ours, lead):
    with enter(ours.agency):
        actions.refuse(ours.martin, words="Please take me off your list", by=ours.sam)
    browser = ours.client()
    text = browser.get(f"/leads/{lead.pk}/").content.decode()
    assert "asked us not to call" in text
    assert "tel:" not in text
    refusal = browser.post(f"/leads/{lead.pk}/reopening/")
    assert refusal.status_code == 409
    assert "asked not to be called" in refusal.content.decode()


def test_title_owner_and_introducer(ours, lead):
    browser = ours.client()
    shown = reload(ours, lead)
    sent = {
        "title": "3 platform engineers",
        "owner": ours.jo.pk,
        "introduced_by": "Martin Ahlqvist, Halden Insurance",
        "seen": shown.version,
    }
    assert browser.post(f"/leads/{lead.pk}/details/", sent | {"introduced_by": "Nobody Known"}).status_code == 422
    assert browser.post(f"/leads/{lead.pk}/details/", sent | {"owner": "0"}).status_code == 422
    assert browser.post(f"/leads/{lead.pk}/details/", sent).status_code == 302
    changed = reload(ours, lead)
    assert (changed.title, changed.owner_id, changed.introduced_by_id) == (
        "3 platform engineers",
        ours.jo.pk,
        ours.martin.pk,
    )
    assert (changed.next_step.owner_id, changed.next_step.introduced) == (ours.jo.pk, True)
    stale = browser.post(f"/leads/{lead.pk}/details/", sent | {"title": "Another"})
    assert stale.status_code == 409
    assert "Another" in stale.content.decode()
    assert "Martin Ahlqvist" in browser.get(f"/leads/{lead.pk}/").content.decode()


def test_a_new_lead_about_somebody_on_record(ours):
    browser = ours.client()
    assert "Who is it about?" in browser.get("/leads/new/").content.decode()
    assert "Martin Ahlqvist" in browser.get("/leads/new/", {"person": ours.martin.pk}).content.decode()
    sent = {
        "person": ours.martin.pk,
        "title": "Java",
        "shows": "interviewing",
        "words": "two",
        "said": "them",
        "true_on": "last Thursday",
    }
    made = browser.post("/leads/", sent)
    assert made.status_code == 302
    assert browser.get(made.headers["Location"]).status_code == 200
    assert browser.post("/leads/", sent | {"true_on": "next year"}).status_code == 422
    assert browser.get("/leads/new/", {"person": "99999"}).status_code == 404
    browser.post("/leads/", {"person": ours.martin.pk, "words": "Likes hiking"})
    browser.post("/leads/", {"person": ours.martin.pk})
    with enter(ours.agency):
        shows = [list(lead.evidence.values_list("shows", flat=True)) for lead in Lead.objects.order_by("id")]
    assert shows == [["interviewing"], ["context"], []]


def test_the_grade_on_a_past_day(ours, lead):
    browser, address = ours.client(), f"/leads/{lead.pk}/"
    assert "To qualify on yesterday" in browser.get(address, {"on": "yesterday"}, **HTMX).content.decode()
    assert "To qualify on yesterday" in browser.get(address, {"on": "yesterday"}).content.decode()
    assert "Write a day that is past" in browser.get(address, {"on": "tomorrow"}).content.decode()
    assert browser.get(address, {"on": ""}, **HTMX).status_code == 200


def test_the_timeline_reads_on(ours, lead):
    with enter(ours.agency):
        for number in range(25):
            actions.note(lead, words=f"note {number}.", by=ours.sam)
    browser, address = ours.client(), f"/leads/{lead.pk}/"
    first = browser.get(address)
    assert "note 24." in first.content.decode()
    assert "note 2." not in first.content.decode()
    before = first.content.decode().split('href="?before=')[1].split('"')[0]
    older = browser.get(f"{address}?before={before}", **HTMX).content.decode()
    assert "note 2." in older
    assert "<html" not in older
    assert "note 2." in browser.get(f"{address}?before={before}").content.decode()
