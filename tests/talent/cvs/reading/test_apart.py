"""CVs in a process apart."""

from pathlib import Path

import pytest

from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs.reading import apart


def test_the_text_comes_over_and_so_does_a_refusal(tmp_path: Path) -> None:
    path = tmp_path / "cv"
    path.write_text("Jo Bell")
    assert apart.read_apart(path).text == "Jo Bell"
    path.write_bytes(b"")
    with pytest.raises(Unreadable, match="empty"):
        apart.read_apart(path)
    apart.APART.close()
