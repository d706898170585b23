"""The mutual action plan: what client, candidate and agency each do by when, up to the start (FIELD_GUIDE 10)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders.feedback import rules
from rightday.joborders.submittals.models import Submittal
from rightday.people.models import Person
from rightday.team.models import Member


class MutualPlan(AgencyModel):
    """Worked back from `starts_on`. The client opens it by a link whose secret is kept as a hash alone."""

    submittal = AgencyForeignKey(Submittal, related_name="mutual_plans")
    reader = AgencyForeignKey(Person, related_name="+")
    starts_on = models.DateField()
    secret = models.CharField(max_length=64, blank=True)  # sha256 of the link's secret; empty: not shared
    closes_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "submittal"], name="mutual_plan_once")]

    def __str__(self) -> str:
        return f"Plan to {self.starts_on}"


class PlanStep(AgencyModel):
    """One step of the plan. `slack` is how many working days it can slip, None when its day is fixed."""

    STEP_OF: ClassVar = Of.PLAN_STEP
    plan = AgencyForeignKey(MutualPlan, models.CASCADE, related_name="steps")
    side = models.CharField(max_length=10, choices=rules.SIDE_CHOICES)
    who = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    due = models.DateField()
    slack = models.PositiveSmallIntegerField(null=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    done_on = models.DateField(null=True)
    done_by = models.CharField(max_length=10, choices=rules.SIDE_CHOICES, blank=True)
    said = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "plan", "due", "id"], name="plan_step_by_plan")]
        constraints = [models.UniqueConstraint(fields=["agency", "next_step"], name="plan_step_step_once")]

    def __str__(self) -> str:
        return self.words
