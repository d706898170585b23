"""Some leads, all different, to do one thing to at once; and what can be compared of them afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.forms.models import model_to_dict

from rightday.kernel import names
from rightday.leads import actions
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lists.models import LeadLabel
from rightday.leads.models import Lead
from rightday.leads.process.models import Milestone
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.timeline.models import Event
from tests.conftest import Cast

SHOWS = (Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.RUMOUR, Shows.ADVERT)


def some_leads(cast: Cast, count: int, *, owner: Any = None, at: int = 0) -> list[Lead]:
    today = team.today(cast.sam)
    made = []
    for number in range(at, at + count):
        name = f"Person{number} Many"
        person = Person.objects.create(
            given=f"Person{number}", family="Many", name=name, key=names.person_key(name), company=cast.halden,
            zone="Europe/London",
        )  # fmt: skip
        heard = [HeardEvidence(SHOWS[number % 4], "words", today - timedelta(days=number % 5))]
        made.append(actions.create(person, heard=heard, title=f"{number} testers", by=cast.sam, owner=owner))
    return [fresh(lead.pk) for lead in made]


def fresh(pk: int) -> Lead:
    links = ("person__company", "company", "owner", "next_step__owner")
    return Lead.objects.select_related(*links).get(pk=pk)


def picture(pk: int, *, ids: bool = False) -> dict[str, Any]:
    """Everything of a lead that an act may change; without ids, moments and versions, which differ by nature."""
    lead = Lead.objects.get(pk=pk)
    step = lead.next_step
    said = model_to_dict(step, exclude=["id", "person", "company"]) if step else None
    if said:
        said.pop("version", None)
    rows = Milestone.objects.filter(lead=pk).order_by("round", "place")
    offers = HandOff.objects.filter(lead=pk).order_by("id")
    return {
        "owner": lead.owner_id, "stands": (lead.milestone, lead.stage, lead.milestone_on, lead.round),
        "ended": lead.outcome_id is not None, "step": said,
        "milestones": [(r.round, r.place, r.expected, r.done_on, r.answer, r.note, r.told, r.call_on) for r in rows],
        "offers": [(o.giver_id, o.receiver_id, o.words, o.grade, o.answer, o.seen_at is None) for o in offers],
        "labels": sorted(LeadLabel.objects.filter(lead=pk).values_list("label__name", flat=True)),
    }  # fmt: skip


def told(pk: int, after: int) -> list[tuple[str, str, Any]]:
    """What the timeline has told of it since."""
    rows = Event.objects.filter(lead=pk, pk__gt=after).order_by("id")
    return [(row.verb, row.words, {k: v for k, v in row.data.items() if k != "until"}) for row in rows]


def last_event() -> int:
    newest = Event.objects.order_by("-id").first()
    return newest.pk if newest else 0


def working_day(after: date, days: int) -> date:
    day = after + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day
