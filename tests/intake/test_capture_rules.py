from datetime import date

from rightday.intake.capture_rules import parse, verdict

TODAY = date(2026, 11, 24)


def test_the_sentence_every_recruiter_types() -> None:
    parsed = parse(
        "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, "
        "interviewing two Java contractors this week",
        today=TODAY,
    )
    assert parsed.person is not None
    assert parsed.person.full == "Priya Natarajan"
    assert parsed.company == "Northwind Systems"
    assert [phone.e164 for phone in parsed.phones] == ["+442079460991"]
    assert parsed.needs == ("two Java contractors",)
    assert parsed.reached
    assert parsed.note == ""
    assert verdict(parsed, today=TODAY).headline == "Hot until Sun 29 Nov"
