"""Recurring work."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from rightday.team import tasks
from rightday.work import leases, recurring


def test_sessions_that_have_ended_are_forgotten(ours):
    ended, running = ours.client(), ours.client(ours.priya)
    Session.objects.filter(pk=ended.session.session_key).update(expire_date=timezone.now() - timedelta(days=1))
    tasks.forget_sessions.func()
    assert [session.pk for session in Session.objects.all()] == [running.session.session_key]


def test_it_has_its_beat():
    recurring.register()
    assert {"rightday.team.tasks.forget_sessions", "rightday.agencies.tasks.forget_receipts"} <= set(leases.RECURRING)
