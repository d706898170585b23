"""Files told by content, and refused in plain words."""

from pathlib import Path

import pytest

from rightday.intake.reading import Unreadable, open_file, sniff
from tests.intake.reading.made import refused, zipped


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\n" * 9000, "no spreadsheet"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xff\xd8\xff\xe0....", "picture"),
        (b"{\\rtf1 hello}", "text document"),
        (b"\x1f\x8b\x08....", "Unpack it"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "no event"),
        (b"<html><p>Company</p></html>", "web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "damaged"),
        (bytes(range(1, 32)) * 40, "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), ".msg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "no spreadsheet"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (zipped({"word/document.xml": b"<w/>"}), "text document"),
        (zipped({"photo.jpg": b"x"}), "Unpack it"),
        (zipped({"xl/workbook.bin": b"x"}), "damaged"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "damaged"),
        (zipped({"xl/workbook.xml": b"<workbook"}), "damaged"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "no worksheet"),
        (zipped({"xl/workbook.xml": b"<!DOCTYPE x><workbook/>"}), "damaged"),
        (b"Dear Dee, it was so good to talk to you today\nplease call me back about the two roles we have\n", "text"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_plain_words(path: Path, content: bytes, words: str) -> None:
    assert words in refused(path, content)


def test_a_file_above_a_quarter_of_a_gigabyte_is_refused_unopened(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"BEGIN:VCARD")
        file.truncate(256 * 1024 * 1024 + 1)
    with pytest.raises(Unreadable, match="at most 256 MB"):
        open_file(path, "x.csv")


def test_plain_text_may_be_larger_than_what_is_held_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "LARGEST_FILE", 20)
    path.write_bytes(b"Company,Contact\n" * 5)
    assert sniff.sniff(path) is sniff.Format.DELIMITED
    path.write_bytes(b"BEGIN:VCARD\n" * 5)
    with pytest.raises(Unreadable, match="MB"):
        sniff.sniff(path)


def test_a_missing_file_is_said(path: Path) -> None:
    with pytest.raises(Unreadable, match="could not be opened"):
        open_file(path, "x.csv")
