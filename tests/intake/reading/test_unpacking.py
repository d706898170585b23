"""Files out of a zip: nothing climbs out of a folder, nothing is larger than agreed, a workbook is left whole."""

from __future__ import annotations

import os
import signal
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from rightday.intake import reading
from rightday.intake.reading import apart, unpacking
from rightday.intake.reading.unpacking import Came, taken_out
from rightday.intake.reading.unpacking import holds_files as is_bundle
from rightday.kernel import limits


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def unpacked(path: Path, folder: Path, *, limit: int) -> Iterator[Came]:
    return taken_out(path, path.name, folder, limit)


MAIL = (
    b"From: Grace <grace@beta.example>\nTo: dee@h.example\nSubject: List\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain\n\nSee below.\n--X\n"
    b'Content-Type: text/csv\nContent-Disposition: attachment; filename="../../people.csv"\n\n'
    b"Contact,Company\nAnn Lee,Acme\n\n--X\nContent-Type: image/png\nContent-ID: <1>\n"
    b"Content-Disposition: inline; filename=logo.png\n\nx\n--X--\n"
)


def test_a_workbook_and_a_text_are_no_bundle(tmp_path: Path) -> None:
    xlsxwriter.Workbook(str(tmp_path / "w.xlsx")).close()
    (tmp_path / "t.csv").write_text("Name,Company\n")
    (tmp_path / "cut.zip").write_bytes(zipped(tmp_path / "z.zip", {"a.csv": b"x" * 999}).read_bytes()[:60])
    assert [is_bundle(tmp_path / name) for name in ("w.xlsx", "t.csv", "cut.zip", "z.zip")] == [False] * 3 + [True]


def test_names_are_only_names_and_what_systems_add_is_left(tmp_path: Path) -> None:
    files = {
        "../../etc/a.csv": b"1",
        "C:\\x\\b.csv": b"22",
        "__MACOSX/a": b"",
        "in/.DS_Store": b"",
        "bad\nname.csv": b"",
    }
    found = list(unpacked(zipped(tmp_path / "z.zip", files), tmp_path, limit=99))
    assert [(one.name, one.problem) for one in found] == [("a.csv", ""), ("b.csv", ""), ("bad name.csv", "")]
    assert {one.path.parent for one in found} == {tmp_path}
    assert [one.path.read_bytes() for one in found] == [b"1", b"22", b""]


def test_what_unpacks_to_more_than_agreed_is_refused_and_the_rest_is_not(tmp_path: Path) -> None:
    files = {"small.csv": b"1", "bomb.csv": b"0" * 5_000_000, "last.csv": b"2"}
    found = list(unpacked(zipped(tmp_path / "z.zip", files), tmp_path, limit=1_000_000))
    assert ["larger" in one.problem for one in found] == [False, True, False]
    assert sum(path.stat().st_size for path in tmp_path.glob("*.bin")) <= 1_000_002


def test_damage_and_passwords_are_said_of_the_one_file(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "z.zip", {"a.csv": b"Ada King" * 50, "b.csv": b"x"}).read_bytes())
    data[40] ^= 0xFF  # in the packed bytes of the first
    (tmp_path / "z.zip").write_bytes(data)
    assert [bool(one.problem) for one in unpacked(tmp_path / "z.zip", tmp_path, limit=9_999)] == [True, False]
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        packed.writestr("a.csv", b"1")
    locked = bytearray((tmp_path / "p.zip").read_bytes())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "p.zip").write_bytes(locked)
    assert "password" in next(unpacked(tmp_path / "p.zip", tmp_path, limit=99)).problem


def test_more_files_than_may_come_are_counted(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)
    found = list(unpacked(zipped(tmp_path / "z.zip", {f"{n}.csv": b"" for n in range(5)}), tmp_path, limit=9))
    assert ([bool(one.problem) for one in found], found[-1].name) == ([False, False, True], "3 more files")


def test_what_is_attached_to_mail_are_files_of_their_own_beside_it(tmp_path: Path) -> None:
    mail = tmp_path / "grace.eml"
    mail.write_bytes(MAIL)
    assert is_bundle(mail)
    one, two = unpacked(mail, tmp_path, limit=999)
    assert (one.path, one.name, two.name, two.path.parent) == (mail, "grace.eml", "people.csv", tmp_path)
    assert two.path.read_bytes().split() == [b"Contact,Company", b"Ann", b"Lee,Acme"]
    mail.write_bytes(MAIL.replace(b"attachment", b"inline").replace(b"text/csv", b"image/gif"))
    assert not is_bundle(mail)


def test_files_in_files_come_out_as_well_but_not_without_end(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"deep.csv": b"1"}).read_bytes()
    outer = zipped(tmp_path / "z.zip", {"a.csv": b"2", "in.zip": inner, "grace.eml": MAIL})
    assert [one.name for one in unpacked(outer, tmp_path, limit=9_999)] == [
        "a.csv", "deep.csv", "grace.eml", "people.csv",
    ]  # fmt: skip
    data = b"end"
    for level in range(6):
        data = zipped(tmp_path / f"{level}.zip", {f"{level}.zip": data, f"{level}.csv": b"x"}).read_bytes()
    names = [one.name for one in unpacked(tmp_path / "5.zip", tmp_path, limit=99_999)]
    assert names == ["1.zip", "2.csv", "3.csv", "4.csv", "5.csv"] or len(names) <= 6
    assert "0.csv" not in names


@pytest.mark.skipif(not limits.possible(), reason="this system does not fork")
def test_files_are_taken_out_by_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Here, "apart", False)
    monkeypatch.setattr(unpacking, "taken_out", None)
    monkeypatch.setattr(unpacking, "holds_files", None)
    path = zipped(tmp_path / "z.zip", {"a.csv": b"1", "b.csv": b"22"})
    assert reading.is_bundle(path)
    found = list(reading.unpacked(path, "z.zip", tmp_path, limit=2))
    assert [(one.name, bool(one.problem)) for one in found] == [("a.csv", False), ("b.csv", True)]
    assert found[0].path.read_bytes() == b"1"


@pytest.mark.skipif(not limits.possible(), reason="this system does not fork")
def test_where_that_process_ends_too_early_the_rest_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip that kills its reader: here by a pipe in its place, at which the reader waits until its time is up."""
    monkeypatch.setattr(limits._Here, "apart", False)
    os.mkfifo(tmp_path / "z.zip")
    began = time.monotonic()
    (told,) = reading.unpacked(tmp_path / "z.zip", "z.zip", tmp_path, limit=2)
    assert (told.name, told.problem) == ("z.zip", apart._REST)
    assert not reading.is_bundle(tmp_path / "z.zip")
    assert time.monotonic() - began < 25
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
