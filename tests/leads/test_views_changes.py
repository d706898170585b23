"""The small forms around a lead: what is typed is kept, understood, and saved once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Evidence
from rightday.leads.rules import Ending
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.timeline.models import Event
from tests.leads.conftest import reload

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_an_answer_just_given_is_evidence_of_today(ours, shown):
    browser = ours.client()
    sent = {"shows": "not_interviewing", "said": "them"}
    assert browser.post(f"/leads/{shown.pk}/evidence/", sent).headers["Location"] == f"/leads/{shown.pk}/"
    with enter(ours.agency):
        kept = Evidence.objects.filter(lead=shown).order_by("-id").first()
        assert (kept.shows, kept.said_by_id, kept.true_on) == ("not_interviewing", ours.martin.pk, team.today(ours.sam))
    assert reload(ours, shown).hot_until is None


def test_evidence_typed_in_words(ours, shown):
    browser = ours.client()
    sent = {
        "shows": "contractors", "words": "Two on the team", "said": "other", "said_by_words": "Tomás Rey",
        "second_hand": "on", "true_on": "yesterday",
    }  # fmt: skip
    assert browser.post(f"/leads/{shown.pk}/evidence/", sent).status_code == 302
    with enter(ours.agency):
        kept = Evidence.objects.filter(lead=shown).order_by("-id").first()
        assert (kept.words, kept.said_by, kept.said_by_words, kept.second_hand) == (
            "Two on the team", None, "Tomás Rey", True,
        )  # fmt: skip
        assert kept.true_on == team.today(ours.sam) - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("tomorrow", "still to come"), ("xyzzy", "Write it like"), ("31/04/2026", "Apr 2026 has 30 days")],
)
def test_a_day_that_cannot_be_keeps_what_was_typed(ours, shown, typed, words):
    page = ours.client().post(f"/leads/{shown.pk}/evidence/", {"shows": "plan", "words": "in spring", "true_on": typed})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "in spring" in page.content.decode()


def test_a_form_sent_twice_acts_once(ours, shown):
    browser, key = ours.client(), "5f3c0d6e8b1f4a6f9a6d2f1c5b7a9e10"
    for _ in range(2):
        assert (
            browser.post(f"/leads/{shown.pk}/notes/", {"words": "Board signs on Mondays", "once": key}).status_code
            == 302
        )
    browser.post(f"/leads/{shown.pk}/notes/", {"words": "  "})
    with enter(ours.agency):
        assert Event.objects.filter(lead=shown, verb="note").count() == 1


def test_htmx_gets_every_piece_that_changed(ours, shown):
    answer = ours.client().post(f"/leads/{shown.pk}/confirmation/", {"shows": "company_confirmed"}, **HTMX)
    text = answer.content.decode()
    assert answer.headers["HX-Trigger"] == "rightday:close"
    for piece in ("head", "verdict", "step", "happened", "about", "then"):
        assert f'id="{piece}"' in text
    assert "two of four" in text
    assert "Confirmed: company right" in text


def test_the_name_spelled_right(ours, shown):
    ours.client().post(f"/leads/{shown.pk}/confirmation/", {"shows": "name_confirmed"})
    with enter(ours.agency):
        ours.martin.refresh_from_db()
        assert ours.martin.name_confirmed_on == team.today(ours.sam)


def test_the_next_step_in_words(ours, shown):
    browser = ours.client()
    asked = browser.get(f"/leads/{shown.pk}/step/", **HTMX).content.decode()
    assert "<html" not in asked
    assert f'value="{shown.next_step_id}"' in asked
    sent = {
        "due": "tomorrow at 10:30",
        "objective": "The day he decides",
        "agreed": "on",
        "seen_step": shown.next_step_id,
    }
    assert browser.post(f"/leads/{shown.pk}/step/", sent).status_code == 302
    step = reload(ours, shown).next_step
    assert (step.due, f"{step.earliest:%H:%M}", step.objective, step.agreed) == (
        shown.next_step.due + timedelta(days=1), "10:30", "The day he decides", True,
    )  # fmt: skip
    assert browser.post(f"/leads/{shown.pk}/step/", sent | {"due": "yesterday"}).status_code == 422


def test_the_second_to_save_loses_nothing_typed(ours, shown):
    sent = {"due": "tomorrow", "objective": "Mine", "seen_step": shown.next_step_id}
    assert ours.client(ours.priya).post(f"/leads/{shown.pk}/step/", sent).status_code == 302
    second = ours.client(ours.jo).post(f"/leads/{shown.pk}/step/", sent | {"objective": "By name and hour"})
    text = second.content.decode()
    assert second.status_code == 409
    assert "Priya Nair" in text
    assert "By name and hour" in text
    now = reload(ours, shown).next_step_id
    assert f'value="{now}"' in text
    assert ours.client(ours.jo).post(f"/leads/{shown.pk}/step/", sent | {"seen_step": now}).status_code == 302


def test_an_end_and_opening_again(ours, shown):
    browser = ours.client()
    assert "How it ended" in browser.get(f"/leads/{shown.pk}/outcome/").content.decode()
    sent = {
        "kind": "filled_by_competitor",
        "on": "yesterday",
        "rival": "Harrow & Pike",
        "who": "Oliver Tan",
        "known_by": "candidate",
        "words": "They were quicker",
        "seen_step": shown.next_step_id,
    }
    assert browser.post(f"/leads/{shown.pk}/outcome/", sent | {"kind": "won"}).status_code == 422
    assert browser.post(f"/leads/{shown.pk}/outcome/", sent).status_code == 302
    ended = reload(ours, shown)
    assert (ended.outcome.kind, ended.outcome.who, ended.outcome.known_by, ended.next_step) == (
        Ending.FILLED_BY_COMPETITOR,
        "Oliver Tan",
        "candidate",
        None,
    )
    with enter(ours.agency):
        assert Company.objects.get(competitor=True).name == ended.outcome.rival.name == "Harrow & Pike"
    text = browser.get(f"/leads/{shown.pk}/").content.decode()
    assert "Filled by a competitor, yesterday." in text
    assert "They were quicker" in text
    assert "How we know: a candidate said so." in text
    assert "Put down by Sam Whitlock." in text
    assert f'href="/companies/{ended.outcome.rival_id}/"' in text
    assert "Filled by a competitor: Oliver Tan, yesterday" in browser.get("/leads/?view=ended").content.decode()
    assert browser.post(f"/leads/{shown.pk}/outcome/", sent | {"rival": "Stackline"}).status_code == 409
    with enter(ours.agency):
        assert not Company.objects.filter(name="Stackline").exists()
    assert browser.post(f"/leads/{shown.pk}/reopening/").status_code == 302
    assert reload(ours, shown).next_step is not None
    text = browser.get(f"/leads/{shown.pk}/").content.decode()
    assert "opened this lead again, before: Filled by a competitor" in text
    again = browser.get(f"/leads/{shown.pk}/outcome/").content.decode()
    assert 'value="Harrow &amp; Pike"' in again
    assert 'value="Oliver Tan"' in again


def test_an_outcome_without_a_day_is_refused_in_words(ours, shown):
    browser = ours.client()
    sent = {"kind": "cancelled", "words": "Budget is gone", "seen_step": shown.next_step_id}
    for day in ("", "  "):
        answer = browser.post(f"/leads/{shown.pk}/outcome/", sent | {"on": day})
        assert answer.status_code == 422
        assert "An outcome needs its day." in answer.content.decode()
        assert "Budget is gone" in answer.content.decode()
    assert reload(ours, shown).outcome is None


def test_who_said_no_stays_ended(ours, shown):
    with enter(ours.agency):
        actions.refuse(ours.martin, words="Please take me off your list", by=ours.sam)
    browser = ours.client()
    text = browser.get(f"/leads/{shown.pk}/").content.decode()
    assert "asked us not to call" in text
    assert "tel:" not in text
    refusal = browser.post(f"/leads/{shown.pk}/reopening/")
    assert refusal.status_code == 409
    assert "asked not to be called" in refusal.content.decode()


def test_title_owner_and_introducer(ours, shown):
    browser = ours.client()
    now = reload(ours, shown)
    sent = {
        "title": "3 platform engineers",
        "owner": ours.jo.pk,
        "introduced_by": "Martin Ahlqvist, Halden Insurance",
        "seen": now.version,
    }
    assert browser.post(f"/leads/{shown.pk}/details/", sent | {"introduced_by": "Nobody Known"}).status_code == 422
    assert browser.post(f"/leads/{shown.pk}/details/", sent | {"owner": "0"}).status_code == 422
    assert browser.post(f"/leads/{shown.pk}/details/", sent).status_code == 302
    changed = reload(ours, shown)
    assert (changed.title, changed.owner_id, changed.introduced_by_id) == (
        "3 platform engineers",
        ours.jo.pk,
        ours.martin.pk,
    )
    assert (changed.next_step.owner_id, changed.next_step.introduced) == (ours.jo.pk, True)
    stale = browser.post(f"/leads/{shown.pk}/details/", sent | {"title": "Another"})
    assert stale.status_code == 409
    assert "Another" in stale.content.decode()
    assert "Martin Ahlqvist" in browser.get(f"/leads/{shown.pk}/").content.decode()
