"""Where CVs stand: under names that say nothing."""

from pathlib import Path

from rightday.talent.cvs import files


def test_a_copy_under_another_name(tmp_path: Path) -> None:
    came = tmp_path / "cv.pdf"
    came.write_bytes(b"x")
    stored = files.keep(came)
    assert files.place(stored).read_bytes() == b"x"
    assert "cv.pdf" not in stored
    assert files.digest(came) == files.digest(files.place(stored))
