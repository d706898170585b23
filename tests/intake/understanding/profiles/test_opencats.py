"""Files of OpenCATS, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "First Name,Last Name,Company,Title,Department,Work Phone,Cell Phone,Reports To,Owner",
         ("Ada", "King", "Alder Bank", "CTO", "IT", "020 7946 0777", "", "", "Jo"), ("Ada King", "Alder Bank", "", "", False)),
        ("candidate", "First Name,Last Name,Key Skills,Current Employer,Phone Cell,E-Mail",
         ("Bo", "Lee", "Go", "Birch", "07700 900123", "bo@birch.example"), ("Bo Lee", "Birch", "", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("opencats", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
