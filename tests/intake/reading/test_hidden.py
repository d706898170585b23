"""What is said of hidden columns and rows."""

from rightday.intake.reading.hidden import notes


def test_sentences() -> None:
    assert notes((), 0) == ()
    assert notes((2, 0), 1) == (
        "Columns A, C: hidden in the file, and read like the others.",
        "One row is hidden in the file, and read like the others.",
    )
    assert notes([3], 1_200) == (
        "Column D: hidden in the file, and read like the others.",
        "1,200 rows are hidden in the file, and read like the others.",
    )
    assert " and more: hidden" in notes(range(40), 0)[0]
