"""The agency's objection library: what we are told, our answers, how often each one held (FIELD_GUIDE 11)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.joborders.objections import rules
from rightday.people.models import Person
from rightday.team.models import Member


class Objection(AgencyModel):
    """What somebody says instead of yes; `means` is what it usually means, `about` the gap it is raised for."""

    side = models.CharField(max_length=10, choices=rules.SIDE_CHOICES)
    about = models.CharField(max_length=16, choices=rules.ABOUT_CHOICES)
    words = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    means = models.CharField(max_length=300, blank=True)
    when = models.CharField(max_length=80, blank=True)
    raised = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    resting_since = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "side", "raised", "id"], name="objection_by_side")]
        constraints = [models.UniqueConstraint(fields=["agency", "side", "key"], name="objection_once")]

    def __str__(self) -> str:
        return self.words


class ObjectionAnswer(AgencyModel):
    """One answer to an objection, in words that can be spoken. Counts begin with the first call it is used in."""

    objection = AgencyForeignKey(Objection, related_name="answers")
    words = models.TextField()
    note = models.CharField(max_length=300, blank=True)
    used = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    resting_since = models.DateField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "objection", "id"], name="answer_by_objection")]

    def __str__(self) -> str:
        return self.words[:60]


class Raised(AgencyModel):
    """An objection raised in a call, the answer given, and whether it held: the call went on to its objective."""

    objection = AgencyForeignKey(Objection, related_name="times")
    answer = AgencyForeignKey["ObjectionAnswer | None", "ObjectionAnswer | None"](
        ObjectionAnswer, null=True, related_name="times"
    )
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    held = models.BooleanField(null=True)
    on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "objection", "id"], name="raised_by_objection"),
            models.Index(fields=["agency", "person"], name="raised_by_person", condition=Q(person__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.objection_id} {self.on}"
