"""The shape of a sheet."""

from rightday.intake.reading.shape import PLAIN, Shape


def test_a_plain_sheet_has_nothing_to_say() -> None:
    assert PLAIN.notes() == ()
    assert Shape((0,), 2).notes() == (
        "Column A: hidden in the file, and read like the others.",
        "2 rows are hidden in the file, and read like the others.",
    )
