"""Filling the big book: seeded, so that two fillings are alike, and dated around today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from rightday.agencies.models import Agency
from rightday.agenda import rules as agenda
from rightday.agenda.models import NextStep
from rightday.bench import search_fill, words
from rightday.bench.fill_tracking import AGES, Tracking
from rightday.bench.tables import Table, analyse, fast_writing, sequences, without_indexes
from rightday.calls.models import Call
from rightday.db.scope import wall_open
from rightday.kernel import names
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber, Position
from rightday.team.models import Identity, Member
from rightday.team.rules import Role
from rightday.timeline.models import Event

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Book:
    """How large: `leads` in all, `first` of them in the first agency, which has `members` members."""

    leads: int = 1_000_000
    agencies: int = 50
    first: int = 300_000
    members: int = 200
    seed: int = 7

    def sizes(self) -> Iterator[tuple[int, int]]:
        """(leads, members) of each agency."""
        yield self.first, self.members
        rest, others = self.leads - self.first, self.agencies - 1
        for number in range(others):
            leads = rest // others + (1 if number < rest % others else 0)
            yield leads, max(3, leads * self.members // max(self.first, 1))


SMOKE = Book(leads=6_000, agencies=4, first=3_000, members=8)


class Filling:
    """One filling: tables that collect rows, and the random source they are drawn from."""

    def __init__(self, book: Book, today: date) -> None:
        self.book, self.today, self.random = book, today, Random(book.seed)  # noqa: S311 - a seeded book, no secret
        self.companies = Table(Company, "name", "key", "city", "country", "zone", "competitor")
        self.persons = Table(
            Person, "given", "family", "name", "key", "title", "company", "zone", "dials", "talks", "last_talk_at",
            "name_confirmed_on",
        )  # fmt: skip
        self.numbers = Table(PhoneNumber, "person", "typed", "e164", "state", "state_on", "reached_on", "first")
        self.emails = Table(EmailAddress, "person", "address", "key")
        self.positions = Table(Position, "person", "company", "title", "current")
        self.steps = Table(
            NextStep, "owner", "person", "company", "kind", "objective", "why", "reason", "fact_on", "due", "zone",
            "urgent_from", "urgent_until", "place", "holds_until", "rank", "fade", "then_reason", "then_rank",
            "then_fade", "chance",
        )  # fmt: skip
        self.outcomes = Table(Outcome, "kind", "on", "rival", "known_by", "by")
        self.leads = Table(
            Lead, "person", "company", "owner", "title", "identified_on", "hot_until", "warm_until", "cold_until",
            "next_step", "outcome", "source", "heard_by", "heard_on", "last_heard_on", "made_at", "milestone", "stage",
            "milestone_on", "filler", "call_count", "last_call_on", "last_talk_on",
        )  # fmt: skip
        self.evidence = Table(Evidence, "lead", "shows", "words", "true_on", "recorded_at", "recorded_by")
        self.calls = Table(
            Call, "member", "person", "number", "lead", "kind", "at", "day", "result", "note", "due", "next_said",
            "next_due",
        )  # fmt: skip
        self.events = Table(Event, "at", "verb", "by", "person", "company", "lead", "words", "data")
        self.search = search_fill.writer()
        self.tracking = Tracking(today, self.random)

    def tables(self) -> list[Table]:
        every = [*vars(self).values(), *vars(self.tracking).values()]
        return [value for value in every if isinstance(value, Table)]

    def agency(self, agency: Agency, members: list[int], leads: int) -> None:
        for rival, name in self.tracking.agency(agency.pk, members[0], self.companies):
            self.search.company(agency.pk, rival, name, "")
        firms = [self.company(agency.pk) for _ in range(max(1, leads // 4))]
        for number in range(leads):
            self.lead(agency.pk, members[number % len(members)], members, self.random.choice(firms))

    def company(self, agency_id: int) -> tuple[int, str, str]:
        name = f"{self.random.choice(words.FIRM_FIRST)} {self.random.choice(words.FIRM_SECOND)}"
        name += f" {self.random.randrange(2, 999)}"
        city, country, zone, prefix = self.random.choice(words.CITIES)
        key = names.company_key(name)
        row = self.companies.add(agency_id, name, key, city, country, zone, False)
        self.search.company(agency_id, row, name, city)
        return row, zone, prefix

    def lead(self, agency_id: int, owner: int, members: list[int], firm: tuple[int, str, str]) -> None:
        draw, (company, zone, prefix) = self.random, firm
        dials, tested = draw.randrange(0, 9), draw.random() < 0.7
        talks = min(dials, draw.randrange(0, 4)) if tested else 0
        person, number = self.person(agency_id, company, zone, prefix, dials, talks, tested)
        age = draw.randrange(0, AGES)
        heard = self.today - timedelta(days=min(age, draw.randrange(0, 240)))
        shows, hold, column = draw.choice(
            (
                ("interviewing", 5, 0),
                ("contractors", 90, 1),
                ("contractors", 90, 1),
                ("project", 180, 2),
                ("rumour", 0, -1),
            )
        )
        if shows == "interviewing" and draw.random() < 0.6:
            heard = self.today - timedelta(days=min(age, draw.randrange(0, 6)))
        until: list[date | None] = [None, None, None]
        if column >= 0:
            until[column] = heard + timedelta(days=hold)
        open_ = draw.random() < 0.8
        step = self.step(agency_id, owner, person, company, zone, shows, heard, until, dials, talks) if open_ else None
        outcome = None if open_ else self.outcome(agency_id, owner)
        need, stand = draw.choice(words.NEEDS), self.tracking.stand(open_=open_, talks=talks)
        made = datetime.combine(self.today - timedelta(days=age), NOON, UTC)
        called = self.today - timedelta(days=draw.randrange(0, min(age, 120) + 1)) if dials else None
        lead = self.leads.add(
            agency_id, person, company, owner, need, heard if tested else None, *until, step, outcome, "import", owner,
            heard, heard, made, stand.milestone, stand.stage, stand.milestone_on, stand.filler, dials, called,
            called if talks else None,
        )  # fmt: skip
        self.tracking.lead(
            agency_id, lead, company, owner, members, need, stand, ("hot", "warm", "cold", "none")[column]
        )
        said = self.history(agency_id, lead, person, company, owner, number, shows, heard, tested, talks)
        self.search.said(agency_id, person, f"{need} {said}")

    def outcome(self, agency_id: int, owner: int) -> int:
        kind = self.random.choice(("filled_by_us", "filled_by_competitor", "filled_directly", "cancelled"))
        rival = self.tracking.rival if kind == "filled_by_competitor" else None
        on = self.today - timedelta(days=self.random.randrange(0, 90))
        return self.outcomes.add(agency_id, kind, on, rival, "manager", owner)

    def person(
        self, agency_id: int, company: int, zone: str, prefix: str, dials: int, talks: int, tested: bool
    ) -> tuple[int, int]:
        draw = self.random
        given, family = draw.choice(words.GIVEN), draw.choice(words.FAMILY)
        name, title = f"{given} {family}", draw.choice(words.TITLES)
        reached = self.today - timedelta(days=draw.randrange(1, 60)) if tested else None
        spoke = datetime.combine(reached, NOON, UTC) if reached and talks else None
        person = self.persons.add(
            agency_id, given, family, name, names.person_key(name), title, company, zone, dials, talks, spoke, reached
        )
        e164 = f"{prefix}{draw.randrange(10**7, 10**8)}"
        state = "reached" if tested else "untested"
        number = self.numbers.add(agency_id, person, e164, e164, state, reached, reached, True)
        address = f"{given}.{family}{person}@example.com".casefold()
        self.emails.add(agency_id, person, address, address)
        self.positions.add(agency_id, person, company, title, True)
        self.search.person(agency_id, person, f"{title} {address}", name, company, e164)
        return person, number

    def step(
        self, agency_id: int, owner: int, person: int, company: int, zone: str, shows: str, heard: date,
        until: list[date | None], dials: int, talks: int,
    ) -> int:  # fmt: skip
        reason = REASONS[shows]
        due = self.today + timedelta(days=self.random.randrange(-12, 60))
        standing = agenda.standing(
            reason=reason, fact_on=heard, due=due, agreed=False, dials=dials, talks=talks, introduced=False,
            works_with_agencies=None, holds_until=until[0],
            then=agenda.Reason.RAN_OUT if reason is agenda.Reason.HOT else None,
        )  # fmt: skip
        return self.steps.add(
            agency_id, owner, person, company, "lead", "Still interviewing, and the day they decide",
            "Last heard " + heard.isoformat(), reason.value, heard, due, zone, standing.urgent_from,
            standing.urgent_until, int(standing.place), standing.holds_until, standing.rank, standing.fade,
            standing.then_reason.value if standing.then_reason else "", standing.then_rank, standing.then_fade,
            standing.chance,
        )  # fmt: skip

    def history(
        self, agency_id: int, lead: int, person: int, company: int, owner: int, number: int, shows: str, heard: date,
        tested: bool, talks: int,
    ) -> str:  # fmt: skip
        """Evidence, calls and timeline of a lead; returns the words that were said."""
        draw, at = self.random, datetime.combine(heard, NOON, UTC)
        said = draw.choice(words.SAID)
        for identity in ("name_confirmed", "company_confirmed", "phone_tested")[: 3 if tested else 2]:
            self.evidence.add(agency_id, lead, identity, "", heard, at, owner)
        self.evidence.add(agency_id, lead, shows, said, heard, at, owner)
        self.events.add(agency_id, at, "lead.created", owner, person, company, lead, said, FOUND_DATA)
        for _ in range(talks):
            day = heard + timedelta(days=draw.randrange(0, 5))
            moment = datetime.combine(day, time(draw.randrange(9, 17), draw.randrange(60)), UTC)
            self.calls.add(
                agency_id, owner, person, number, lead, "lead", moment, day, "progressed", said, day, "Call again",
                day + timedelta(days=9),
            )  # fmt: skip
            self.events.add(agency_id, moment, "call.logged", owner, person, company, lead, said, CALL_DATA)
        return said


REASONS = {
    "interviewing": agenda.Reason.HOT,
    "contractors": agenda.Reason.WARM,
    "project": agenda.Reason.COLD,
    "rumour": agenda.Reason.RUMOUR,
}
FOUND_DATA = '{"title": "", "source": "import", "heard_from": "", "grade": ""}'
CALL_DATA = '{"result": "Progressed", "met": true, "next": "call again", "due": null, "subject": ""}'


def fill(book: Book, today: date) -> dict[str, int]:
    """Makes the whole book; returns how many rows each table got. Raises ValueError on a database in use."""
    if Agency.objects.exists():
        raise ValueError("This installation holds an agency already: give RIGHTDAY_DATA a folder of its own.")
    filling = Filling(book, today)
    models = [table.model for table in filling.tables()]
    with wall_open(), without_indexes(models):
        with fast_writing():
            for number, (leads, members) in enumerate(book.sizes(), 1):
                agency = Agency.objects.create(name=f"Agency {number}")
                filling.agency(agency, _members(agency, members), leads)
            for table in filling.tables():
                table.flush()
            filling.search.finish()
        sequences(filling.tables())
    analyse()
    return {table.model.__name__: table.written for table in filling.tables()}


def _members(agency: Agency, count: int) -> list[int]:
    identities = Identity.objects.bulk_create(
        Identity(email=f"m{number}@a{agency.pk}.example", name=f"Member {number}", password="!")  # noqa: S106 - no password at all
        for number in range(count)
    )
    made = Member.objects.bulk_create(
        Member(
            agency=agency,
            identity=identity,
            name=identity.name,
            role=Role.OWNER.value if number == 0 else Role.SALESPERSON.value,
        )
        for number, identity in enumerate(identities)
    )
    return [member.pk for member in made]
