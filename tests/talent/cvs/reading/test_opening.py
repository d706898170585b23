"""CVs of all kinds, told by content; and what is said of what is none."""

import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from rightday.kernel import limits
from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs import reading
from rightday.talent.cvs.reading import apart, opening, read
from tests.talent.cvs.made import TEXT, pdf, word


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cv"


def said_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value.reason


def zipped(**parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return kept.getvalue()


@pytest.mark.parametrize(("data", "kind"), [(TEXT.encode(), "text"), (word(TEXT), "docx"), (pdf(TEXT), "pdf")])
def test_the_text_of_a_cv(path: Path, data: bytes, kind: str) -> None:
    path.write_bytes(data)
    found = read(path)
    assert found.format == kind
    assert "Senior Backend Engineer, Norwood Dental\n2022 – 24" in found.text


def test_pages_part_with_a_form_feed(path: Path) -> None:
    path.write_bytes(pdf(TEXT, TEXT))
    assert (read(path).pages, read(path).text.count("\f")) == (2, 1)


def test_json_resume(path: Path) -> None:
    path.write_text(json.dumps({
        "basics": {"name": "Tomás Rey", "email": "t@example.com", "location": {"city": "Bristol"}, "summary": "Quiet."},
        "work": [{"name": "Castle", "position": "Engineer", "startDate": "2025-01-05", "highlights": ["Led 30"], "summary": "Ops"}],
        "skills": [{"name": "Backend", "keywords": ["Go", 1]}], "languages": [{"language": "Spanish"}], "education": 7,
    }))  # fmt: skip
    found = read(path)
    assert found.format == "resume"
    assert "Engineer, Castle\n2025-01 – present\nOps\n• Led 30" in found.text
    assert "Backend, Go, 1" in found.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf("", "", ""), "it is a scan"),
        (pdf(*["x"] * 500), "500 pages"),
        (pdf(TEXT)[:300], "damaged"),
        (b"%PDF-1.4\nnothing", "damaged"),
        (zipped(notes="x"), "packed file"),
        (zipped(xl__workbook_xml="x"), "a spreadsheet"),
        (zipped(word__document_xml="<a"), "damaged"),
        (zipped(word__document_xml="<!DOCTYPE a><a/>"), "damaged"),
        (zipped(word__document_xml="<a/>"), "no text"),
        (word(TEXT)[:200], "damaged"),
        (b"", "empty"),
        (b"\x89PNG\r\n", "picture"),
        (b"{\\rtf1 x", "rich text"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "old kind"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b'{"name": 1}', "no CV"),
        (b'{"name": ', "damaged"),
        (bytes(range(1, 32)) * 20, "no text"),
        (b". . .", "no text"),
    ],
)
def test_what_cannot_be_read_says_why(path: Path, data: bytes, words: str) -> None:
    assert words in said_of(path, data)


def test_a_zip_with_a_password(path: Path) -> None:
    data = bytearray(word(TEXT))
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + at] |= 1
            start += 4
    assert "password" in said_of(path, bytes(data))


def test_a_pdf_with_a_password(path: Path) -> None:
    trailer = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>/ID[<00><00>]/Root"
    )
    assert "password" in said_of(path, pdf(TEXT).replace(b"/Root", trailer))


def test_too_large(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 10)
    assert "MB" in said_of(path, TEXT.encode())


def test_a_file_that_has_gone(path: Path) -> None:
    with pytest.raises(Unreadable, match="could not be opened"):
        read(path)


def test_whatever_a_reader_trips_over_is_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(_path: Path) -> None:
        raise ValueError

    monkeypatch.setattr(opening, "_read", trip)
    assert "damaged" in said_of(path, b"x")


def test_ten_pages_apart_in_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Here, "apart", False)
    path.write_bytes(pdf(*[TEXT] * 10))
    began = time.monotonic()
    assert reading.read(path).pages == 10
    apart.APART.close()
    assert time.monotonic() - began < 3
