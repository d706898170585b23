from __future__ import annotations

import json

from rightday.leads import actions as leads
from rightday.leads.rules import Shows
from rightday.takeout.records import whole
from tests.conftest import Cast
from tests.takeout.records.conftest import heard


def test_all_about_a_person_is_found_by_what_points_to_them(book: Cast):
    lead = leads.create(book.martin, heard=heard(Shows.RUMOUR), title="two engineers", by=book.sam)
    leads.note(book.martin, words="Prefers mornings", by=book.sam)
    said = json.loads(whole.of_person(book.martin.pk))
    assert said["format"] == "rightday-person" and said["person"]["id"] == book.martin.pk
    rows = said["rows"]
    assert [row["id"] for row in rows["Lead"]] == [lead.pk]
    assert {row["shows"] for row in rows["Evidence"]} == {"rumour"}
    assert {"PhoneNumber", "Event", "NextStep", "Lead", "Evidence"} <= rows.keys()
    assert "Prefers mornings" in json.dumps(rows["Event"])
    assert "Ferris" not in json.dumps(said)


def test_all_about_a_company(book: Cast):
    leads.create(book.martin, heard=heard(Shows.RUMOUR), title="two engineers", by=book.sam)
    said = json.loads(whole.of_company(book.halden.pk))
    assert said["company"]["name"] == "Halden Insurance"
    assert len(said["rows"]["Lead"]) == 1
