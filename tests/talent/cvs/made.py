"""CVs made for tests: text, Word, JSON Resume, and PDFs written by hand."""

from __future__ import annotations

import io
import zipfile

TEXT = """Tomás Rey
Bristol, BS6 · 07700 900611 · tomas.rey@example.com

Profile
Backend and reliability engineer. I like systems that are quiet at night.

Experience
Reliability Engineer (contract), Castle Telecom
01/2025 – present
Kubernetes, 400 nodes. Led 30 incidents. Reporting to Dev Rao, Head of Operations.

Senior Backend Engineer, Norwood Dental
2022 – 24
Built online booking for 140 practices in nine months. Go, Postgres, Kafka. Manager: Alison Pike.

Backend Engineer, Ashdown Rail Ltd
March 2020 – April 2022
Timetable import and passenger information. Python, later Go.

Developer, Lumen Grid plc
2016 – 2020
Metering portal. Java, Oracle.

References
On request."""


def word(text: str) -> bytes:
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{ns}"><w:body>{paragraphs}</w:body></w:document>')
    return kept.getvalue()


def pdf(*pages: str) -> bytes:
    """One page of text lines for each; a page without text is a blank one, as a scan's is to a reader of text."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for text in pages:
        lines = "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj T* " for line in text.split("\n"))
        stream = f"BT /F1 10 Tf 12 TL 50 800 Td {lines} ET".encode("cp1252", "replace") if text else b""
        objects += [
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (len(objects) + 1),
        ]
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, xref)
    return bytes(out)
