"""A smaller cast for attacks on the wall: one row of each kind."""

from __future__ import annotations

import datetime as dt

import pytest

from rightday.agencies.models import Agency
from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.people.models import Company, Person
from rightday.team.models import Identity, Member


class Rows:
    """One agency with a member, a company, a person and an open lead."""

    def __init__(self, name: str) -> None:
        self.agency = Agency.objects.create(name=name)
        with enter(self.agency):
            identity, _ = Identity.objects.get_or_create(email=f"{name}@example.com")
            self.member = Member.objects.create(identity=identity, name=f"{name} member")
            self.company = Company.objects.create(name="Northwind", key="northwind")
            self.person = Person.objects.create(name=f"Priya {name}", key=f"priya {name}", company=self.company)
            self.step = self.make_step()
            self.lead = self.make_lead(self.step)

    def make_step(self) -> NextStep:
        return NextStep.objects.create(
            owner=self.member, person=self.person, kind="lead", reason="hot", why="hot",
            fact_on=dt.date(2026, 1, 5), due=dt.date(2026, 1, 5), zone="Europe/London",
        )  # fmt: skip

    def make_lead(self, step: NextStep | None) -> Lead:
        return Lead.objects.create(
            person=self.person, company=self.company, owner=self.member, next_step=step,
            heard_on=dt.date(2026, 1, 5),
        )  # fmt: skip


@pytest.fixture
def ours(db: None) -> Rows:
    return Rows("ours")


@pytest.fixture
def theirs(db: None) -> Rows:
    return Rows("theirs")
