"""What somebody has shown: references with their quotes, deeds in a position, evidence of skills."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.people.models import Person, Position
from rightday.talent import rules
from rightday.talent.models import Candidate, PersonSkill
from rightday.talent.models_files import CV
from rightday.team.models import Member


class Reference(AgencyModel):
    """A past supervisor who may speak for a candidate: named, to be called (`next_step`), given, or not to be had.

    Three that were given are what a candidate needs before they are presented (FIELD_GUIDE 4).
    """

    STEP_OF: ClassVar = Of.REFERENCE
    candidate = AgencyForeignKey(Candidate, related_name="references")
    referee = AgencyForeignKey(Person, related_name="references_given")
    position = AgencyForeignKey["Position | None", "Position | None"](Position, null=True, related_name="+")
    relation = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=rules.REFERENCE_CHOICES, default=rules.ReferenceState.NAMED.value)
    named_on = models.DateField()
    agreed_on = models.DateField(null=True)  # the referee knows of it and said yes
    given_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=200, blank=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    by = AgencyForeignKey(Member, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "candidate", "id"], name="reference_by_candidate"),
            models.Index(fields=["agency", "referee"], name="reference_by_referee"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "candidate", "referee"], name="reference_once"),
            models.UniqueConstraint(fields=["agency", "next_step"], name="reference_step_once"),
            models.CheckConstraint(
                name="reference_step_while_to_call", condition=Q(next_step__isnull=True) | Q(state="to_call")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.named_on}"

    def taking(self, other: Reference) -> dict[str, Any]:
        """A merge: the state that is further, with its days and its step; the step comes first, for the check."""
        order = [state.value for state in rules.REFERENCE_ORDER]
        filled = {"position": self.position_id or other.position_id, "relation": self.relation or other.relation}
        if order.index(other.state) >= order.index(self.state):
            return filled
        moved = ("state", "agreed_on", "given_on", "ended_on", "ended_why")
        return {"next_step": other.next_step_id} | {name: getattr(other, name) for name in moved} | filled


class Quote(AgencyModel):
    """What a referee answered: with permission to quote, or in confidence (then on no page for a client)."""

    reference = AgencyForeignKey(Reference, related_name="quotes")
    question = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    may_quote = models.BooleanField(default=False)
    said_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "reference", "id"], name="quote_by_reference")]

    def __str__(self) -> str:
        return self.words[:60]


class SkillEvidence(AgencyModel):
    """How we know of a skill: from a CV, a reference, the candidate, a colleague; on which day it was true."""

    has = AgencyForeignKey(PersonSkill, models.CASCADE, related_name="evidence")
    source = models.CharField(max_length=10, choices=rules.SKILL_SOURCE_CHOICES)
    shows = models.CharField(max_length=8, choices=rules.SHOWN_CHOICES)
    words = models.CharField(max_length=300, blank=True)
    years = models.PositiveSmallIntegerField(null=True)
    position = AgencyForeignKey["Position | None", "Position | None"](Position, null=True, related_name="+")
    cv = AgencyForeignKey["CV | None", "CV | None"](CV, null=True, related_name="+")
    quote = AgencyForeignKey["Quote | None", "Quote | None"](Quote, null=True, related_name="+")
    true_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "has", "id"], name="skill_evidence_of")]

    def __str__(self) -> str:
        return f"{self.source}: {self.words}"


class Deed(AgencyModel):
    """Something a person did in a position: a project, a challenge solved, a deliverable, a result in numbers.

    What a feedback plan sets against the client's needs. `source` says how we know, as for skills.
    """

    position = AgencyForeignKey(Position, models.CASCADE, related_name="deeds")
    kind = models.CharField(max_length=12, choices=rules.DEED_CHOICES)
    words = models.CharField(max_length=500)
    source = models.CharField(max_length=10, choices=rules.SKILL_SOURCE_CHOICES)
    cv = AgencyForeignKey["CV | None", "CV | None"](CV, null=True, related_name="+")
    quote = AgencyForeignKey["Quote | None", "Quote | None"](Quote, null=True, related_name="+")
    said_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "position", "id"], name="deed_by_position")]

    def __str__(self) -> str:
        return self.words[:60]
