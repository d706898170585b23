"""Leads on the pages of persons and companies."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rightday.leads import actions, actions_create, of_people
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people.models import Person
from rightday.team import queries as team
from tests.conftest import Cast


def lead(cast: Cast, person: Person, title: str, *, days: int = 1, shows: tuple[Shows, ...] = ()) -> Lead:
    on = timezone.localdate()
    made = actions_create.create(
        person, heard=[HeardEvidence(each, "words", on) for each in shows], title=title, by=cast.sam, source="form"
    )
    made.next_step.due = on + timedelta(days=days)
    made.next_step.save()
    return made


def test_open_ones_first_by_their_day_then_the_latest_ended(inside: Cast):
    today = team.today(inside.sam)
    old, older = lead(inside, inside.martin, "Old"), lead(inside, inside.martin, "Newer")
    for each in (old, older):
        actions.end(each, kind=Ending.FILLED_BY_COMPETITOR, on=today, by=inside.sam, who="Stackline")
    lead(inside, inside.martin, "Later", days=9)
    lead(inside, inside.martin, "", days=-3)
    lines = of_people.of_person(inside.martin.pk, on=today)
    assert [line.title for line in lines] == ["Halden Insurance", "Later", "Newer", "Old"]
    assert [line.open for line in lines] == [True, True, False, False]
    assert [line.late for line in lines] == [True, False, False, False]
    assert lines[2].outcome == "Filled by a competitor: Stackline, today"
    assert lines[2].step == lines[2].when == ""
    assert of_people.of_company(inside.halden.pk, on=today) == lines


def test_what_a_list_adds_to_its_rows(inside: Cast):
    today = team.today(inside.sam)
    other = people.add_person(given="Ann", family="Bell", by=inside.sam)
    nobody = people.add_person(given="Bo", family="", by=inside.sam)
    lead(inside, inside.martin, "Later", days=9)
    soon = lead(
        inside, inside.martin, "Soon", days=0,
        shows=(Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING),
    )  # fmt: skip
    actions.end(lead(inside, other, "Over"), kind=Ending.CANCELLED, on=today, by=inside.sam)
    found = of_people.briefs([inside.martin.pk, other.pk, nobody.pk], on=today)
    assert found.keys() == {inside.martin.pk, other.pk}
    martin = found[inside.martin.pk]
    assert (martin.known_as, martin.lead_id, martin.when, martin.grade) == (
        "Hiring manager",
        soon.pk,
        "today",
        Grade.HOT,
    )
    assert found[other.pk].lead_id is None


def test_views_of_persons(inside: Cast):
    today = team.today(inside.sam)
    other = people.add_person(given="Ann", family="Bell", by=inside.sam)
    people.add_person(given="Bo", family="", by=inside.sam)
    lead(inside, inside.martin, "To qualify")
    actions.end(lead(inside, other, "Over"), kind=Ending.CANCELLED, on=today, by=inside.sam)
    assert set(Person.objects.filter(of_people.hiring_managers())) == {inside.martin, other}
    assert set(Person.objects.filter(of_people.to_qualify(today))) == {inside.martin}


def test_open_ones_of_persons_and_companies(inside: Cast):
    today = team.today(inside.sam)
    lead(inside, inside.martin, "Later", days=9)
    lead(inside, inside.martin, "Soon", days=1)
    actions.end(lead(inside, inside.martin, "Over"), kind=Ending.CANCELLED, on=today, by=inside.sam)
    assert [line.title for line in of_people.open_of([inside.martin.pk], on=today, limit=1)] == ["Soon"]
    assert of_people.open_of_companies([inside.halden.pk, 0]) == {inside.halden.pk: 2}


def test_where_it_was_heard(inside: Cast):
    other = people.add_person(given="Ann", family="Bell", by=inside.sam)
    actions_create.create(inside.martin, heard=[], title="X", by=inside.sam, source="form", heard_from=other)
    (line,) = of_people.of_person(inside.martin.pk, on=team.today(inside.sam))
    assert line.heard == "today, from Ann Bell"
