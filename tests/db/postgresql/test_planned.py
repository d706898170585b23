"""Plans that PostgreSQL keeps: the same answers, values beside the text, the agency in it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.db.models import Value
from django.test.utils import CaptureQueriesContext

from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.db.row_security import enter
from rightday.people.models import Person

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL keeps plans")


def kept() -> list[str]:
    """The statements whose plans this connection keeps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [row[0] for row in cursor.fetchall()]


def test_a_plan_is_kept_once_for_all_values(ours, theirs):
    steps = Prepared(lambda: NextStep.objects.filter(owner_id=Slot("owner"), due__lte=Slot("on")).values_list("id"))
    with enter(ours.agency):
        before = len(kept())
        for owner in (ours.member.pk, 7, 2**40):
            steps(owner=owner, on=dt.date(2026, 1, 5))
        assert len(kept()) == before + 1
        assert steps(owner=ours.member.pk, on=dt.date(2026, 1, 5)) == [(ours.step.pk,)]
    with enter(theirs.agency):
        assert steps(owner=ours.member.pk, on=dt.date(2026, 1, 5)) == []
        assert len(kept()) == before + 2  # another agency has another plan


def test_constants_are_written_in_whatever_they_hold(ours):
    words = "100 % \"of\" O'Neill's \\ %s"
    rows = Prepared(
        lambda: Person.objects.filter(id=Slot("id")).annotate(said=Value(words)).values_list("said", "name")
    )
    with enter(ours.agency):
        assert rows(id=ours.person.pk) == [(words, ours.person.name)]


def test_what_is_sent_is_counted_and_shown(ours):
    rows = Prepared(lambda: Person.objects.filter(name=Slot("name")).values_list("id"))
    with enter(ours.agency), CaptureQueriesContext(connection) as asked:
        rows(name="50 %")
    assert len(asked) == 1
    assert "rightday_person" in asked.captured_queries[0]["sql"]


def test_behind_a_pooler_nothing_is_kept(ours, monkeypatch):
    monkeypatch.setattr(connection.connection, "prepare_threshold", None)
    rows = Prepared(lambda: Person.objects.filter(id=Slot("id")).values_list("name"))
    with enter(ours.agency):
        before = kept()
        assert rows(id=ours.person.pk) == [(ours.person.name,)]
        assert kept() == before
