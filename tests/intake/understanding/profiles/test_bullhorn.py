"""Files of Bullhorn, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


def test_rows_that_its_loader_refused_come_in_with_the_reason_said():
    header = "failure_reason,externalID,firstName,lastName,clientCorporation.externalID,massMailOptOut,email"
    reason = "com.bullhorn.dataloader: Row 3: Cannot find: required contractors, do not contact support"
    profile, record = read(header, reason, "c-1", "Ada", "King", "corp-1", "0", "ada@alder.example")
    assert (profile.kind, record.full_name, record.external_id, record.usable) == (
        "ClientContact",
        "Ada King",
        "c-1",
        True,
    )
    assert record.own[0] == ("failure_reason", reason)
    assert record.problems == (f"The other system refused this row: {reason}",)
    assert (record.do_not_contact, record.words) == (False, "")  # its words are nobody's of the trade


def test_rows_that_its_loader_took_keep_its_own_id_and_what_it_did():
    header = "id,dataloader_action,externalID,firstName,lastName,clientCorporation.externalID,massMailOptOut"
    profile, record = read(header, "12345", "INSERT", "c-1", "Ada", "King", "corp-1", "0")
    assert (profile.kind, record.external_id, record.problems) == ("ClientContact", "c-1", ())
    assert record.own == (("id", "12345"), ("dataloader_action", "INSERT"), ("massMailOptOut", "0"))


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("ClientContact", "externalID  ,firstName,lastName ,clientCorporation.externalID,massMailOptOut,email,email2,phone,customText1",
         ("c-1", "Ada", "King", "corp-1", "1", "ada@alder.example;ak@alder.example", "", "020 7946 0777", "blue"),
         ("Ada King", "", "c-1", "corp-1", True)),
        ("Candidate", "externalID,firstName,lastName,massMailOptOut,dateAvailable,companyName,ssn",
         ("x-1", "Bo", "Lee", "0", "", "Birch", "123-45-6789"), ("Bo Lee", "Birch", "x-1", "", False)),
        ("Lead", "campaignSource,leadSource,firstName,lastName,massMailOptOut,companyName,clientCorporation.externalID,customText1",
         ("", "Fair", "Cy", "Orr", "0", "Cedar", "corp-3", "l-1"), ("Cy Orr", "Cedar", "l-1", "corp-3", False)),
        ("ClientCorporation", "externalID,name,annualRevenue,feeArrangement,address.city",
         ("corp-1", "Alder Bank", "5", "20", "London"), ("", "Alder Bank", "corp-1", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("bullhorn", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
