"""Plain text in any encoding."""

from pathlib import Path

import pytest

from rightday.talent.cvs.reading.plain import read_plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cv"
    path.write_bytes("Tomás Rey, José".encode(encoding))
    assert read_plain(path).text == "Tomás Rey, José"
