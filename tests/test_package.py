"""What `pip install .` brings: code, pages, static files and migrations."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_wheel_holds_everything(tmp_path: Path):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "rightday"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    source = tmp_path / "source"
    shutil.copytree(ROOT / "rightday", source / "rightday", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, source)
    words = ["wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(source)]
    made = subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("rightday-*.whl")
    with zipfile.ZipFile(wheel) as pack:
        held = set(pack.namelist())
        entry = next(name for name in held if name.endswith("entry_points.txt"))
        assert "rightday = rightday.cli:main" in pack.read(entry).decode()
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert {"rightday/migrations/0001_rooms.py", "rightday/ui/pages/base.html"} <= tracked
    assert sorted(tracked - held) == []
    assert not any(name.startswith(("tests/", "tools/")) for name in held)
