import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.companies import COMPANY_LIKELY, COMPANY_SAME, company_key, similar_company
from tests.kernel.shared import DATA, needs_data


@pytest.mark.parametrize(
    "group",
    [
        ("Smith & Sons Ltd", "Smith and Sons Limited", "SMITH & SONS LTD.", "Smith + Sons"),
        ("O’Brien Café Group", "O'Brien Cafe Group Ltd"),
        ("Acme Holdings", "ACME HOLDINGS PLC"),
        ("The Body Shop", "Body Shop, The", "body shop"),
        ("Foo S.p.A.", "Foo SpA", "foo"),
        ("Foo S. A.", "FOO SA"),
        ("Foo S.à r.l.", "Foo Sarl"),
        ("Foo Sp. z o.o.", "Foo Sp z oo"),
        ("Foo B.V.", "Foo bv", "Foo"),
        ("Foo Pty. Ltd.", "Foo L.L.C.", "Foo, Inc."),
        ("J.P. Morgan", "JP Morgan & Co"),
        ("Müller & Söhne GmbH & Co. KG", "Muller und Sohne"),
        ("Foo s.r.o.", "Foo"),
    ],
)
def test_the_same_company_has_one_key(group: tuple[str, ...]) -> None:
    assert {company_key(name) for name in group} == {company_key(group[0])}


@pytest.mark.parametrize(
    ("name", "key"),
    [("Limited", "limited"), ("The", "the"), ("The Company Ltd", "the"), ("???", "???"), ("3M Co.", "3m")],
)
def test_something_is_always_left_of_a_name(name: str, key: str) -> None:
    assert company_key(name) == key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme", "Acme Holdings Ltd"),
        ("HSBC", "HSBC UK"),
        ("Barclays", "Barclay"),
        ("Microsoft", "Micro Soft"),
        ("Northbank", "Northbank Payments"),
        ("Mueller GmbH", "Müller"),
    ],
)
def test_a_name_written_shorter_or_a_little_wrong_is_likely(a: str, b: str) -> None:
    assert similar_company(a, b) >= COMPANY_LIKELY


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Northbank", "Southbank"),
        ("Alpha Consulting Group", "Beta Consulting Group"),
        ("Smith & Sons", "Jones & Sons"),
        ("Acme", ""),
    ],
)
def test_other_companies_are_not_likely(a: str, b: str) -> None:
    assert similar_company(a, b) < COMPANY_LIKELY


def test_a_part_of_a_name_is_likely_but_never_the_same() -> None:
    assert COMPANY_LIKELY <= similar_company("Northbank", "Northbank Payments") < COMPANY_SAME


@given(st.text(max_size=60))
def test_no_name_makes_it_fail_or_vanish(text: str) -> None:
    assert bool(company_key(text)) == bool(text.strip())


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0.0 <= similar_company(a, b) == similar_company(b, a) <= 1.0


@needs_data
def test_the_companies_of_the_lead_tracker_come_together() -> None:
    truth = json.loads((DATA / "synthetic" / "lead_tracker_uk.xlsx.truth.json").read_text(encoding="utf-8"))
    for group in truth["company_groups"]:
        assert len({company_key(name) for name in group}) == 1
