"""Most placeable candidates, and the companies called about them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.people.models import Company, Person
from rightday.talent.models import Candidate
from rightday.talent.points import MPC_RESULT_CHOICES
from rightday.team.models import Member


class Mpc(AgencyModel):
    """A most placeable candidate, from the day all five points were met until it ends (FIELD_GUIDE 8).

    `points` maps each point to {"met": bool, "words": str, "on": day}; `pitch` is three lines, each with the
    quotes it rests on: [{"words": str, "quotes": [id, …]}, …]. Before `since` it is a test that is under way.
    """

    candidate = AgencyForeignKey(Candidate, related_name="mpcs")
    owner = AgencyForeignKey(Member, related_name="+")
    points = models.JSONField(default=dict, blank=True)
    pitch = models.JSONField(default=list, blank=True)
    since = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "since", "id"], name="mpc_open", condition=Q(ended_on=None)),
            models.Index(fields=["agency", "candidate"], name="mpc_by_candidate"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "candidate"], condition=Q(ended_on=None), name="mpc_once")
        ]

    def __str__(self) -> str:
        return f"MPC since {self.since}"


class MpcTarget(AgencyModel):
    """A company called about an MPC: proposed with its reasons, on a sheet (`next_step`), and what came of it."""

    STEP_OF: ClassVar = Of.MPC
    mpc = AgencyForeignKey(Mpc, related_name="targets")
    company = AgencyForeignKey(Company, related_name="+")
    manager = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="mpc_calls")
    why = models.CharField(max_length=300, blank=True)
    rests_on = models.CharField(max_length=300, blank=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    result = models.CharField(max_length=10, choices=MPC_RESULT_CHOICES, blank=True)
    result_on = models.DateField(null=True)
    advice = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "company"], name="mpc_target_company"),
            models.Index(fields=["agency", "manager"], name="mpc_target_manager"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "mpc", "company", "manager"], name="mpc_target_once"),
            models.UniqueConstraint(fields=["agency", "next_step"], name="mpc_target_step_once"),
        ]

    def __str__(self) -> str:
        return self.why or f"MPC target {self.pk}"
