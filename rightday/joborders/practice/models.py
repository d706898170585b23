"""Role plays: who practised what with whom, and what both noted. Private to the two and their manager."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.joborders.models import JobOrder
from rightday.joborders.practice import rules
from rightday.joborders.submittals.models import Submittal
from rightday.team.models import Member


class RolePlay(AgencyModel):
    """One exercise of FIELD_GUIDE 14 on a real order: one calls, the other is the buyer."""

    exercise = models.CharField(max_length=12, choices=rules.EXERCISE_CHOICES)
    order = AgencyForeignKey(JobOrder, related_name="+")
    submittal = AgencyForeignKey["Submittal | None", "Submittal | None"](Submittal, null=True, related_name="+")
    caller = AgencyForeignKey(Member, related_name="+")
    buyer = AgencyForeignKey(Member, related_name="+")
    sheet = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "caller", "id"], name="role_play_by_caller"),
            models.Index(fields=["agency", "buyer", "id"], name="role_play_by_buyer"),
        ]

    def __str__(self) -> str:
        return f"{self.exercise} {self.at:%Y-%m-%d}"


class RolePlayNote(AgencyModel):
    """What one of the two wrote for the other afterwards."""

    play = AgencyForeignKey(RolePlay, models.CASCADE, related_name="notes")
    by = AgencyForeignKey(Member, related_name="+")
    well = models.CharField(max_length=500, blank=True)
    next_time = models.CharField(max_length=500, blank=True)
    held = models.JSONField(default=list, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "play", "by"], name="role_play_note_once")]

    def __str__(self) -> str:
        return self.well[:60]
