"""Files of Atomic CRM, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "id,first_name,last_name,title,first_seen,last_seen,has_newsletter,status,company_id,company",
         ("2", "Ada", "King", "CTO", "2026-04-01T10:00:00+00:00", "", "false", "warm", "1", "Alder Bank"),
         ("Ada King", "Alder Bank", "2", "1", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("atomic", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
