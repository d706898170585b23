"""People working through a placement of ours: start, weekly check-ins, extensions, guarantee, end."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders import rules as orders
from rightday.joborders.models import JobOrder
from rightday.joborders.placements import rules
from rightday.joborders.submittals.models import Submittal
from rightday.leads.models import Intelligence, Lead
from rightday.people.models import Company, Person
from rightday.team.models import Member

RUNNING = Q(next_step__isnull=False)


class PlacementEnd(AgencyModel):
    """How and when a placement ended."""

    kind = models.CharField(max_length=12, choices=rules.END_CHOICES)
    on = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    told = models.JSONField(default=dict, blank=True)  # what it changed on the lead, for taking it back
    objects: ClassVar = AgencyManager()

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Placement(AgencyModel):
    """Exactly one of `next_step` (a start check, the weekly check-in) and `end` is set.

    Without `submittal` and `order` it is one from before this agency used Rightday.

    Money in minor units of `currency`: pay and bill per `per`, `burden` in basis points of the pay, salary a year,
    `fee` in all. `guarantee` is [[weeks, percent given back], …] from the start.
    """

    STEP_OF: ClassVar = Of.PLACEMENT
    submittal = AgencyForeignKey["Submittal | None", "Submittal | None"](
        Submittal, null=True, related_name="placements"
    )
    order = AgencyForeignKey["JobOrder | None", "JobOrder | None"](JobOrder, null=True, related_name="placements")
    person = AgencyForeignKey(Person, related_name="placements")
    company = AgencyForeignKey(Company, related_name="placements")
    manager = AgencyForeignKey(Person, related_name="+")
    owner = AgencyForeignKey(Member, related_name="+")
    kind = models.CharField(max_length=10, choices=orders.KIND_CHOICES)
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    started_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    probation_until = models.DateField(null=True)
    currency = models.CharField(max_length=3, default="GBP")
    per = models.CharField(max_length=5, choices=orders.PER_CHOICES, default=orders.Per.DAY.value)
    pay = models.BigIntegerField(null=True)
    bill = models.BigIntegerField(null=True)
    burden = models.PositiveSmallIntegerField(default=0)
    salary = models.BigIntegerField(null=True)
    fee = models.BigIntegerField(null=True)
    guarantee = models.JSONField(default=list, blank=True)
    check_in_day = models.PositiveSmallIntegerField(null=True)  # ISO weekday agreed for the weekly check-in
    check_in_at = models.TimeField(null=True)
    asked_on = models.DateField(null=True)  # when the client was last asked whether it goes on
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    end = AgencyForeignKey["PlacementEnd | None", "PlacementEnd | None"](PlacementEnd, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person"], name="placement_by_person"),
            models.Index(fields=["agency", "company"], name="placement_by_company"),
            models.Index(fields=["agency", "order"], name="placement_by_order"),
            models.Index(fields=["agency", "owner", "ends_on", "id"], name="placement_running", condition=RUNNING),
            models.Index(fields=["agency", "starts_on", "id"], name="placement_by_start"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "submittal"], name="placement_once"),
            models.UniqueConstraint(fields=["agency", "next_step"], name="placement_step_once"),
            models.UniqueConstraint(fields=["agency", "end"], name="placement_end_once"),
            models.CheckConstraint(
                name="placement_step_or_end",
                condition=Q(next_step__isnull=False, end__isnull=True) | Q(next_step__isnull=True, end__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Extension(AgencyModel):
    """A contract goes on: until when, at what, as agreed on a day."""

    placement = AgencyForeignKey(Placement, related_name="extensions")
    was_until = models.DateField()
    until = models.DateField()
    pay = models.BigIntegerField(null=True)
    bill = models.BigIntegerField(null=True)
    on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "placement", "id"], name="extension_by_placement")]

    def __str__(self) -> str:
        return f"until {self.until}"


class StartCheck(AgencyModel):
    """They walked in, as one side says it (FIELD_GUIDE 7)."""

    placement = AgencyForeignKey(Placement, related_name="start_checks")
    side = models.CharField(max_length=10, choices=rules.SIDE_CHOICES)
    came = models.BooleanField()
    words = models.CharField(max_length=500, blank=True)
    on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "placement", "side"], name="start_check_once")]

    def __str__(self) -> str:
        return f"{self.side} {self.on}"


class CheckIn(AgencyModel):
    """One weekly check-in: how it goes, what is in the way, whether they would stay."""

    placement = AgencyForeignKey(Placement, related_name="check_ins")
    week = models.PositiveSmallIntegerField()
    on = models.DateField()
    mood = models.CharField(max_length=8, choices=rules.MOOD_CHOICES, blank=True)
    words = models.TextField(blank=True)
    extension = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "placement", "id"], name="check_in_by_placement")]

    def __str__(self) -> str:
        return f"Week {self.week}"


class Opening(AgencyModel):
    """An opening that was put to a placed consultant: by which agency, for whom, who hires; and what it became."""

    check_in = AgencyForeignKey(CheckIn, models.CASCADE, related_name="openings")
    rival = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    agency_words = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    company_words = models.CharField(max_length=200, blank=True)
    manager_words = models.CharField(max_length=200, blank=True)
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="+")
    heard = AgencyForeignKey["Intelligence | None", "Intelligence | None"](Intelligence, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "check_in"], name="opening_by_check_in")]

    def __str__(self) -> str:
        return self.title or self.company_words
