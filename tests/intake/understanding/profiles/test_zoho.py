"""Files of Zoho, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name.id,Account Name,Email,Email Opt Out",
         ("zcrm_1", "zcrm_9", "Jo", "Ada", "King", "zcrm_5", "Alder Bank", "ada@alder.example", "true"),
         ("Ada King", "Alder Bank", "zcrm_1", "zcrm_5", True)),
        ("lead", "Record Id,Lead Owner,Company,First Name,Last Name,Rating", ("zcrm_2", "Jo", "Birch", "Bo", "Lee", "Active"),
         ("Bo Lee", "Birch", "zcrm_2", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("zoho", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
