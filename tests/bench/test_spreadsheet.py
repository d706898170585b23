from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from rightday.bench import spreadsheet
from rightday.kernel.names import person_key

DAY = date(2026, 11, 24)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_about_one_in_ten_comes_again(tmp_path: Path):
    spreadsheet.write(tmp_path / "a.csv", 2_000, DAY, 5)
    found = rows(tmp_path / "a.csv")
    people = {(person_key(row["Hiring Mgr"]), row["Email"]) for row in found}
    assert len(found) == 2_000
    assert 1_740 <= len(people) <= 1_860


def test_the_same_seed_writes_the_same_file(tmp_path: Path):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        spreadsheet.write(tmp_path / name, 50, DAY, seed)
    first, second, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert first == second != other


def test_rate_and_memory_of_the_command(tmp_path: Path, monkeypatch):
    command = tmp_path / "python"
    command.write_text("#!/bin/sh\nexit 0\n")
    command.chmod(0o755)
    monkeypatch.setattr(spreadsheet.sys, "executable", str(command))
    real, trial = spreadsheet.measure({}, ("Agency 1", "m0@a1.example"), tmp_path, rows=100, seed=1)
    assert [line.name.split()[0] for line in (real, trial)] == ["Import", "Trial"]
    assert all("rows/s" in line.measured and "MiB" in line.measured for line in (real, trial))
    assert (bool(real.target), trial.target, trial.reached) == (True, "", None)
    command.write_text("#!/bin/sh\nexit 4\n")
    for failed in spreadsheet.measure({}, ("Agency 1", "m0@a1.example"), tmp_path, rows=100, seed=1):
        assert (failed.measured, failed.reached) == ("failed: the command ended with 4", False)
