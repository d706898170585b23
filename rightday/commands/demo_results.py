"""The sample agency's last month: leads of Priya's and Jo's, what became of them, two competitors, some forgotten.

Made by the real actions, then moved back in time: nothing else can make a past. They are Jo's, so that the
sample's own morning stays as short as it is.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rightday.leads.models import Lead
    from rightday.people.models import Person
    from rightday.team.models import Member

# Person, company, need, day of last month on which it was heard, what it shows, what became of it.
LEADS: Final = (
    ("Meera Joshi", "Ashdown Rail", "Signalling tester", 20, "interviewing", "once"),
    ("Clare Dunn", "Pinnock Foods", "Test lead", 22, "contractors", "once"),
    ("Erik Lund", "Solent Bank", "Risk analyst", 12, "contractors", "once"),
    ("Maya Osei", "Linden & Co", "Second cloud engineer", 13, "contractors", "agreed"),
    ("Moira Stead", "Northgate Rail", "Data engineer", 2, "interviewing", "us"),
    ("Hana Novak", "Quill Software", "Java developer", 8, "interviewing", "us"),
    ("Sunil Park", "Castle Telecom", "Network engineer", 20, "project", "harrow"),
    ("Gwen Abara", "Tidewater Ports", "Integration lead", 6, "interviewing", "harrow"),
    ("Jonas Keller", "Sable Robotics", "Firmware engineer", 15, "contractors", "stackline"),
    ("Theo Brandt", "Marlow Studios", "Pipeline developer", 9, "interviewing", "own"),
    ("Una Reid", "Fenwick Legal", "Platform engineer", 16, "interviewing", "cancelled"),
    ("Pavel Horak", "Aldgate Mutual", "Actuarial developer", 19, "rumour", "none"),
)
RIVALS: Final = {"harrow": "Harrow & Pike", "stackline": "Stackline"}


def fill(sam: Member) -> None:
    from rightday.team import queries as team
    from rightday.team.models import Member  # models exist only after django_ready

    priya, jo = (Member.objects.here().get(name__startswith=name) for name in ("Priya", "Jo"))
    today = team.today(sam)
    first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    for number, (name, company, need, day, shows, end) in enumerate(LEADS):
        heard_on = first.replace(day=day)
        lead = _lead(name, company, need, shows, heard_on, owner=jo, by=priya if number % 2 else jo)
        _became(lead, end, heard_on, today=today, by=jo)
        _move_back(lead, heard_on)


def _lead(name: str, company: str, need: str, shows: str, on: date, *, owner: Member, by: Member) -> Lead:
    from rightday.leads import actions as leads
    from rightday.leads.rules import IDENTITY, HeardEvidence, Shows

    person = _person(name, company, by)
    heard = [HeardEvidence(one, "", on) for one in (*IDENTITY, Shows(shows))]
    return leads.create(person, heard=heard, title=need, owner=owner, by=by)


def _person(name: str, company: str, by: Member) -> Person:
    from rightday.people import actions as people

    given, _, family = name.partition(" ")
    return people.add_person(given=given, family=family, company=people.add_company(company, by=by), by=by)


def _became(lead: Lead, end: str, on: date, *, today: date, by: Member) -> None:
    """What became of it: an outcome, one call and no more, or a day that was agreed."""
    from rightday.calls import actions as calls
    from rightday.calls.rules import Result
    from rightday.leads import actions as leads
    from rightday.leads.rules import Ending, KnownBy
    from rightday.leads.watching.actions_sightings import see
    from rightday.leads.watching.sightings import SightingKind
    from rightday.people.actions_competitors import competitor_named

    ended_on = min(on + timedelta(days=24), today)
    if end == "once":
        calls.log_result(lead.next_step_id or 0, result=Result.NO_ANSWER, by=by)
    elif end == "agreed":
        leads.change_step(lead, seen_step=lead.next_step_id or 0, due=today + timedelta(days=5), agreed=True, by=by)
    elif end in RIVALS:
        rival = competitor_named(RIVALS[end], by=by)
        see(rival, lead=lead, kind=SightingKind.CV_SENT, seen_on=on + timedelta(days=3), by=by)
        leads.end(
            lead, kind=Ending.FILLED_BY_COMPETITOR, on=ended_on, rival=rival, known_by=KnownBy.CANDIDATE, by=by
        )  # fmt: skip
    else:
        kind, who, known = {
            "us": (Ending.FILLED_BY_US, "Oliver Tan" if on.day < 5 else "Jane Okafor", KnownBy.SEEN),
            "own": (Ending.FILLED_DIRECTLY, "", KnownBy.MANAGER),
            "cancelled": (Ending.CANCELLED, "", KnownBy.MANAGER),
            "none": (Ending.NOT_RECRUITING, "", KnownBy.MARKET),
        }[end]
        leads.end(lead, kind=kind, on=ended_on, who=who, known_by=known, by=by)


def _move_back(lead: Lead, on: date) -> None:
    """As if it had been made on that day, and called the day after."""
    from zoneinfo import ZoneInfo

    from rightday.agencies import queries as agencies
    from rightday.agenda.models import NextStep
    from rightday.calls.models import Call
    from rightday.leads.models import Evidence, Lead
    from rightday.timeline.models import Event

    zone, next_day = ZoneInfo(agencies.here().zone or "UTC"), on + timedelta(days=1)
    made, called = datetime.combine(on, time(10, 20), zone), datetime.combine(next_day, time(9, 40), zone)
    Evidence.objects.filter(lead=lead).update(recorded_at=made)
    Event.objects.filter(lead=lead).exclude(verb="lead.ended").update(at=made)
    Lead.objects.filter(pk=lead.pk).update(made_at=made, heard_on=on, last_heard_on=on)
    if Call.objects.filter(lead=lead).update(at=called, day=next_day):
        Event.objects.filter(lead=lead, verb="call.logged").update(at=called)
        Lead.objects.filter(pk=lead.pk).update(last_call_on=next_day)
        step = Lead.objects.values_list("next_step_id", flat=True).get(pk=lead.pk)
        NextStep.objects.filter(pk=step).update(due=on + timedelta(days=3), fact_on=on)
