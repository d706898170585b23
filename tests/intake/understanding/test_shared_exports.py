"""The shared exports of other systems, against what independent libraries read in them."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rightday.intake.reading import Unreadable, open_file
from rightday.intake.understanding import profiles, understood
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.records import Record, Settings

DATA = Path(__file__).parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared files are not here")
FOLDERS = ("contacts", "crm", "crm/greenhouse", "leads", "tables", "phones", "synthetic")
SETTINGS = Settings(date(2026, 5, 14))


def facts() -> list[tuple[str, dict[str, Any]]]:
    if not DATA.exists():
        return []
    csv.field_size_limit(10_000_000)
    with (DATA / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["file"], json.loads(row["expected_facts_json"])) for row in csv.DictReader(file)]
    return [
        (name, fact) for name, fact in rows if str(Path(name).parent) in FOLDERS and name.endswith((".csv", ".xlsx"))
    ]


def records(name: str) -> list[Record]:
    book = open_file(DATA / name, Path(name).name)
    return [one for table in book.tables for one in understood.understand(table, SETTINGS).records()]


@pytest.mark.parametrize(("name", "fact"), facts(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_column_and_no_value_of_a_first_record_is_lost(name: str, fact: dict[str, Any]):
    try:
        book = open_file(DATA / name, Path(name).name)
    except Unreadable as refused:
        assert len(refused.reason) > 10  # noqa: PT017 - most files open
        return
    for table in book.tables:
        found = understood.understand(table, SETTINGS)
        named = {column.index for column in found.columns}
        assert named >= {place for place, title in enumerate(table.header) if title}
        assert all(column.field is not Field.LEAVE_OUT for column in found.columns)
    told = fact.get("record1_key_fields")
    if told and len(book.tables) == 1:
        row = next(book.tables[0].rows())
        cells = {" ".join(str(cell).split()) for cell in row.cells if cell is not None}
        assert {" ".join(str(value).split()) for value in told.values() if str(value).strip()} <= cells


@pytest.mark.parametrize(
    ("name", "system", "kind"),
    [
        ("crm/bullhorn_ClientContact.csv", "bullhorn", "ClientContact"), ("crm/bullhorn_Lead.csv", "bullhorn", "Lead"),
        ("crm/bullhorn_Candidate.csv", "bullhorn", "Candidate"),
        ("crm/bullhorn_ClientCorporation.csv", "bullhorn", "ClientCorporation"),
        ("crm/bullhorn_CandidateByteOrderMark.csv", "bullhorn", "Candidate"),
        ("crm/atomiccrm_contacts.csv", "atomic", "contact"), ("crm/atomiccrm_contacts_export.csv", "atomic", "contact"),
        ("crm/odoo_res_partner.xlsx", "odoo", "contact"), ("crm/greenhouse/candidate.csv", "greenhouse", "candidate"),
        ("contacts/roundcube_gmail.csv", "google", "contact"), ("synthetic/google_contacts_2024.csv", "google", "contact"),
        ("synthetic/outlook_contacts_cp1252.csv", "outlook", "contact"),
        ("synthetic/hubspot_contacts_ui_export.csv", "hubspot", "contact"),
        ("synthetic/linkedin_Connections.csv", "linkedin", "profile"),
    ],
)  # fmt: skip
def test_exports_are_recognised(name: str, system: str, kind: str):
    profile = profiles.of(open_file(DATA / name, Path(name).name).tables[0].header)
    assert profile is not None
    assert (profile.system, profile.kind) == (system, kind)


def test_bullhorn_contacts_know_their_company_by_its_id():
    (contact,), (company,) = records("crm/bullhorn_ClientContact.csv"), records("crm/bullhorn_ClientCorporation.csv")
    assert (contact.external_id, contact.company_id) == ("clientContact-ext-1", "clientCorporation-ext-1")
    assert (company.company, company.external_id) == ("DataLoader Example Company", "clientCorporation-ext-1")
    assert contact.emails == ("test.contact@exsample.com", "test.contact@test.com", "test.contact@company.com")


def test_a_number_of_the_tax_office_is_nobodys_telephone():
    candidate = records("crm/bullhorn_Candidate.csv")[0]
    assert all(not number.typed.startswith("000-00") for number in candidate.phones)
    assert "ssn" in dict(candidate.own)


def test_companies_of_odoo_are_companies():
    found = [one.company for one in records("crm/odoo_res_partner.xlsx") if one.usable and not one.full_name]
    assert found[:2] == ["Deco Addict", "Azure Interior"]
