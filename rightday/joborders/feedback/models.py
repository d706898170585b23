"""The plan of an interview feedback call: needs against what was shown, likely objections, what they committed to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders.feedback import rules
from rightday.joborders.models import JobOrder, OrderFact
from rightday.joborders.objections.models import Objection, ObjectionAnswer
from rightday.joborders.submittals.models import Interview
from rightday.talent.models import PersonSkill
from rightday.talent.models_shown import Deed, Quote
from rightday.team.models import Member


class FeedbackPlan(AgencyModel):
    """The plan of the call after one interview, built from the record and corrected by a human (FIELD_GUIDE 11)."""

    interview = AgencyForeignKey(Interview, related_name="plans")
    objective = models.CharField(max_length=300, blank=True)
    opening = models.CharField(max_length=300, blank=True)
    closing = models.JSONField(default=list, blank=True)  # questions, in their order
    built_at = models.DateTimeField()
    called_on = models.DateField(null=True)
    decision = models.CharField(max_length=8, choices=rules.DECISION_CHOICES, blank=True)
    decision_words = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "interview"], name="feedback_plan_once")]

    def __str__(self) -> str:
        return self.objective


class GapLine(AgencyModel):
    """One need of the client beside what the candidate has shown. `proposed` by rule; `fit` once a human corrected it.

    What a proposal rests on is linked: a deed, a skill, a quote. `words` are what is shown to the caller.
    """

    plan = AgencyForeignKey(FeedbackPlan, models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    need = models.CharField(max_length=12, choices=rules.NEED_CHOICES)
    need_words = models.CharField(max_length=500)
    fact = AgencyForeignKey["OrderFact | None", "OrderFact | None"](OrderFact, null=True, related_name="+")
    proposed = models.CharField(max_length=8, choices=rules.FIT_CHOICES)
    why = models.CharField(max_length=300, blank=True)
    fit = models.CharField(max_length=8, choices=rules.FIT_CHOICES, blank=True)
    words = models.CharField(max_length=500, blank=True)
    deed = AgencyForeignKey["Deed | None", "Deed | None"](Deed, null=True, related_name="+")
    has = AgencyForeignKey["PersonSkill | None", "PersonSkill | None"](PersonSkill, null=True, related_name="+")
    quote = AgencyForeignKey["Quote | None", "Quote | None"](Quote, null=True, related_name="+")
    corrected_by = AgencyForeignKey(Member, null=True, related_name="+")
    corrected_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "plan", "place"], name="gap_line_place")]

    def __str__(self) -> str:
        return self.need_words[:60]


class LikelyObjection(AgencyModel):
    """An objection that a gap may bring, with the answer to have ready; afterwards, whether it was raised and held."""

    plan = AgencyForeignKey(FeedbackPlan, models.CASCADE, related_name="objections")
    line = AgencyForeignKey["GapLine | None", "GapLine | None"](GapLine, null=True, related_name="+")
    objection = AgencyForeignKey["Objection | None", "Objection | None"](Objection, null=True, related_name="+")
    answer = AgencyForeignKey["ObjectionAnswer | None", "ObjectionAnswer | None"](
        ObjectionAnswer, null=True, related_name="+"
    )
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    rebuttal = models.TextField(blank=True)
    was_raised = models.BooleanField(null=True)
    held = models.BooleanField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "plan", "place"], name="likely_place")]

    def __str__(self) -> str:
        return self.words


class Commitment(AgencyModel):
    """Who does what by when, as it was said on a call. Ours is a next step; the client's is asked about on its day."""

    STEP_OF: ClassVar = Of.COMMITMENT
    order = AgencyForeignKey(JobOrder, related_name="commitments")
    plan = AgencyForeignKey["FeedbackPlan | None", "FeedbackPlan | None"](
        FeedbackPlan, null=True, related_name="commitments"
    )
    side = models.CharField(max_length=10, choices=rules.SIDE_CHOICES)
    who = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=300)
    due = models.DateField()
    at = models.TimeField(null=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    done_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "order", "due", "id"], name="commitment_by_order"),
            models.Index(fields=["agency", "plan"], name="commitment_by_plan"),
        ]
        constraints = [models.UniqueConstraint(fields=["agency", "next_step"], name="commitment_step_once")]

    def __str__(self) -> str:
        return self.words
