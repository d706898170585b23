"""Text written one way."""

from rightday.talent.cvs.reading.document import tidy


def test_line_ends_blanks_and_bullets() -> None:
    assert tidy("A\u00a0 b\r\n\u25aa one\r\n\r\n\r\n\r\nGo\u00adlang\x00") == "A b\n• one\n\nGolang"
