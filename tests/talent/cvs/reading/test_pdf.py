"""PDFs by PDFium."""

from pathlib import Path

from rightday.talent.cvs.reading.pdf import read_pdf
from tests.talent.cvs.made import TEXT, pdf


def test_pages_and_text(tmp_path: Path) -> None:
    path = tmp_path / "cv"
    path.write_bytes(pdf(TEXT, TEXT, TEXT))
    found = read_pdf(path)
    assert found.pages == 3
    assert found.text.count("Norwood Dental") == 3
