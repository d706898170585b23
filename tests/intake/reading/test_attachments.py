"""What is attached to mail."""

from email.message import EmailMessage
from pathlib import Path

from rightday.intake.reading import attachments


def of(path: Path, *messages: EmailMessage | bytes) -> list[tuple[str, bytes]]:
    path.write_bytes(b"".join(one if isinstance(one, bytes) else one.as_bytes() for one in messages))
    return list(attachments.of(path))


def mail(subject: str = "List") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "grace@beta.example", "dee@h.example", subject
    message.set_content("See below.")
    return message


def test_files_with_their_names(path: Path) -> None:
    message = mail()
    message.add_attachment(b"a,b", maintype="text", subtype="csv", filename="Übersicht/../liste.csv")
    message.add_attachment(b"sign", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment(b"", maintype="text", subtype="csv", filename="nothing.csv")
    assert of(path, message) == [("liste.csv", b"a,b")]


def test_an_invitation_is_one_file_however_often_it_comes(path: Path) -> None:
    message = mail()
    message.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    message.add_attachment(b"BEGIN:VCALENDAR\n", maintype="text", subtype="calendar", filename="invite.ics")
    assert of(path, message) == [("invitation.ics", b"BEGIN:VCALENDAR\n")]


def test_a_message_that_is_attached_is_one_file_with_what_is_attached_to_it(path: Path) -> None:
    inner = mail("Inner")
    inner.add_attachment(b"a,b", maintype="text", subtype="csv", filename="deep.csv")
    outer = mail("Outer")
    outer.add_attachment(inner)
    ((name, data),) = of(path, outer)
    assert name == "message.eml"
    assert b"deep.csv" in data


def test_every_message_of_a_mailbox(path: Path) -> None:
    one = mail()
    one.add_attachment(b"1", maintype="text", subtype="csv", filename="one.csv")
    line = b"From grace@beta.example Fri Apr  3 10:00:00 2026\n"
    found = of(path, line, mail(), b"\n", line, one, b"\n", line, one)
    assert [name for name, _data in found] == ["one.csv", "one.csv"]


def test_a_message_that_is_an_attachment_itself(path: Path) -> None:
    head = b"From: a@x.example\nSubject: b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n"
    assert of(path, head + b"1,2") == [("a.csv", b"1,2")]


def test_nothing_is_attached_to_other_files(path: Path) -> None:
    assert of(path, b"Company,Contact\nAcme,Ann\n") == of(path, b"%PDF-1.7") == of(path, mail()) == []
    path.unlink()
    assert list(attachments.of(path)) == []
