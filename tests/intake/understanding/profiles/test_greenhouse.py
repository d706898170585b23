"""Files of Greenhouse, in its layout."""

from __future__ import annotations

import pytest

from tests.intake.understanding.profiles.made import read


@pytest.mark.parametrize(
    ("kind", "header", "cells", "said"),
    [
        ("candidate", "id,first_name,last_name,company,coordinator_id,recruiter_id,title",
         ("219", "Ada", "King", "Alder Bank", "", "", "CTO"), ("Ada King", "Alder Bank", "219", "", False)),
        ("candidate", "candidate_id,index,type,value", ("219", "0", "other", "ada@alder.example"),
         ("ada@alder.example", "", "219", "", False)),
    ],
)  # fmt: skip
def test_its_records_are_known_by_their_headers(
    kind: str, header: str, cells: tuple[str, ...], said: tuple[object, ...]
):
    profile, record = read(header, *cells)
    assert (profile.system, profile.kind) == ("greenhouse", kind)
    assert (
        record.full_name, record.company, record.external_id, record.company_id, record.do_not_email,
    ) == said  # fmt: skip
    assert not record.do_not_contact
