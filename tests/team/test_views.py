"""The first run, and one's own settings."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.people.models import Person, PhoneNumber
from rightday.team import actions, queries
from rightday.team.models import Member


@pytest.fixture
def empty(ours):
    """Our agency before its first person."""
    with enter(ours.agency):
        PhoneNumber.objects.all().delete()
        Person.objects.all().delete()
    return ours


def test_the_first_run_shows_three_ways(empty):
    with enter(empty.agency):
        assert queries.is_empty_desk()
    text = empty.client().get("/start/").content.decode()
    for words in (
        "Nobody to call yet, Sam",
        "Bring your spreadsheet",
        "Capture your first lead",
        "rightday demo",
        "3 of 4",
    ):
        assert words in text
    assert "London, 08:30 to 18:00" in text


def test_alone_there_is_a_colleague_to_invite(empty):
    with enter(empty.agency):
        Member.objects.exclude(pk=empty.sam.pk).delete()
    assert "2 of 4" in empty.client().get("/start/").content.decode()


def test_who_may_look_at_a_sample_desk_goes_there_with_one_press(empty):
    sample, _ = actions.found_agency("Sample", owner_email=empty.sam.identity.email, owner_name="Sam", sample=True)
    browser = empty.client()
    assert f'name="agency" value="{sample.pk}"' in browser.get("/start/").content.decode()
    browser.post("/agencies/", {"agency": sample.pk})
    with enter(sample):
        assert queries.start_page(Member.objects.get(), at=empty.agency.created_at).sample_id is None


def test_the_first_run_is_over_once_there_is_somebody(ours):
    with enter(ours.agency):
        assert not queries.is_empty_desk()
    assert ours.client().get("/start/")["Location"] == "/"


ME = {"name": "Priya N", "zone": "Asia/Kolkata", "theme": "dark", "seen": "0"}


def test_ones_own_settings_are_saved_and_shown(ours):
    browser = ours.client(ours.priya)
    answer = browser.post("/settings/me/", ME, follow=True)
    text = answer.content.decode()
    assert "Saved for all your devices." in text
    assert 'data-theme="dark"' in text
    assert 'data-keys-off="all"' in text
    with enter(ours.agency):
        priya = Member.objects.get(pk=ours.priya.pk)
        assert (priya.name, queries.zone_of(priya)) == ("Priya N", "Asia/Kolkata")
    browser.post("/settings/me/", ME | {"keys": "on", "zone": "", "theme": "", "seen": "1"})
    assert 'data-keys-off=""' in browser.get("/settings/me/").content.decode()


@pytest.mark.parametrize(("field", "value"), [("zone", "Mars/Crater"), ("name", ""), ("theme", "pink")])
def test_what_cannot_be_is_told(ours, field, value):
    answer = ours.client(ours.priya).post("/settings/me/", ME | {field: value})
    assert answer.status_code == 422
    with enter(ours.agency):
        assert Member.objects.get(pk=ours.priya.pk).version == 0


def test_two_windows_at_once(ours):
    browser = ours.client(ours.priya)
    browser.post("/settings/me/", ME)
    assert browser.post("/settings/me/", ME).status_code == 409


def test_a_password_is_chosen_or_changed(ours):
    browser = ours.client(ours.priya)
    assert "/accounts/password/set/" in browser.get("/settings/me/").content.decode()
    identity = ours.priya.identity
    identity.set_password("seven green bottles")
    identity.save()
    assert "/accounts/password/change/" in ours.client(ours.priya).get("/settings/me/").content.decode()


def test_a_members_day_is_their_own(inside):
    assert queries.today(inside.priya).isoformat() >= "2026"
    assert queries.zone_of(inside.priya) == "Europe/London"


def test_reminders_are_turned_on_and_off(ours, settings):
    browser = ours.client()
    first = browser.get("/settings/me/").content.decode()
    assert 'name="digest" checked' in first or "checked" in first.split('name="digest"')[1][:60]
    browser.post("/settings/me/", ME | {"notify": "on", "seen": "0"})
    with enter(ours.agency):
        kept = Member.objects.get(pk=ours.sam.pk)
    assert (kept.digest, kept.notify) == (False, True)
    settings.EMAIL_BACKEND = "rightday.team.mail.ToConsole"
    assert "No mail server is set, so nothing is sent." in browser.get("/settings/me/").content.decode()
