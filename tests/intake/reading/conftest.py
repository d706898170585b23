"""Where the files of these tests lie, and where they are read: here, so that what runs is seen."""

from pathlib import Path

import pytest

from rightday.kernel import limits


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list"


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "apart" not in request.keywords:
        monkeypatch.setattr(limits._Here, "apart", True)
