"""Rows of one file about one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.understanding.records import Record
from rightday.intake.understanding.seen import COMPARED, Seen
from rightday.people import rules as people
from tests.intake.records import LIKELY, record


def after(*records: Record) -> Seen:
    seen = Seen()
    for index, one in enumerate(records):
        seen.add(one, index)
    return seen


ADA = record("Ada King", "Alder Bank", "020 7946 0142", "ada@alder.example")


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (record("Ada King", phone="+44 20 7946 0142"), "same number"),
        (record("A. King", "Elsewhere", email="ADA@alder.example"), "same email"),
        (record("Ada King", phone="020 7946 0999 / 020 7946 0142"), "same number"),
        (record("Bo Lee", phone="020 7946 0142"), None),  # a desk telephone
        (record("Bo Lee", email="ada@alder.example"), None),
        (record("Ada King", "Alder Bank"), None),
        (record("Ada King", phone="020 7946 0142 x12"), None),
        (record("Ada King", phone="12"), None),
    ],
)  # fmt: skip
def test_the_same_person_by_number_or_address(one: Record, why: str | None) -> None:
    found = after(ADA).same(one)
    assert (found and (found[0].index, found[0].name, found[1])) == (why and (0, "Ada King", why))


def test_a_shared_mailbox_is_nobodys() -> None:
    seen = after(record("Ada King", "Alder Bank", email="info@alder.example"))
    assert seen.same(record("Ada King", email="info@alder.example")) is None


def test_an_extension_is_a_line_of_its_own() -> None:
    seen = after(record("Ada King", phone="020 7946 0142 x12"))
    assert seen.same(record("Ada King", phone="020 7946 0142 ext 12")) is not None


def test_the_likeliest_of_the_company_is_like_them() -> None:
    seen = after(record("A. King", "Alder Bank"), record("Ada King", "Alder Bank Ltd"), record("Bo Lee", "Alder Bank"))
    earlier, likeness = seen.like(record("KING, Ada", "Alder Bank plc")) or (None, None)
    assert earlier is not None
    assert (earlier.index, likeness and likeness.reasons) == (1, ("same name", "same company"))


def test_without_a_company_or_at_another_nobody_is_alike() -> None:
    seen = after(ADA)
    assert seen.like(record("Ada King")) is None
    assert seen.like(record("Ada King", "Corvid")) is None
    assert seen.like(record("Bo Lee", "Alder Bank")) is None


def test_only_the_last_rows_of_a_large_company_are_compared() -> None:
    others = [record(f"Person{chr(97 + n % 26)}{n} Family{n}", "Alder Bank") for n in range(COMPARED)]
    assert after(record("Ada King", "Alder Bank"), *others[1:]).like(record("Ada King", "Alder Bank")) is not None
    assert after(record("Ada King", "Alder Bank"), *others).like(record("Ada King", "Alder Bank")) is None


@given(st.lists(LIKELY, max_size=12), LIKELY)
def test_who_is_found_was_seen_and_could_be_them(rows: list[Record], one: Record) -> None:
    seen = after(*rows)
    if found := seen.same(one):
        earlier, why = found
        assert rows[earlier.index].full_name == earlier.name
        assert why in {"same number", "same email"}
        assert not people.two_people(earlier.name, one.full_name)
    if alike := seen.like(one):
        assert rows[alike[0].index].company == alike[0].company
        assert alike[1].score >= people.LIKELY


@given(LIKELY)
def test_a_row_is_found_again_by_its_own_number(one: Record) -> None:
    if any(phone.e164 for phone in one.phones):
        assert after(one).same(one) is not None
