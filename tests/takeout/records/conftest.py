from __future__ import annotations

from datetime import date, datetime

import pytest

from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people.models import Person
from tests.conftest import Cast

FORMULA = '=HYPERLINK("https://evil.example","Meera")'


@pytest.fixture
def book(inside: Cast) -> Cast:
    """Martin; Zoë with two numbers and two addresses; one who said no; one whose name would be a formula."""

    def person(
        given: str, family: str, *numbers: str, company: str, emails: tuple[str, ...] = (), title: str = ""
    ) -> Person:
        firm = people.add_company(company, city="Leeds", by=inside.sam)
        read = [phone for number in numbers for phone in phones.read(number)]
        return people.add_person(
            given=given, family=family, company=firm, phones=read, emails=emails, title=title, by=inside.sam
        )

    person("Zoë", "O’Neil; Brown", "020 7946 0111", "0161 496 0222 ext 12", company="Fjäll, Ström & Co",
           emails=("zoe@fjall.example", "zoe@home.example"), title="Head of data")  # fmt: skip
    no = person("Rob", "Ferris", "020 7946 0333", company="Corvid Systems", title="CTO")
    leads.refuse(no, words="Not again", by=inside.sam)
    person(FORMULA, "Joshi", "020 7946 0444", company="@SUM(A1) Ltd")
    return inside


def heard(*shows: Shows) -> list[HeardEvidence]:
    return [HeardEvidence(each, "Words", date(2026, 11, 23)) for each in shows]


NOW = datetime.fromisoformat("2026-11-24T09:42:00+00:00")
