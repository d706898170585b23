"""People and companies of the sample agency that may be on record twice, as a second spreadsheet left them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rightday.team.models import Member

# First and last name, what they do, company, place, number, email.
TWICE: Final = (
    # Grace Lindholm is on record already, with a lead.
    (("G.", "Lindholm", "IT director", "Meridian Freight Inc", "New York", "+1 212 555 0187", "gl@meridian.example"),),
    (
        ("William", "Coyle", "Programme manager", "Corvale Systems", "York", "07700 900461", "w.coyle@corvale.example"),
        ("Bill", "Coyle", "Programme manager", "Corvale Systems", "", "", "w.coyle@corvale.example"),
    ),
    (
        ("Sofia", "Marsh", "Finance director", "Tamarind Foods", "Bristol", "0117 496 0113", ""),
        ("Marsh", "Sofia", "", "Tamarind Foods", "", "", "sofia@tamarind.example"),
    ),
)  # fmt: skip
COMPANIES: Final = (("Redbrook Railway", "Derby"), ("Redbrook Railways", "Derby"))


def fill(sam: Member) -> None:
    """Added as forms and files would add them, then looked for through the whole book."""
    from rightday.kernel import phones
    from rightday.people import actions as people
    from rightday.people.duplicates import finding

    for records in TWICE:
        for given, family, title, firm, city, number, email in records:
            people.add_person(
                given=given, family=family, title=title, city=city, by=sam, source="A second spreadsheet",
                company=people.add_company(firm, by=sam), phones=phones.read(number, "GB") if number else (),
                emails=[email] if email else [],
            )  # fmt: skip
    for name, city in COMPANIES:
        people.add_company(name, by=sam, city=city)
    finding.begin(by=sam)
    while finding.look_on(by=sam):
        pass
