"""Each page that lists rows runs the same statements for one row and for three."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import time_machine
from django.conf import settings

from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.intake import actions as intake
from rightday.intake.models import Import
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.rules import Return
from rightday.leads.lists.filters import View
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.leads.watching.actions_sightings import see
from rightday.leads.watching.sightings import SightingKind
from rightday.people import actions as people
from rightday.people.actions_competitors import competitor_named
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.team.models import Identity, Member
from tests.conftest import Cast
from tests.counting import of_page
from tests.intake.trackers import row, tracker

TUESDAY = datetime(2026, 11, 24, 9, 42)
DAY = TUESDAY.date()
KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
LISTS = (
    "/", *(f"/leads/?view={view}" for view in View), "/leads/?q=mar",
    "/leads/to-qualify/", "/leads/to-qualify/?q=mar", "/leads/to-find-out/", "/reminders/",
    "/people/", "/people/?view=managers", "/people/?view=qualify", "/people/?view=refused", "/people/?q=mar",
    "/companies/", "/companies/?q=mar", "/find/?q=mar", "/imports/", "/imports/{import}/", "/capture/",
    "/settings/members/", "/leads/handoffs/", "/leads/{lead}/", "/people/{person}/", "/companies/{company}/", "/today/{step}/",
    "/results/", "/results/filled/", "/results/leaks/?kind=never", "/results/leaks/?kind=overdue",
    "/results/history/?from=2026-11-01&to=2026-11-30", "/results/competitors/", "/companies/{rival}/",
    "/leads/{lead}/?before={event}", "/people/{person}/?before={event}", "/companies/{company}/?before={event}",
)  # fmt: skip


@pytest.fixture(autouse=True)
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings, "UPLOADS", tmp_path / "uploads")
    with time_machine.travel(TUESDAY, tick=False):
        yield


def heard(shows: tuple[Shows, ...], days_ago: int) -> list[HeardEvidence]:
    today = TUESDAY.date()
    return [HeardEvidence(each, "Words of theirs", today - timedelta(days=days_ago)) for each in shows]


def add(cast: Cast, first: int, folder: Path) -> None:
    """One more row for every list: a lead of each grade, one that ended, a call, an import, a colleague, a note."""
    company = people.add_company(f"Marlow {first}", by=cast.sam)

    def person(name: str, place: int):
        (phone,) = phones.read(f"020 7946 {first:02}{place:02}")
        return people.add_person(given=f"{name}{first}", family="Mar", company=company, phones=(phone,), by=cast.sam)

    made = [
        leads.create(person("Hot", 0), heard=heard((*KNOWN, Shows.INTERVIEWING), 1), title="a tester", by=cast.sam),
        leads.create(person("Cold", 1), heard=heard((*KNOWN, Shows.CONTRACTORS), 60), title="a tester", by=cast.sam),
        leads.create(person("Running", 2), heard=heard((*KNOWN, Shows.INTERVIEWING), 5), title="", by=cast.sam),
        leads.create(person("Qualify", 3), heard=heard((Shows.RUMOUR,), 1), title="a tester", by=cast.sam),
        leads.create(person("Ended", 4), heard=heard((Shows.RUMOUR,), 1), title="a tester", by=cast.sam),
        leads.create(person("Called", 5), heard=heard((Shows.ADVERT,), 1), title="a tester", by=cast.sam),
    ]
    leads.end(made[4], kind=Ending.CANCELLED, on=team.today(cast.sam), by=cast.sam)
    rival = competitor_named(f"Rival {first}", by=cast.sam)
    see(competitor_named("Stackline", by=cast.sam), lead=made[0], kind=SightingKind.CALLED, seen_on=DAY, by=cast.sam)
    see(rival, lead=Lead.objects.filter(person=cast.martin)[0], kind=SightingKind.CALLED, seen_on=DAY, by=cast.sam)
    Lead.objects.filter(pk=made[1].pk).update(heard_on=DAY - timedelta(days=60), last_heard_on=None)
    calls.log_result(made[5].next_step_id, result=Result.MET, by=cast.sam, note="Wants a CV")
    given = leads.create(person("Given", 7), heard=heard((*KNOWN, Shows.ADVERT), 1), title="a tester", by=cast.priya)
    hand_offs.offer(given, to=cast.sam, words="Hers.", seen=given.version, by=cast.priya)
    for answer in (hand_offs.accept, partial(hand_offs.give_back, reason=Return.MOVED, words=""), None):
        own = leads.create(person("Own", 8), heard=heard((*KNOWN, Shows.ADVERT), 1), title="a tester", by=cast.sam)
        made = hand_offs.offer(own, to=cast.jo, words="", seen=own.version, by=cast.sam)
        if answer is not None:
            answer(made, by=cast.jo)
    leads.refuse(person("Refused", 6), words="Not again", by=cast.sam)
    leads.note(cast.martin, words="Prefers mornings, and March", by=cast.sam)
    leads.note(cast.halden, words="Moves in March", by=cast.sam)
    for lead in Lead.objects.filter(person=cast.martin):
        leads.add_evidence(lead, heard=heard((Shows.CONTEXT,), 1)[0], by=cast.priya)
    identity = Identity.objects.create_user(f"mar{first}@brightwater.example", name=f"Mar {first}")
    Member.objects.create(identity=identity, name=f"Mar {first}", role="recruiter")
    path = tracker(folder / f"{first}.csv", [row(f"Maria{first} Marlin", company=f"Maringo {first}", notes="?")])
    intake.run_now(intake.receive(path, name=f"{first}.csv", by=cast.sam), by=cast.sam)


@pytest.mark.parametrize("address", LISTS)
def test_one_row_and_three_take_the_same_statements(ours: Cast, tmp_path: Path, address: str):
    browser = ours.client()
    with enter(ours.agency):
        lead = leads.create(ours.martin, heard=heard((*KNOWN, Shows.INTERVIEWING), 1), title="a tester", by=ours.sam)
        add(ours, 1, tmp_path)
        path = address.format_map(
            {
                "lead": lead.pk, "person": ours.martin.pk, "company": ours.halden.pk, "step": lead.next_step_id,
                "import": Import.objects.get().pk,
                "rival": Company.objects.get(name="Stackline").pk, "event": "2027-01-01T00:00:00+00:00~1",
            }
        )  # fmt: skip
    one = of_page(browser, path)
    with enter(ours.agency):
        add(ours, 2, tmp_path)
        add(ours, 3, tmp_path)
    three = of_page(browser, path)
    assert len(one) == len(three), "\n".join(sorted(set(three.statements) ^ set(one.statements)))
    assert 0 < len(three) <= 24
