"""Messages: who wrote, when, what; several in one file; what is broken in them."""

from datetime import UTC, datetime
from pathlib import Path

from rightday.intake.reading import Book, open_file

MAIL = (
    "From: Grace Okafor <grace@beta.example>\nTo: Dee <dee@h.example>\nSubject: =?utf-8?q?Caf=C3=A9_role?=\n"
    "Date: Fri, 3 Apr 2026 10:00:00 +0100\n\nPlease call me.\n"
)


def read(path: Path, data: str | bytes) -> tuple[Book, list[dict[str, object]]]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    book = open_file(path, "x")
    (table,) = book.tables
    return book, [
        {name: cell for name, cell in zip(table.header, row.cells, strict=False) if cell is not None}
        | ({"problems": row.problems} if row.problems else {})
        for row in table.rows()
    ]


def test_a_message(path: Path) -> None:
    book, (one,) = read(path, MAIL)
    assert book.format == "eml"
    assert one == {
        "Name": "Grace Okafor", "Email": "grace@beta.example", "Date": datetime(2026, 4, 3, 9, 0, tzinfo=UTC),
        "Subject": "Café role", "Text": "Please call me.", "To": "Dee <dee@h.example>",
    }  # fmt: skip


def test_a_mailbox_with_a_from_line_in_a_text(path: Path) -> None:
    line = "From grace@beta.example Fri Apr  3 10:00:00 2026\n"
    book, found = read(path, f"{line}{MAIL}\n>From now on\n\n{line}{MAIL}\n{line}{MAIL}")
    assert (book.format, len(found)) == ("mbox", 3)
    assert str(found[0]["Text"]).splitlines()[-1] == "From now on"


def test_attachments_are_named_and_pages_are_words(path: Path) -> None:
    _, (one,) = read(
        path, "From: a@x.example\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\n"
        "Content-Type: text/html\n\n<style>p{}</style><p>Hello<br>there</p><img src='http://evil.example/x'>\n--X\n"
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../etc/cv.pdf"\n\nx\n--X--\n',
    )  # fmt: skip
    assert (one["Text"], one["Attachments"]) == ("Hello\nthere", "cv.pdf")


def test_a_bounce_and_an_answer_by_itself_are_marked(path: Path) -> None:
    _, (one,) = read(path, "From: MAILER-DAEMON@x.example\nSubject: Undelivered\n\nx\n")
    _, (two,) = read(path, "From: a@x.example\nSubject: Out\nAuto-Submitted: auto-replied\n\nx\n")
    assert (one["Kind"], two["Kind"]) == ("bounce", "automatic")
    assert ("Email" in one, one["Sent by"], two["Email"]) == (False, "MAILER-DAEMON@x.example", "a@x.example")


def test_what_is_quoted_stands_by_itself_and_the_signature_gives_its_number(path: Path) -> None:
    _, (one,) = read(path, MAIL + "\nGrace\nTel. 020 7946 0142\n\nOn 2 April, Dee wrote:\n> Mobile: 07700 900123\n")
    assert one["Text"] == "Please call me.\n\nGrace\nTel. 020 7946 0142"
    assert (one["Quoted"], one["Phone"]) == ("On 2 April, Dee wrote:\n> Mobile: 07700 900123", "020 7946 0142")


def test_a_broken_date_is_told_and_the_day_it_came_is_taken(path: Path) -> None:
    _, (one,) = read(path, "From: a@x.example\nSubject: b\nDate: <HR>\n\nx\n")
    assert one["problems"] == ("The date of this message could not be read: <HR>",)
    _, (two,) = read(path, "Received: by x; Fri, 3 Apr 2026 10:00:00 +0000\nFrom: a@x.example\nDate: <HR>\n\nx\n")
    assert two["Date"] == datetime(2026, 4, 3, 10, 0, tzinfo=UTC)


def test_headers_in_bytes_unknown_encodings_and_utf_16(path: Path) -> None:
    _, (one,) = read(
        path, "From: Jöhn <j@x.example>\nSubject: Säying\nContent-Type: text/plain; charset=x-no\n\nbödy\n"
    )
    assert (one["Name"], one["Subject"], one["Text"]) == ("Jöhn", "Säying", "bödy")
    _, (two,) = read(path, MAIL.encode("utf-16-le"))
    assert two["Email"] == "grace@beta.example"


def test_two_senders_without_a_comma(path: Path) -> None:
    _, (one,) = read(path, "From: tim@x.example bo@x.example\nSubject: b\n\nx\n")
    assert one["Email"] == "tim@x.example"
