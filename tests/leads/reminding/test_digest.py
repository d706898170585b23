"""The mail of the morning: to whom, when, once, with which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.leads import actions, tasks
from rightday.leads.reminding import digest
from rightday.leads.rules import HeardEvidence, Shows
from rightday.team import actions as team
from rightday.team.models import Identity, Member

HALF_PAST = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
IDENTITY = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(HALF_PAST, tick=False) as traveller:
        yield traveller


def hot(cast, *, until: int = 0, owner=None):
    """Martin at Halden, hot until so many days from now."""
    with enter(cast.agency):
        on = HALF_PAST.date() - timedelta(days=5 - until)
        heard = [HeardEvidence(each, "x", on) for each in (*IDENTITY, Shows.INTERVIEWING)]
        return actions.create(cast.martin, heard=heard, title="a tester", by=cast.sam, owner=owner or cast.sam)


def change(cast, **values):
    with enter(cast.agency):
        Member.objects.filter(pk=cast.sam.pk).update(**values)


def sent() -> list[list[str]]:
    return [one.to for one in mail.outbox]


def test_what_must_not_wait_with_the_way_to_it_and_out_of_it(ours, settings):
    settings.HOSTS, settings.HTTPS = ["desk.example"], True
    lead = hot(ours)
    tasks.send_digests.func()
    (one,) = mail.outbox
    assert (one.to, one.subject) == (["sam@brightwater.example"], "One thing cannot wait today")
    assert one.body == (
        "Good morning, Sam.\n\nToday, Wednesday 25 November:\n\n"
        "Hot runs out tonight: Martin Ahlqvist, Halden Insurance. Confirm they are still interviewing.\n"
        f"https://desk.example/leads/{lead.pk}/\n\n"
        "All of today’s calls: https://desk.example/\n\n"
        "This comes on working mornings when something cannot wait. "
        "Turn it off: https://desk.example/settings/me/#reminders"
    )


def test_once_a_day_and_again_the_next(ours, clock):
    hot(ours, until=1)
    for minutes in (0, 5, 120):
        clock.move_to(HALF_PAST + timedelta(minutes=minutes))
        tasks.send_digests.func()
    assert len(mail.outbox) == 1
    clock.move_to(HALF_PAST + timedelta(days=1))
    tasks.send_digests.func()
    assert len(mail.outbox) == 2


def test_at_half_past_seven_where_they_are(ours, clock):
    change(ours, zone="America/New_York")
    hot(ours)
    tasks.send_digests.func()
    assert sent() == []
    clock.move_to(HALF_PAST + timedelta(hours=5))
    tasks.send_digests.func()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("day", [datetime(2026, 11, 28, 8, tzinfo=UTC), datetime(2026, 12, 25, 8, tzinfo=UTC)])
def test_not_on_a_day_off(ours, clock, day):
    clock.move_to(day)
    with enter(ours.agency):
        heard = [HeardEvidence(each, "x", day.date() - timedelta(days=5)) for each in (*IDENTITY, Shows.INTERVIEWING)]
        actions.create(ours.martin, heard=heard, title="", by=ours.sam)
    tasks.send_digests.func()
    assert sent() == []


def test_across_the_change_of_clocks_it_stays_half_past_seven_there(ours, clock):
    hot(ours, until=1)
    for moment, number in (("2026-10-23T06:29", 0), ("2026-10-23T06:30", 0), ("2026-10-26T07:29", 0)):
        clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=UTC))
        assert digest.send_all(now=datetime.fromisoformat(moment).replace(tzinfo=UTC)) == number
    with enter(ours.agency):
        awake = digest._due(datetime(2026, 10, 26, 7, 30, tzinfo=UTC))
    assert awake == []  # in October nothing could not wait; that it was asked is kept
    assert digest.send_all(now=HALF_PAST) == 1


def test_nothing_where_all_may_wait_and_nothing_at_noon_instead(ours, clock):
    tasks.send_digests.func()
    hot(ours)
    clock.move_to(HALF_PAST + timedelta(hours=2))
    tasks.send_digests.func()
    assert sent() == []


def test_who_turned_it_off_or_left_gets_none(ours):
    hot(ours)
    change(ours, digest=False)
    tasks.send_digests.func()
    change(ours, digest=True, left_at=HALF_PAST)
    tasks.send_digests.func()
    change(ours, left_at=None)
    Identity.objects.update(is_active=False)
    tasks.send_digests.func()
    assert sent() == []


def test_nothing_without_a_mail_server_and_nothing_to_the_people_of_a_sample(ours, settings):
    hot(ours)
    Agency.objects.update(sample=True)
    tasks.send_digests.func()
    Agency.objects.update(sample=False)
    settings.EMAIL_BACKEND = "rightday.team.mail.ToConsole"
    tasks.send_digests.func()
    assert sent() == []


def test_each_in_their_own_agency(ours, theirs):
    hot(ours), hot(theirs, owner=theirs.jo)
    tasks.send_digests.func()
    assert sorted(sent()) == [["jo@otherfirm.example"], ["sam@brightwater.example"]]


def test_what_the_mail_server_refused_is_tried_again(ours, clock, monkeypatch):
    hot(ours)

    def down(self, messages):
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", down)
        tasks.send_digests.func()
    clock.move_to(HALF_PAST + timedelta(minutes=5))
    tasks.send_digests.func()
    assert len(mail.outbox) == 1


def test_whoever_claims_it_first_sends_it(ours):
    """Two workers at once: the second finds the receipt."""
    hot(ours)
    with enter(ours.agency):
        first, second = digest._due(HALF_PAST), digest._due(HALF_PAST)
        member = Member.objects.select_related("identity").get(pk=ours.sam.pk)
        assert (len(first), second, digest._claimed(first[0].key, member, HALF_PAST)) == (1, [], None)


def test_the_setting_can_be_changed(inside):
    team.edit_me(inside.sam, seen=0, by=inside.sam, digest=False, notify=True)
    kept = Member.objects.get(pk=inside.sam.pk)
    assert (kept.digest, kept.notify) == (False, True)
