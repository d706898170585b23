"""The client's hiring process: an agency's template in versions, and what is known of each milestone of a lead."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.leads.models import Lead
from rightday.leads.process import rules as process
from rightday.team.models import Member


class ProcessTemplate(AgencyModel):
    """A version of the agency's milestone checklist; a published one never changes again.

    `milestones` is what `leads.process.template_of` reads. Version 1 is the default of the product
    and has no row: a lead whose `template` is empty follows it.
    """

    number = models.PositiveIntegerField()
    milestones = models.JSONField()
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True)
    published_by = AgencyForeignKey(Member, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="template_number_once"),
            models.UniqueConstraint(fields=["agency"], condition=Q(published_at=None), name="template_one_draft"),
        ]

    def __str__(self) -> str:
        return f"Hiring process, version {self.number}"


class Milestone(AgencyModel):
    """What is known of one milestone of a lead in one round of its process. Without a row nothing is known yet.

    `expected` is the day it is due, `done_on` the day it was reached; `answer` of a decision is yes or no.
    """

    lead = AgencyForeignKey(Lead, related_name="milestones")
    round = models.PositiveSmallIntegerField(default=1)
    place = models.PositiveSmallIntegerField()
    expected = models.DateField(null=True)
    told = models.BooleanField(default=False)  # somebody named the day; else it is reckoned from the one before
    call_on = models.DateField(null=True)  # they said that we may call about it on this day
    done_on = models.DateField(null=True)
    answer = models.CharField(max_length=3, blank=True, choices=process.ANSWER_CHOICES)
    note = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agency", "lead", "round", "place"], name="milestone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.round}.{self.place}"


class FallBack(AgencyModel):
    """A process that failed and began again: at which milestone, why, who did the filling until then."""

    lead = AgencyForeignKey(Lead, related_name="fall_backs")
    round = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    restarts_at = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=20, choices=process.FAILURE_CHOICES)
    on = models.DateField()
    filled_by = models.CharField(max_length=12, blank=True, choices=process.FILLER_CHOICES)
    who = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "lead", "round"], name="fall_back_once")]

    def __str__(self) -> str:
        return f"{self.why} {self.on}"
