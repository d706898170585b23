"""Faults of readers as words; every reader fed with what is nearly its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rightday.intake.reading import Unreadable, open_file, opening
from rightday.intake.reading.book import Row

SEEDS = [
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN;CHARSET=x;ENCODING=QUOTED-PRINTABLE:M=C3;A\r\nTEL;TYPE=work:1\r\nEND:VCARD\r\n",
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Oslo:20260410T093000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    b"From: =?utf-8?q?A?= <a@x.example>\nDate: Fri, 3 Apr 2026 10:00:00 +0100\nContent-Type: text/plain; charset=x\n\nx\n",
    b"From a@x Fri Apr  3 10:00:00 2026\nFrom: a@x\nSubject: b\n\nx\n\nFrom a@x Fri Apr  3 10:00:00 2026\nTo: b\n\nx\n",
    b'{"basics": {"name": "A"}, "work": [{"name": "B"}]}',
    b'<html><div itemscope itemtype="x/JobPosting"><b itemprop="title">A</b></div><table><tr><td>a<td>b</table></html>',
]


@st.composite
def nearly(draw: st.DrawFn) -> bytes:
    """A file of some format with bytes changed, cut out, doubled and put in."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["put", "cut", "copy"])):
            case "put":
                data[place:place] = draw(
                    st.one_of(st.binary(max_size=8), st.sampled_from([b"\r\n", b'"', b":", b"\0", b"\xff\xfe"]))
                )
            case "cut":
                del data[place : place + draw(st.integers(1, 12))]
            case _:
                data += data[place : place + draw(st.integers(1, 40))]
    return bytes(data)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(b"BEGIN:VCARD\r\nVERSION:3.0\r\nN;CHARSET=\0x;ENCODING=QUOTED-PRINTABLE:M=C3;A\r\nEND:VCARD\r\n")
@given(nearly())
def test_whatever_is_nearly_a_file_opens_or_is_refused_in_words(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        book = opening.READERS[opening.sniff(path)](path, "x")
    except Unreadable as refusal:
        assert len(refusal.reason) > 10  # noqa: PT017 - many open
        return
    for table in book.tables:
        assert len(list(table.rows())) == table.row_count


class Panic(BaseException):
    """As foreign readers raise."""


@pytest.mark.parametrize(
    ("fault", "words"),
    [(Panic(), "damaged"), (MemoryError(), "300 MB"), (Unreadable("So."), "So."), (ValueError(), "damaged")],
)
def test_rows_that_fail_on_the_way_end_in_words(fault: BaseException, words: str) -> None:
    def rows() -> Iterator[Row]:
        yield Row(1, ("a",))
        raise fault

    found = opening.guarded(rows())
    assert next(found).number == 1
    with pytest.raises(Unreadable, match=words):
        next(found)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="could not be opened"):
        open_file(tmp_path, "x")
