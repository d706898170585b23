from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def uploads(tmp_path: Path, settings) -> Path:
    settings.UPLOADS = tmp_path / "uploads"
    return tmp_path / "uploads"
