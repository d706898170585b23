"""Files of Salesforce, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("Contact", "Contact ID,Account Name,First Name,Last Name,Title,Phone,Do Not Call,Email Opt Out",
         ("0035g00000ABCDE", "Alder Bank", "Ada", "King", "CTO", "020 7946 0777", "0", "1"),
         ("Ada King", "Alder Bank", "0035g00000ABCDE", "", True)),
        ("Lead", "Lead ID,First Name,Last Name,Company / Account,Rating,Lead Status",
         ("00Q1", "Bo", "Lee", "Birch", "Hot", "Open"), ("Bo Lee", "Birch", "00Q1", "", False)),
        ("Account", "Account ID,Account Name,Billing City,Phone", ("0011", "Cedar", "Leeds", ""), ("", "Cedar", "0011", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("salesforce", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
