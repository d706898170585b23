"""Labels of leads, and what was done to many at once, so that it can be undone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.models import Lead
from rightday.team.models import Member


class Label(AgencyModel):
    """A word of the agency's own for leads."""

    name = models.CharField(max_length=40)
    key = models.CharField(max_length=40)  # folded: "Urgent" and "urgent" are one
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="label_once")]

    def __str__(self) -> str:
        return self.name


class LeadLabel(AgencyModel):
    """A label on a lead."""

    label = AgencyForeignKey(Label, related_name="+")
    lead = AgencyForeignKey(Lead, related_name="labels")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "label", "lead"], name="lead_label_once")]
        indexes = [models.Index(fields=["agency", "lead"], name="lead_label_by_lead")]

    def __str__(self) -> str:
        return f"{self.label_id} on {self.lead_id}"


class LeadWord(AgencyModel):
    """A word of a lead's title, as `leads.lead_words` folds it: leads are asked for by skill.

    Rows and not a search document: "has it this word?" is one step into an index from either end, so
    that a common word beside another filter is as cheap as a rare one, on both databases.
    """

    word = models.CharField(max_length=40)
    lead = AgencyForeignKey(Lead, models.CASCADE, related_name="words")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "word", "lead"], name="lead_word_once")]
        indexes = [models.Index(fields=["agency", "lead"], name="lead_word_by_lead")]

    def __str__(self) -> str:
        return self.word


class BulkAct(AgencyModel):
    """One thing done to many leads, part by part.

    `leads` are [id, version seen] in order, the first `done` are through. `before` holds, for each lead that was
    changed, what it had, for the undo; `skipped` those left alone, with the reason. Taken back since `undone_at`, in
    the order of `before`, the first `undone` are through; `kept` are those that had changed since, with the reason.
    Empty `finished_at`: it still goes on, in either direction.
    """

    kind = models.CharField(max_length=12, choices=bulk_acts.KIND_CHOICES)
    values = models.JSONField(default=dict)
    leads = models.JSONField()
    total = models.PositiveIntegerField()
    before = models.JSONField(default=list)
    skipped = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone = models.PositiveIntegerField(default=0)
    kept = models.JSONField(default=list)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "by", "id"], name="bulk_act_by_member"),
            models.Index(fields=["agency", "id"], name="bulk_act_going_on", condition=models.Q(finished_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.total}"
