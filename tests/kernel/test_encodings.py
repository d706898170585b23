"""What a text is written in, from its bytes; `tests/intake/reading` reads whole files by it."""

from __future__ import annotations

import pytest

from rightday.kernel import encodings

TEXT = "Name;Firma\nJürgen Weiß;Größe & Söhne\n" * 5


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_was_written_is_read_again(tmp_path, written):
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(written))
    told = encodings.guess(path)
    data = path.read_bytes()[encodings.skips(path, told) :]
    assert data.decode(told, encodings.errors(told)) == TEXT


def test_a_mark_is_measured(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xef\xbb\xbfName")
    assert encodings.marked(path) == 3
    path.write_bytes(b"Name")
    assert encodings.marked(path) == 0


def test_each_has_a_name_for_people():
    assert encodings.shown("utf-8") and encodings.shown("koi8-r") == "KOI8-R"
