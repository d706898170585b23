"""What is asked for while measuring, drawn from the book: members, records, words typed. Seeded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Count

from rightday.agencies.models import Agency
from rightday.agenda.models import NextStep
from rightday.bench import words
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.people.models import Company, Person, PhoneNumber
from rightday.team import door
from rightday.team.models import Member

AT_ONCE = 25
MEMBERS = 12
KEPT = 400
DESKS_SEED = 11


@dataclass(frozen=True, slots=True)
class Desk:
    """A member with a session of theirs, and some of what they own."""

    member: Member
    session: str
    steps: tuple[int, ...]
    leads: tuple[int, ...]
    persons: tuple[int, ...]
    companies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The agency that is measured, some of its desks, and words that find something there."""

    agency: Agency
    desks: tuple[Desk, ...]
    names: tuple[str, ...]
    firms: tuple[str, ...]
    digits: tuple[str, ...]
    first_person: int
    last_person: int

    def desk(self, random: Random) -> Desk:
        return random.choice(self.desks)

    def typed_name(self, random: Random) -> str:
        """A beginning of a name, as it stands while somebody types."""
        return random.choice(self.names)[: random.randrange(2, 9)]

    def typed_firm(self, random: Random) -> str:
        return random.choice(self.firms)[: random.randrange(2, 12)]

    def typed_digits(self, random: Random) -> str:
        """A run of three to seven digits from anywhere in a number."""
        number = random.choice(self.digits)
        length = random.randrange(3, 8)
        start = random.randrange(0, max(1, len(number) - length))
        return number[start : start + length]

    def captured(self, random: Random) -> str:
        """A note as people type it, about somebody of the book or not."""
        return (
            f"Spoke with {random.choice(self.names)} at {random.choice(self.firms)}, "
            f"020 7946 0{random.randrange(100, 999)}, interviewing two {random.choice(words.NEEDS)} this week"
        )


def largest_agency() -> Agency:
    """The agency with most leads: the first one of the book. Raises Agency.DoesNotExist in an empty database."""
    return Agency.objects.order_by("pk")[:1].get()


def drawn(agency: Agency, today: date, *, members: int = MEMBERS) -> Drawn:
    """Draws desks and words; makes a session for each desk's member."""
    random = Random(DESKS_SEED)  # noqa: S311 - draws rows to look at
    with enter(agency):
        everybody = list(Member.objects.select_related("identity").order_by("pk"))
        chosen = random.sample(everybody, min(members, len(everybody)))
        desks = tuple(_desk(member, agency, today) for member in chosen)
        persons = Person.objects.order_by("pk").values_list("pk", flat=True)
        first, last = persons[0], persons.reverse()[0]
        some = [random.randrange(first, last + 1) for _ in range(200)]
        numbers = PhoneNumber.objects.filter(person__in=some).values_list("e164", flat=True)
        return Drawn(
            agency, desks,
            names=tuple(Person.objects.filter(pk__in=some).values_list("name", flat=True)),
            firms=tuple(Company.objects.filter(people__in=some).values_list("name", flat=True)),
            digits=tuple(number.lstrip("+") for number in numbers),
            first_person=first, last_person=last,
        )  # fmt: skip


def rows(first: int) -> Iterable[Person]:
    """25 persons of the entered agency by primary key."""
    return Person.objects.filter(pk__in=range(first, first + AT_ONCE))


def counts() -> dict[str, int]:
    """How many rows of a kind the entered agency has: what the book is called in the report."""
    return {
        "leads": Lead.objects.aggregate(n=Count("*"))["n"],
        "members": Member.objects.aggregate(n=Count("*"))["n"],
        "persons": Person.objects.aggregate(n=Count("*"))["n"],
    }


def session(member: Member, agency: Agency) -> str:
    """A session as signing in makes it; its key."""
    store = SessionStore()
    store[SESSION_KEY] = str(member.identity.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = member.identity.get_session_auth_hash()
    store[door.SESSION_KEY] = agency.pk
    store.create()
    return str(store.session_key)


def _desk(member: Member, agency: Agency, today: date) -> Desk:
    owned = list(Lead.objects.filter(owner=member).order_by("pk").values_list("pk", "person_id", "company_id")[:KEPT])
    steps = NextStep.objects.filter(owner=member, due__lte=today).order_by("pk").values_list("pk", flat=True)
    return Desk(
        member,
        session(member, agency),
        tuple(steps[:KEPT]),
        tuple(lead for lead, _, _ in owned),
        tuple(person for _, person, _ in owned),
        tuple(company for _, _, company in owned if company is not None),
    )
