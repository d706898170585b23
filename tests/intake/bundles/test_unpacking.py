"""Files out of a zip: nothing climbs out of a folder, nothing is larger than agreed, a workbook is left whole."""

from __future__ import annotations

import zipfile
from pathlib import Path

import xlsxwriter

from rightday.intake.bundles import unpacking
from rightday.intake.bundles.unpacking import is_bundle, unpacked


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


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
