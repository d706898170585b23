"""A form sent twice acts once.

The form carries a random key; the first transaction that inserts the receipt acts, a second
one waits for it at the unique index, then gets the first one's answer. If the first is rolled
back, so is its receipt, and the second acts.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import ClassVar

from django.db import IntegrityError, models, transaction

from rightday.agencies.wall import AgencyManager, AgencyModel


class Receipt(AgencyModel):
    key = models.UUIDField()
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="receipt_once")]
        indexes = [models.Index(fields=["agency", "at"], name="receipt_by_age")]


@transaction.atomic
def once(key: uuid.UUID, act: Callable[[], str]) -> str:
    """Runs `act` unless its key has been seen; returns its answer (an address) either way."""
    try:
        with transaction.atomic():
            receipt = Receipt.objects.create(key=key)
    except IntegrityError:
        return Receipt.objects.get(key=key).answer
    receipt.answer = act()
    receipt.save(update_fields=["answer"])
    return receipt.answer
