"""Who earned what for which lead: rules, an append-only ledger, marks of approval and payment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.leads import incentives
from rightday.leads.models import Lead
from rightday.people.models import Person
from rightday.team.models import Member


class IncentiveRule(AgencyModel):
    """What is paid for what, from a day on. A changed rule is a new row; the old one gets its last day."""

    number = models.PositiveSmallIntegerField()
    earns = models.CharField(max_length=20, choices=incentives.EARNS_CHOICES)
    pays = models.CharField(max_length=12, choices=incentives.PAYS_CHOICES)  # whom: colleagues, others, anybody
    amount = models.PositiveIntegerField()  # in hundredths
    currency = models.CharField(max_length=3)
    words = models.CharField(max_length=300, blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True)
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="incentive_rule_number_once")]

    def __str__(self) -> str:
        return f"Rule {self.number}"


class LedgerLine(AgencyModel):
    """One line of the ledger; never changed, never deleted. A correction is a line of its own (`corrects`)."""

    number = models.PositiveIntegerField()
    day = models.DateField()
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="+")
    member = AgencyForeignKey["Member | None", "Member | None"](Member, null=True, related_name="+")
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    rule = AgencyForeignKey["IncentiveRule | None", "IncentiveRule | None"](IncentiveRule, null=True, related_name="+")
    earns = models.CharField(max_length=20, choices=incentives.EARNS_CHOICES)
    words = models.CharField(max_length=300, blank=True)
    amount = models.IntegerField()  # in hundredths; a correction is negative
    currency = models.CharField(max_length=3)
    corrects = AgencyForeignKey["LedgerLine | None", "LedgerLine | None"]("LedgerLine", null=True, related_name="+")
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "day", "id"], name="ledger_by_day"),
            models.Index(fields=["agency", "lead", "id"], name="ledger_by_lead"),
            models.Index(fields=["agency", "member", "id"], name="ledger_by_member"),
            models.Index(fields=["agency", "person", "id"], name="ledger_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="ledger_number_once"),
            models.UniqueConstraint(fields=["agency", "corrects"], name="ledger_corrected_once"),
            models.CheckConstraint(
                name="ledger_one_earner",
                condition=Q(member__isnull=False, person__isnull=True) | Q(member__isnull=True, person__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.amount} {self.currency}"


class LedgerMark(AgencyModel):
    """A line was approved, declined or paid: each once, which keeps an incentive from being paid twice."""

    line = AgencyForeignKey(LedgerLine, related_name="marks")
    kind = models.CharField(max_length=10, choices=incentives.MARK_CHOICES)
    on = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "line", "kind"], name="ledger_mark_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
