"""Files of Google, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("contact", "First Name,Last Name,File As,Organization Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
         ("Ada", "King", "", "Alder Bank", "* Work", "ada@alder.example ::: ak@alder.example", "Mobile", "07700 900123"),
         ("Ada King", "Alder Bank", "", "", False)),
        ("contact", "Name,Given Name,Family Name,Yomi Name,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name",
         ("Bo Lee", "Bo", "Lee", "", "Home", "bo@birch.example", "Birch"), ("Bo Lee", "Birch", "", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("google", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
