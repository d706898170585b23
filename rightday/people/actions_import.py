"""Taking people of an import out again, as if they had never come."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from rightday.people import search
from rightday.people.duplicates.models import CompanySuggestion
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
    Position,
)
from rightday.people.models_files import ExternalId, Kept
from rightday.team.models import Member
from rightday.team.rules import Permission as May
from rightday.timeline.models import Event


@transaction.atomic
def take_out_persons(ids: Sequence[int], *, by: Member) -> None:
    """Removes persons with all this room has of them. Nothing of a room above may speak of them any more."""
    by.must(May.PERSON_EDIT)
    gone = list(ids)
    for model in (Position, PhoneNumber, EmailAddress, Permission, ExternalId, Kept, Event):
        model.objects.filter(person__in=gone).delete()
    Position.objects.filter(supervisor__in=gone).update(supervisor=None)
    DuplicateSuggestion.objects.filter(Q(person__in=gone) | Q(other__in=gone)).delete()
    search.remove_persons(gone)
    Person.objects.filter(pk__in=gone).delete()


@transaction.atomic
def take_out_companies(ids: Sequence[int], *, by: Member) -> None:
    """Removes companies where nobody is."""
    by.must(May.PERSON_EDIT)
    gone = list(ids)
    Position.objects.filter(company__in=gone).update(company=None)
    for model in (PhoneNumber, ExternalId, Kept):
        model.objects.filter(company__in=gone).delete()
    CompanySuggestion.objects.filter(Q(company__in=gone) | Q(other__in=gone)).delete()
    search.remove_companies(gone)
    Company.objects.filter(pk__in=gone).delete()


@transaction.atomic
def take_out_reach(*, numbers: Sequence[int], emails: Sequence[int], by: Member) -> None:
    """Removes numbers and addresses that an import added to somebody known; numbers called since stay."""
    by.must(May.PERSON_EDIT)
    untouched = PhoneNumber.objects.filter(pk__in=list(numbers), state="untested", first=False)
    addresses = EmailAddress.objects.filter(pk__in=list(emails))
    touched = {pk for rows in (untouched, addresses) for pk in rows.values_list("person_id", flat=True) if pk}
    companies = {pk for pk in untouched.values_list("company_id", flat=True) if pk}
    untouched.delete()
    addresses.delete()
    search.put_persons(sorted(touched))
    search.put_companies(sorted(companies))


@transaction.atomic
def take_out_own(*, kept: Sequence[int], external: Sequence[int], by: Member) -> None:
    """Removes fields of their own, and ids of another system, that an import brought."""
    by.must(May.PERSON_EDIT)
    Kept.objects.filter(pk__in=list(kept)).delete()
    ExternalId.objects.filter(pk__in=list(external)).delete()
