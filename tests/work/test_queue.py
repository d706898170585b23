"""Work is handed over once it is certain."""

from __future__ import annotations

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from rightday.work import queue

PATH = "tests.work.tasks_for_tests.failing"


def waiting() -> list[list[object]]:
    return [row.args_kwargs["args"] for row in DBTaskResult.objects.filter(task_path=PATH)]


def test_a_task_is_enqueued_on_commit(db: None, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue.enqueue(PATH, "folder")
        assert waiting() == []
    assert waiting() == [["folder"]]


def test_what_is_rolled_back_hands_over_nothing(transactional_db: None):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue.enqueue(PATH, "folder")
        1 / 0
    assert waiting() == []
