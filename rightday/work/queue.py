"""Handing work to the worker, by the name of the task: actions lean on no task."""

from __future__ import annotations

from django.db import transaction
from django.utils.module_loading import import_string


def enqueue(path: str, *values: int | str) -> None:
    """Runs the task of that path once the transaction is committed; nothing of one rolled back."""
    transaction.on_commit(lambda: import_string(path).enqueue(*values))
