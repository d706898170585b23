"""Word files."""

from pathlib import Path

import pytest

from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs.reading import word
from tests.talent.cvs.made import word as made


def test_paragraphs_and_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cv"
    path.write_bytes(made("One\nTwo"))
    assert word.read_word(path).text == "One\nTwo"
    monkeypatch.setattr(word, "LARGEST", 10)
    with pytest.raises(Unreadable, match="unpacks"):
        word.read_word(path)
