"""Files of LinkedIn, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("profile", "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
         ("Ada", "King", "https://www.linkedin.com/in/ada", "", "Alder Bank", "CTO", "03 Apr 2026"),
         ("Ada King", "Alder Bank", "https://www.linkedin.com/in/ada", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("linkedin", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
