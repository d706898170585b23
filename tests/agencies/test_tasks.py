"""Recurring work."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.utils import timezone

from rightday.agencies import tasks
from rightday.agencies.once import Receipt
from rightday.db.row_security import enter
from rightday.work import leases
from rightday.work.recurring import register


def test_receipts_of_every_agency_are_forgotten_after_a_month(ours, theirs):
    for cast in (ours, theirs):
        with enter(cast.agency):
            for days in (29, 31):
                made = Receipt.objects.create(key=uuid.uuid4(), answer=str(days))
                Receipt.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=days))
    tasks.forget_receipts.func()
    for cast in (ours, theirs):
        with enter(cast.agency):
            assert [receipt.answer for receipt in Receipt.objects.all()] == ["29"]


def test_rows_are_counted_day_by_day(ours, monkeypatch):
    tasks.count_rows.func()
    monkeypatch.setattr(leases, "RECURRING", {})
    monkeypatch.setattr(leases, "RETRIES", {})
    register()
    assert leases.RECURRING["rightday.agencies.tasks.count_rows"] == timedelta(days=1)
