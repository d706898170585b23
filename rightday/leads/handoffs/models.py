"""A lead given by one member to another, with its clocks."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.models import Lead
from rightday.team.models import Member

CAME_BACK = Q(answer__in=[handoffs.Answer.RETURNED.value, handoffs.Answer.LAPSED.value], seen_at=None)


class HandOffQuerySet(AgencyQuerySet["HandOff"]):
    def waiting(self) -> Self:
        """Offered and not yet answered."""
        return self.filter(answer="")

    def came_back(self) -> Self:
        """Returned, or not answered in time, and the giver has not dealt with it yet."""
        return self.filter(CAME_BACK)


class HandOff(AgencyModel):
    """Offered → accepted, returned (with what was missing), withdrawn, or lapsed when nobody answered in time.

    The owner of the lead changes when it is accepted: then it is the receiver's. `grade` is the one it was given
    with; `answer_by` and `call_by` are moments reckoned in working hours; `called_at` is the first call after it
    was accepted. From `seen_at` on nothing is left to do for the giver: accepted, taken back, mended or kept.
    """

    lead = AgencyForeignKey(Lead, related_name="hand_offs")
    giver = AgencyForeignKey(Member, related_name="+")
    receiver = AgencyForeignKey(Member, related_name="+")
    words = models.TextField(blank=True)
    grade = models.CharField(max_length=4)
    offered_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answer = models.CharField(max_length=10, blank=True, choices=handoffs.ANSWER_CHOICES)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20, blank=True, choices=handoffs.RETURN_CHOICES)
    answer_words = models.TextField(blank=True)
    call_by = models.DateTimeField(null=True)
    called_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager.from_queryset(HandOffQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "receiver", "answer", "id"], name="handoff_by_receiver"),
            models.Index(fields=["agency", "giver", "answer", "id"], name="handoff_by_giver"),
            models.Index(fields=["agency", "receiver", "offered_at"], name="handoff_received"),
            models.Index(fields=["agency", "giver", "offered_at"], name="handoff_given"),
            models.Index(fields=["agency", "giver", "id"], name="handoff_unsettled", condition=Q(seen_at=None)),
            models.Index(fields=["agency", "lead", "id"], name="handoff_by_lead"),
            models.Index(fields=["agency", "answer_by"], name="handoff_waiting", condition=Q(answer="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "lead"], condition=Q(answer=""), name="handoff_one_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.offered_at:%Y-%m-%d} {self.answer}"
