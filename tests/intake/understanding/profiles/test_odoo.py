"""Files of Odoo, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "Name,Is a company,Related company,City,Country,Phone",
         ("Alder Bank", "1", "", "London", "United Kingdom", ""), ("", "Alder Bank", "", "", False)),
        ("contact", "id,name,is_company,parent_id/name,city,email", ("p_1", "Ada King", "False", "Alder Bank", "London", ""),
         ("Ada King", "Alder Bank", "p_1", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("odoo", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
