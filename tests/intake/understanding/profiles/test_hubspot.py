"""Files of HubSpot, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "Record ID - Contact,First Name,Last Name,Email,Phone Number,Associated Company,Primary Associated Company ID,"
         "Last Activity Date,Unsubscribed from all email",
         ("1001", "Ada", "King", "ada@alder.example", "020 7946 0777", "Alder Bank", "9001", "2026-04-01 10:15", "true"),
         ("Ada King", "Alder Bank", "1001", "9001", True)),
        ("company", "Record ID - Company,Company name,Phone Number,City", ("9001", "Alder Bank", "020 7946 0777", "London"),
         ("", "Alder Bank", "9001", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("hubspot", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
