"""Who was erased stays out: hashes of their numbers and addresses are kept, and nothing else of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from rightday.people.models import EmailAddress, PhoneNumber
from rightday.people.models_files import Suppressed
from rightday.people.rules import email_key
from rightday.team.models import Member
from rightday.team.rules import Permission

_USED = b"rightday suppressed"


def hash_of(value: str) -> str:
    """One way: the number or address cannot be read from it."""
    return hashlib.blake2b(value.encode(), key=_USED, digest_size=32).hexdigest()


def hashes(numbers: Iterable[str], emails: Iterable[str]) -> list[str]:
    """Of numbers in E.164 and addresses as typed; a blank one names nobody."""
    said = [*(f"tel:{one}" for one in numbers if one), *(f"mail:{email_key(one)}" for one in emails if one)]
    return [hash_of(one) for one in said]


def suppressed(some: Iterable[str]) -> frozenset[str]:
    """Which of these hashes are of somebody erased: one statement, and one alone where nobody ever was."""
    if not Suppressed.objects.exists():
        return frozenset()
    return frozenset(Suppressed.objects.filter(hash__among=set(some)).values_list("hash", flat=True))


@transaction.atomic
def suppress(person_id: int, *, on: date, by: Member) -> int:
    """Whoever has a number or an address of this person is not brought in any more; how many were noted.

    To be called before a person is erased, while their numbers are still there.
    """
    by.must(Permission.PERSON_EDIT)
    numbers = PhoneNumber.objects.filter(person=person_id).values_list("e164", flat=True)
    emails = EmailAddress.objects.filter(person=person_id).values_list("address", flat=True)
    new = set(hashes(numbers, emails))
    new -= set(Suppressed.objects.filter(hash__in=new).values_list("hash", flat=True))
    Suppressed.objects.bulk_create(Suppressed(hash=one, on=on) for one in sorted(new))
    return len(new)
