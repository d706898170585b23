"""Calls made, what came of them, and who is on the phone now."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.rules import ACHIEVEMENT_CHOICES, KIND_CHOICES
from rightday.calls import rules
from rightday.joborders.models import JobOrder
from rightday.leads.models import Lead
from rightday.people.models import Person, PhoneNumber
from rightday.team.models import Member


class Call(AgencyModel):
    """One call with its result. `day` is the member's own day; `before` what undoing restores.

    `answers` maps a question of the plan to what was answered. `why` and `objective` repeat those
    of the step that the call fulfilled, `next_said` the step it left, in words.
    `step` is the id of the step fulfilled, which is gone by then: it can be fulfilled once only.
    """

    member = AgencyForeignKey(Member, related_name="+")
    person = AgencyForeignKey(Person, related_name="calls")
    number = AgencyForeignKey["PhoneNumber | None", "PhoneNumber | None"](PhoneNumber, null=True, related_name="calls")
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="calls")
    order = AgencyForeignKey["JobOrder | None", "JobOrder | None"](JobOrder, null=True, related_name="calls")
    kind = models.CharField(max_length=24, choices=KIND_CHOICES)
    at = models.DateTimeField()
    day = models.DateField()
    result = models.CharField(max_length=20, choices=rules.RESULT_CHOICES)
    level = models.CharField(max_length=10, choices=rules.LEVEL_CHOICES, blank=True)
    note = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True)
    objective = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300, blank=True)
    due = models.DateField()
    next_said = models.CharField(max_length=300, blank=True)
    next_due = models.DateField(null=True)
    next_at = models.TimeField(null=True)
    step = models.BigIntegerField(null=True)
    before = models.JSONField(default=dict, blank=True)
    undone_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "member", "day", "id"], name="call_by_member"),
            models.Index(fields=["agency", "person", "id"], name="call_by_person"),
            models.Index(fields=["agency", "lead", "id"], name="call_by_lead"),
            models.Index(fields=["agency", "number", "id"], name="call_by_number"),
            models.Index(fields=["agency", "order", "id"], name="call_by_order", condition=Q(order__isnull=False)),
        ]
        constraints = [models.UniqueConstraint(fields=["agency", "step"], name="call_of_step_once")]

    def __str__(self) -> str:
        return f"{self.result} {self.day}"


class Achievement(AgencyModel):
    """What came of a call: a result of the kind that is intended for a day."""

    call = AgencyForeignKey(Call, models.CASCADE, related_name="achievements")
    member = AgencyForeignKey(Member, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=24, choices=ACHIEVEMENT_CHOICES)
    words = models.CharField(max_length=200, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "member", "day", "kind"], name="achievement_by_day")]
        constraints = [models.UniqueConstraint(fields=["agency", "call", "kind"], name="achievement_once")]

    def __str__(self) -> str:
        return self.kind


class Asked(AgencyModel):
    """One of the three questions of a candidate call (FIELD_GUIDE 4), and what became of the answer.

    `made` names what an answer became: [{"kind": "lead", "id": 3}, …] with kinds person, position, lead, sighting.
    """

    call = AgencyForeignKey(Call, models.CASCADE, related_name="asked")
    member = AgencyForeignKey(Member, related_name="+")
    person = AgencyForeignKey(Person, related_name="+")
    day = models.DateField()
    question = models.CharField(max_length=12, choices=rules.THREE_CHOICES)
    state = models.CharField(max_length=10, choices=rules.ASKED_CHOICES)
    words = models.TextField(blank=True)
    made = models.JSONField(default=list, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "member", "day", "state"], name="asked_by_member"),
            models.Index(fields=["agency", "person", "id"], name="asked_by_person"),
        ]
        constraints = [models.UniqueConstraint(fields=["agency", "call", "question"], name="asked_once")]

    def __str__(self) -> str:
        return f"{self.question} {self.state}"


class OnThePhone(AgencyModel):
    """Who is on a call with whom, now. One row a member; old rows (over two hours) count as hung up."""

    member = AgencyForeignKey(Member, related_name="+")
    person = AgencyForeignKey(Person, related_name="+")
    since = models.DateTimeField()
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "member"], name="on_the_phone_once")]
        indexes = [models.Index(fields=["agency", "person"], name="on_the_phone_person")]

    def __str__(self) -> str:
        return f"{self.member_id} with {self.person_id}"
