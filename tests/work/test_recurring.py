"""What repeats and what is tried again are real tasks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.module_loading import import_string
from django_tasks.base import Task

from rightday.work import leases, recurring


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "RECURRING", {})
    monkeypatch.setattr(leases, "RETRIES", {})


def test_every_path_is_a_task(tables: None):
    recurring.register()
    paths = [*leases.RECURRING, *leases.RETRIES]
    assert len(paths) >= 4
    assert [path for path in paths if not isinstance(import_string(path), Task)] == []


def test_imports_outlive_a_lost_worker(tables: None):
    recurring.register()
    assert leases.RETRIES["rightday.intake.tasks.run_import"].tries > leases.ONCE.tries
    assert leases.RECURRING["rightday.intake.tasks.wake_imports"] <= timedelta(minutes=5)


def test_registering_twice_changes_nothing(tables: None):
    recurring.register()
    before = (dict(leases.RECURRING), dict(leases.RETRIES))
    recurring.register()
    assert before == (leases.RECURRING, leases.RETRIES)
