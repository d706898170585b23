"""What a change would do today is what it does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.agencies import views_preview
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Numbers, Reason
from rightday.leads.actions_create import create
from rightday.leads.actions_holds import regrade
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Holds, Shows
from rightday.people.models import Person

IDENTITY = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


def lead(cast, shows, days_ago, name="Nadia Petrov"):
    on = timezone.localdate() - timedelta(days=days_ago)
    person = Person.objects.create(given="", family=name, name=name, key=name.casefold(), company=cast.halden)
    heard = [HeardEvidence(one, "Heard", on) for one in (*IDENTITY, shows)]
    return create(person, heard=heard, title="", by=cast.sam)


@pytest.mark.parametrize(
    ("shows", "days_ago", "holds"),
    [
        (Shows.INTERVIEWING, 4, Holds(hot=3)), (Shows.INTERVIEWING, 7, Holds(hot=9)),
        (Shows.INTERVIEWING, 1, Holds(hot=3)),
        (Shows.CONTRACTORS, 70, Holds(warm=60)), (Shows.CONTRACTORS, 95, Holds(warm=100)),
        (Shows.CONTRACTORS, 60, Holds(warm=60)),
        (Shows.PROJECT, 170, Holds(cold=100)), (Shows.PROJECT, 190, Holds(cold=200)),
        (Shows.PROJECT, 300, Holds(cold=200)),
    ],
)  # fmt: skip
def test_the_number_of_leads_foretold_is_the_number_that_changes(inside, shows, days_ago, holds):
    today = timezone.localdate()
    lead(inside, shows, days_ago)
    (change,) = views_preview.grades(Holds(), holds, on=today)
    grades = {one.pk: one.grade_on(today) for one in Lead.objects.all()}
    regrade(was=Holds(), holds=holds, by=inside.sam)
    changed = [one for one in Lead.objects.all() if one.grade_on(today) != grades[one.pk]]
    assert change.leads == len(changed)
    assert change.gain == (change.days > change.was)


def test_days_that_stay_are_not_spoken_of(inside):
    assert views_preview.grades(Holds(), Holds(), on=timezone.localdate()) == ()


def test_the_order_says_who_comes_first_before_and_after(inside):
    today = timezone.localdate()
    lead(inside, Shows.INTERVIEWING, 4, "Nadia Petrov")
    lead(inside, Shows.CONTRACTORS, 0, "Owen Price")
    NextStep.objects.update(due=today, urgent_from=None, urgent_until=None)
    was = Numbers(hot_last_days=0)
    turned = Numbers(hot_last_days=0, worth=was.worth | {Reason.WARM: (50.0, 90.0)})
    change = views_preview.order(inside.sam, was, turned, on=today)
    assert (change.calls, change.moved, change.first, change.first_then) == (2, 2, "Nadia Petrov", "Owen Price")
    assert views_preview.order(inside.sam, was, was, on=today).moved == 0


def test_an_empty_sheet_has_no_first(inside):
    change = views_preview.order(inside.sam, Numbers(), Numbers(), on=timezone.localdate())
    assert (change.calls, change.first, change.first_then) == (0, "", "")
