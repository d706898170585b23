"""One table for everything that happened."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel


class Event(AgencyModel):
    """`at` is when it happened, `verb` what ("lead.ended"), `words` what was said, `data` small plain facts.

    Rows grow without bound: read by keyset over (at, id), never counted whole.
    """

    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    by = AgencyForeignKey("rightday.Member", null=True, related_name="+")
    person = AgencyForeignKey("rightday.Person", null=True, related_name="+")
    company = AgencyForeignKey("rightday.Company", null=True, related_name="+")
    lead = AgencyForeignKey("rightday.Lead", null=True, related_name="+")
    order = AgencyForeignKey("rightday.JobOrder", null=True, related_name="+")
    words = models.TextField(blank=True)
    data = models.JSONField(default=dict, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "lead", "at", "id"], name="event_by_lead"),
            models.Index(fields=["agency", "person", "at", "id"], name="event_by_person"),
            models.Index(fields=["agency", "company", "at", "id"], name="event_by_company"),
            models.Index(fields=["agency", "at", "id"], name="event_by_time"),
            models.Index(
                fields=["agency", "order", "at", "id"], name="event_by_order", condition=models.Q(order__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"
