"""Several people in one cell."""

from __future__ import annotations

import pytest

from rightday.intake.understanding.together import apart
from tests.intake.records import record


@pytest.mark.parametrize(
    "name", ["Ada King / Bo Lee", "Ada King; Bo Lee", "Ada King & Bo Lee", "Ada King\nBo Lee", "Ada King and Bo Lee"]
)
def test_each_whole_name_is_a_person_with_their_own_number(name: str):
    ada, bo = apart(record(name, "Alder", "020 7946 0777 / 07700 900123", "ada@alder.example; bo@alder.example"))
    assert (ada.full_name, ada.family, bo.full_name, bo.family) == ("Ada King", "King", "Bo Lee", "Lee")
    assert [one.e164 for one in (*ada.phones, *bo.phones)] == ["+442079460777", "+447700900123"]
    assert (ada.emails, bo.emails) == (("ada@alder.example",), ("bo@alder.example",))
    assert (ada.company, bo.company) == ("Alder", "Alder")
    assert "Named together with Bo Lee in one cell." in ada.notes


def test_one_number_is_the_first_ones():
    ada, bo = apart(record("Ada King & Bo Lee", "Alder", "020 7946 0777", "info@alder.example"))
    assert [one.e164 for one in ada.phones] == ["+442079460777"]
    assert (bo.phones, bo.emails) == ((), ())


@pytest.mark.parametrize(
    "name",
    ["", "Ada King", "Smith & Jones", "Ann and Bob Lee", "KING, Ada", "José Ortega y Gasset", "Ada King / HR team",
     "Alder Bank & Sons Ltd", "Ada King / 2nd floor", "Ada King (left) / Bo Lee"],
)  # fmt: skip
def test_what_may_be_one_stays_one(name: str):
    assert len(apart(record(name, "Alder"))) == 1
