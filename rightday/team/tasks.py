"""Recurring work of the team (its beat stands in work/recurring.py)."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore
from django_tasks import task


@task()
def forget_sessions() -> None:
    """Forgets sessions that have ended; may run twice. They hold nothing of any agency but its number."""
    SessionStore.clear_expired()
