"""A number found wrong outside a call: the number and the leads that rest on it, at once."""

from __future__ import annotations

from django.db import transaction

from rightday.leads.actions_evidence import phone_wrong
from rightday.people import actions as people
from rightday.people.models import PhoneNumber
from rightday.people.rules import NumberState
from rightday.team import queries as team
from rightday.team.models import Member


@transaction.atomic
def number_wrong(number: PhoneNumber, *, by: Member) -> PhoneNumber:
    """Marks a number as wrong today; "phone tested" of its person's leads no longer holds by it."""
    today = team.today(by)
    people.mark_number(number, state=NumberState.WRONG, on=today, by=by)
    if number.person is not None:
        phone_wrong(number.person, on=today, by=by, replan=True)
    return number
