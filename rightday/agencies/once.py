"""A form sent twice acts once, and two people who save the same row lose nothing.

The form carries a random key; the first transaction that inserts the receipt acts, a second
one waits for it at the unique index, then gets the first one's answer. If the first is rolled
back, so is its receipt, and the second acts.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from django.db import IntegrityError, models, transaction

from rightday.agencies.wall import AgencyManager, AgencyModel


class Stale(Exception):
    """Somebody else saved the row first. The page answers 409 and keeps what was typed.

    `who` and `when` are of the save that won, where they are known.
    """

    def __init__(self, message: str, who: str = "", when: datetime | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.who = who
        self.when = when


class Receipt(AgencyModel):
    key = models.UUIDField()
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="receipt_once")]
        indexes = [models.Index(fields=["agency", "at"], name="receipt_by_age")]

    def __str__(self) -> str:
        return self.answer


@transaction.atomic
def once(key: uuid.UUID, act: Callable[[], str]) -> str:
    """Runs `act` unless its key has been seen; returns its answer (an address) either way."""
    try:
        with transaction.atomic():
            receipt = Receipt.objects.create(key=key)
    except IntegrityError:
        kept: str = Receipt.objects.get(key=key).answer
        return kept
    receipt.answer = act()
    receipt.save(update_fields=["answer"])
    return receipt.answer


def forget(*, before: datetime) -> int:
    """Forgets the receipts of the agency entered that are older than `before`. Returns how many."""
    deleted, _ = Receipt.objects.filter(at__lt=before).delete()
    return deleted
