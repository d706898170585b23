"""A view of leads as a file."""

from __future__ import annotations

import pytest

from rightday.leads.lists import sheets as list_sheets


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_named_after_the_view_and_the_day(ours, shown, kind):
    answer = ours.client().get(f"/leads/export/{kind}/?view=mine")
    body = b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert 'filename="Leads, mine, 2' in answer["Content-Disposition"]
    assert (b"Halden Insurance" in body) if kind == "csv" else body.startswith(b"PK")


def test_whoever_may_not_is_told_and_offered_nothing(ours, shown):
    browser = ours.client(ours.priya)
    assert browser.get("/leads/export/csv/").status_code == 403
    assert "/leads/export/" not in browser.get("/leads/").content.decode()
    assert "/leads/export/csv/" in ours.client().get("/leads/").content.decode()


def test_too_many_and_no_such_kind(ours, shown, monkeypatch):
    assert ours.client().get("/leads/export/pdf/").status_code == 404
    monkeypatch.setattr(list_sheets, "MOST", 0)
    answer = ours.client().get("/leads/export/csv/")
    assert answer.status_code == 422 and "Add a filter" in answer.content.decode()


def test_another_agencys_leads_are_in_no_file(theirs, shown):
    assert b"Halden" not in b"".join(theirs.client().get("/leads/export/csv/").streaming_content)
