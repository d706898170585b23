"""The cast: two agencies, their people, and an outsider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from rightday.agencies.models import Agency
from rightday.db.row_security import enter, grants_sql
from rightday.kernel import names
from rightday.people.models import Company, Person, PhoneNumber
from rightday.team.models import Identity, Member
from rightday.team.rules import Role

pytest_plugins = ("tests.chromium", "tests.threads")
OWNER_ROLE, APP_ROLE = "rightday_owner", "rightday_app"
# Roles belong to the server, and each process that tests makes it at the same moment: whoever is second finds it.
_MAKE_ROLE = f"""
    DO $$ BEGIN CREATE ROLE {APP_ROLE} NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """On PostgreSQL the owner has migrated; the tests run as the role of the app, which owns nothing."""
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock():
            with connection.cursor() as cursor:
                cursor.execute(_MAKE_ROLE)
                cursor.execute("SELECT current_user")
                for sql in grants_sql(cursor.fetchone()[0], APP_ROLE):
                    cursor.execute(sql)
                cursor.execute(
                    f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}"
                )
                cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
            connection.close()
            connection.settings_dict["OPTIONS"]["assume_role"] = APP_ROLE
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock():
            connection.close()
            connection.settings_dict["OPTIONS"].pop("assume_role", None)


@dataclass
class Cast:
    """One agency. Sam owns it; Priya recruits; Jo sells. Martin is a hiring manager at Halden."""

    agency: Agency
    sam: Member
    priya: Member
    jo: Member
    halden: Company
    martin: Person
    number: PhoneNumber

    def client(self, member: Member | None = None) -> Client:
        """A signed-in browser of a member (Sam unless said)."""
        browser = Client()
        member = member or self.sam
        with enter(self.agency):
            browser.force_login(Identity.objects.get(pk=member.identity_id))
        session = browser.session
        session["agency"] = self.agency.pk
        session.save()
        return browser


def cast(name: str) -> Cast:
    agency = Agency.objects.create(name=name)
    slug = name.casefold().replace(" ", "")
    with enter(agency):

        def member(who: str, role: Role) -> Member:
            identity = Identity.objects.create_user(f"{who.split()[0].casefold()}@{slug}.example", name=who)
            return Member.objects.create(identity=identity, name=who, role=role)

        sam = member("Sam Whitlock", Role.OWNER)
        priya = member("Priya Nair", Role.RECRUITER)
        jo = member("Jo Lindqvist", Role.SALESPERSON)
        halden = Company.objects.create(
            name="Halden Insurance", key=names.company_key("Halden Insurance"), city="London", zone="Europe/London"
        )
        martin = Person.objects.create(
            given="Martin", family="Ahlqvist", name="Martin Ahlqvist",
            key=names.person_key("Martin Ahlqvist"), title="Head of platform", company=halden, zone="Europe/London",
        )  # fmt: skip
        number = PhoneNumber.objects.create(person=martin, typed="020 7946 0142", e164="+442079460142", first=True)
    return Cast(agency, sam, priya, jo, halden, martin, number)


@pytest.fixture
def ours(db: None) -> Cast:
    return cast("Brightwater")


@pytest.fixture
def theirs(db: None) -> Cast:
    return cast("Other Firm")


@pytest.fixture
def inside(ours: Cast) -> Iterator[Cast]:
    """Our agency, entered."""
    with enter(ours.agency):
        yield ours


@pytest.fixture
def outsider(db: None) -> Client:
    """Somebody signed in who belongs to no agency."""
    browser = Client()
    browser.force_login(Identity.objects.create_user("nobody@elsewhere.example", name="Nobody"))
    return browser


@pytest.fixture
def today() -> date:
    return timezone.localdate()
