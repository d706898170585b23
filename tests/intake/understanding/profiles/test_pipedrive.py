"""Files of Pipedrive, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("person", "Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Label",
         ("17", "Ada King", "Alder Bank", "ada@alder.example", "07700 900123", "Hot lead"),
         ("Ada King", "Alder Bank", "17", "", False)),
        ("organization", "Organization - ID,Organization - Name", ("5", "Birch"), ("", "Birch", "5", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("pipedrive", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
