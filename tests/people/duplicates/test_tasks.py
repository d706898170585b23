"""The search in the background: it ends by itself, and a lost one is woken."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rightday.db.row_security import enter
from rightday.people import actions as people
from rightday.people.duplicates import finding, tasks
from rightday.people.duplicates.models import DuplicateSearch
from rightday.people.models import DuplicateSuggestion
from tests.conftest import Cast


def begun(ours: Cast) -> None:
    with enter(ours.agency):
        for _ in range(2):
            people.add_person(given="Ada", family="King", emails=["ada@x.example"], by=ours.sam)
        finding.begin(by=ours.sam)


def test_it_runs_to_its_end(ours: Cast):
    begun(ours)
    tasks.look_for_duplicates.func(ours.agency.pk)
    tasks.look_for_duplicates.func(ours.agency.pk)  # and is harmless once more
    with enter(ours.agency):
        assert DuplicateSearch.objects.get().state == "done"
        assert DuplicateSuggestion.objects.count() == 1


def test_parts_of_it_are_handed_on(ours: Cast, monkeypatch):
    begun(ours)
    monkeypatch.setattr(tasks, "SLICES", 1)
    tasks.look_for_duplicates.func(ours.agency.pk)
    with enter(ours.agency):
        assert DuplicateSearch.objects.get().part == "emails"
    assert DBTaskResult.objects.filter(task_path=finding.TASK).exists()


def test_a_silent_one_is_woken(ours: Cast, theirs: Cast):
    begun(ours)
    tasks.wake_searches.func()
    before = DBTaskResult.objects.count()
    with enter(ours.agency):
        DuplicateSearch.objects.update(state_at=timezone.now() - timedelta(minutes=3))
    tasks.wake_searches.func()
    assert DBTaskResult.objects.count() == before + 1
