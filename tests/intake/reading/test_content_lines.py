"""Lines of cards and calendars."""

from pathlib import Path

from rightday.intake.reading.content_lines import parts, plain, read


def test_a_line_with_everything(path: Path) -> None:
    path.write_bytes(b'g1.TEL;TYPE="a,b";X=1:va\r\n lue\\, 1\r\n\r\nnothing\r\n')
    first, second = read(path)
    assert (first.group, first.name, first.text, first.types) == ("g1", "TEL", "value, 1", {"a", "b"})
    assert first.parameters == {"TYPE": ("a,b",), "X": ("1",)}
    assert (second.number, second.problem) == (4, "Line 4 could not be read: nothing")


def test_texts_lose_their_escapes() -> None:
    assert plain("a\\nb\\;c\\\\\0") == "a\nb;c\\"
    assert parts("a;b\\;c;") == ["a", "b;c", ""]
