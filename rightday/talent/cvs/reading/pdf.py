"""Text of a PDF, page by page, with PDFium. Only ever in a process apart: PDFium is C++ and files are strangers."""

from pathlib import Path
from typing import Final

import pypdfium2

from rightday.kernel import limits
from rightday.kernel.unreadable import Unreadable
from rightday.talent.cvs.reading.document import LONGEST, Document, tidy

MOST_PAGES: Final = 50
_LOCKED = "This PDF is protected by a password. Ask for a copy without one, or open it and print it to a new PDF."
_DAMAGED = "This PDF is damaged and cannot be opened. Ask for it again, or for the Word file it was made from."
_SCAN = (
    "This PDF holds pictures of pages and no text: it is a scan. The file is kept. "
    "Ask for the Word file or the PDF it was printed from, and bring that."
)
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(path: Path) -> Document:
    """Raises Unreadable for a scan, a password, damage, and more pages than a CV has."""
    try:
        opened = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        raise Unreadable(_LOCKED if getattr(problem, "err_code", 0) == _PASSWORD else _DAMAGED) from None
    count = len(opened)
    if count > MOST_PAGES:
        raise Unreadable(
            f"This PDF has {count} pages; a CV has at most {MOST_PAGES}. The file is kept. "
            "Is it the right one? Bring the pages that are the CV."
        )
    pages: list[str] = []
    for index in range(count):
        try:
            pages.append(tidy(opened[index].get_textpage().get_text_bounded()))
        except pypdfium2.PdfiumError:
            raise Unreadable(_DAMAGED) from None
        limits.going_on()
    text = "\f".join(pages)[:LONGEST]
    if sum(sign.isalnum() for sign in text) < 20 * min(count, 2):
        raise Unreadable(_SCAN)
    return Document("pdf", count, text)
