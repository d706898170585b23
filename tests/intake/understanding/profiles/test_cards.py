"""What becomes of cards, of the events of a calendar, of messages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from rightday.intake.heard import Kind
from rightday.intake.reading import open_file
from rightday.intake.understanding import columns, profiles, together
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.records import Record, Settings, demand_of, read_row

TODAY = date(2026, 5, 14)
SETTINGS = Settings(TODAY, zone="Europe/London", ours=frozenset({"dee@h.example", "sam@h.example"}))


def records(path: Path, text: str) -> list[Record]:
    path.write_bytes(text.replace("\n", "\r\n").encode())
    (table,) = open_file(path, "x").tables
    assert profiles.of(table.header) is not None
    plan = columns.plan(columns.guess(table.header, table.sample, TODAY))
    return [one for row in table.rows() for one in together.apart(read_row(row, plan, SETTINGS))]


def card(lines: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\n{lines}END:VCARD\n"


def event(lines: str) -> str:
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}END:VEVENT\nEND:VCALENDAR\n"


def test_a_card_is_a_person_with_numbers_of_their_country(tmp_path: Path) -> None:
    ada, firm = records(
        tmp_path / "x",
        card("FN:Ada King\nN:King;Ada;;;\nORG:Alder\nTITLE:CTO\nTEL;TYPE=work:473-555-0111\nUID:u-1\n"
             "X-ABUID:123456789012\nADR:;;1 High St;Boston;MA;02110;United States\nNOTE:Do not call\n")
        + card("FN:Birch\nN:;;;;\nORG:Birch\nTEL:+442079460142\n"),
    )  # fmt: skip
    assert (ada.full_name, ada.company, ada.title, ada.external_id, ada.place) == (
        "Ada King", "Alder", "CTO", "u-1", "Boston",
    )  # fmt: skip
    assert [phone.e164 for phone in ada.phones] == ["+14735550111"]
    assert ada.do_not_contact
    assert ("X-ABUID", "123456789012") in ada.own
    assert (firm.full_name, firm.company, firm.usable) == ("", "Birch", True)


def test_an_event_to_come_is_a_day_agreed_with_everybody_who_is_not_ours(tmp_path: Path) -> None:
    grace, nia = records(
        tmp_path / "x",
        event("SUMMARY:2nd interview Nia\nDTSTART:20260520T083000Z\nORGANIZER;CN=Dee:mailto:DEE@h.example\n"
              "ATTENDEE;CN=\"Okafor, Grace\":mailto:grace@beta.example\nATTENDEE;CN=Sam:mailto:sam@h.example\n"
              "ATTENDEE:mailto:nia@x.example\nDESCRIPTION:We are interviewing two people\nUID:0791234567890\n"),
    )  # fmt: skip
    assert (grace.given, grace.family, grace.emails, nia.full_name) == (
        "Grace", "Okafor", ("grace@beta.example",), "nia@x.example",
    )  # fmt: skip
    for one in (grace, nia):
        assert (one.agreed, one.subject, one.phones) == (True, "2nd interview Nia", ())
        assert one.next_on is not None
        assert (one.next_on.day, one.next_on.time) == (date(2026, 5, 20), time(9, 30))  # on the agency's clock
        assert [heard.kind for heard in demand_of(one)] == [Kind.NAME_ONLY]  # an entry of a diary is nobody's word
        assert "We are interviewing two people" in one.notes


def test_an_event_that_was_is_a_note_of_its_day(tmp_path: Path) -> None:
    (one,) = records(tmp_path / "x", event("SUMMARY:Lunch\nDTSTART:20260410\nORGANIZER;CN=Ann:mailto:ann@x.example\n"))
    assert (one.full_name, one.agreed, one.next_on, one.heard_on_day) == ("Ann", False, None, date(2026, 4, 10))
    (two,) = records(tmp_path / "x", event("DTSTART:20260610\nSTATUS:CANCELLED\nATTENDEE:mailto:ann@x.example\n"))
    assert (two.agreed, two.next_on) == (False, None)


def test_an_event_without_anybody_is_refused_with_its_reason(tmp_path: Path) -> None:
    (one,) = records(tmp_path / "x", event("SUMMARY:Dentist\nDTSTART:20260610\nORGANIZER:mailto:dee@h.example\n"))
    assert (one.usable, one.problems) == (False, ("Nobody outside of this agency takes part.",))


MAIL = "From: {sender}\nTo: {to}\nSubject: The role\nMessage-ID: <7@x.example>\nDate: Fri, 3 Apr 2026 10:00:00 +0100\n\n{text}\n"


def test_a_message_is_a_note_of_its_day_about_who_wrote_it(tmp_path: Path) -> None:
    text = "We are interviewing two people this week.\nTel: 020 7946 0142\n> unsubscribe: do not contact me"
    (one,) = records(
        tmp_path / "x", MAIL.format(sender="Grace Okafor <grace@beta.example>", to="Dee <dee@h.example>", text=text)
    )
    assert (one.full_name, one.emails, one.heard_on_day) == ("Grace Okafor", ("grace@beta.example",), date(2026, 4, 3))
    assert [phone.e164 for phone in one.phones] == ["+442079460142"]
    assert demand_of(one)[0].kind is Kind.INTERVIEWING
    assert "To: Dee <dee@h.example>" in one.notes
    assert not one.do_not_contact  # quoted words are somebody else's
    assert one.own == ()


def test_what_we_write_ourselves_is_about_those_we_write_to_and_shows_nothing(tmp_path: Path) -> None:
    sent = MAIL.format(
        sender="Dee <dee@h.example>", to="Grace <grace@beta.example>, bo@x.example, sam@h.example",
        text="Are you still interviewing two people?",
    )  # fmt: skip
    found = records(tmp_path / "x", sent)
    assert [one.emails for one in found] == [("grace@beta.example",), ("bo@x.example",)]
    assert all(heard.kind is Kind.NAME_ONLY for one in found for heard in demand_of(one))
    assert "From us: Dee <dee@h.example>" in found[0].notes


def test_a_circular_is_cut_and_told(tmp_path: Path) -> None:
    to = ", ".join(f"p{number}@x.example" for number in range(30))
    found = records(tmp_path / "x", MAIL.format(sender="dee@h.example", to=to, text="Hello"))
    assert len(found) == 20
    assert found[0].problems[0] == "There are 30 people in this row; the first 20 are taken."


def test_a_bounce_is_from_nobody(tmp_path: Path) -> None:
    (one,) = records(
        tmp_path / "x", MAIL.format(sender="MAILER-DAEMON@x.example", to="dee@h.example", text="Tel: 020 7946 0142")
    )
    assert (one.usable, one.phones) == (False, ())


def test_a_column_of_an_ordinary_table_with_our_address_leaves_its_person(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("Contact,Email,Notes\nAnn Lee,dee@h.example,hello\n")
    (table,) = open_file(path, "x").tables
    plan = columns.plan(columns.guess(table.header, table.sample, TODAY))
    (row,) = table.rows()
    assert read_row(row, plan, SETTINGS).full_name == "Ann Lee"


def test_times_without_a_zone_stay_as_they_are(tmp_path: Path) -> None:
    text = event("SUMMARY:Call\nDTSTART:20260520T083000\nATTENDEE:mailto:ann@x.example\n")
    (one,) = records(tmp_path / "x", text)
    assert one.next_on is not None
    assert one.next_on.time == datetime(2026, 5, 20, 8, 30, tzinfo=UTC).time()


def test_columns_that_say_nothing_are_fields_of_their_own() -> None:
    header = ("Event", "Starts", "Ends", "Location", "Name", "Email", "X-CALL-ME", "Conference 4")
    found = columns.guess(header, [], TODAY)
    assert [column.field for column in found[-2:]] == [Field.OWN, Field.OWN]
