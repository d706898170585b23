"""Files of Outlook, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "Title,First Name,Last Name,Company,Job Title,Business Phone,E-mail Address,E-mail Type,Birthday",
         ("Ms", "Ada", "King", "Alder Bank", "CTO", "020 7946 0777", "ada@alder.example", "SMTP", "0/0/00"),
         ("Ada King", "Alder Bank", "", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("outlook", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
