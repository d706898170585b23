"""A competitor seen: where, by whom, with whom, when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.leads.models import Lead
from rightday.leads.watching import sightings
from rightday.people.models import Company, Person
from rightday.team.models import Member


class Sighting(AgencyModel):
    """`competitor` was seen at `company` (about `lead`), as `said_by` told us, or as we saw ourselves."""

    competitor = AgencyForeignKey(Company, related_name="sightings")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="sightings")
    kind = models.CharField(max_length=16, choices=sightings.KIND_CHOICES)
    with_words = models.CharField(max_length=200, blank=True)  # their consultant or their candidate
    words = models.TextField(blank=True)
    said_by = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    seen_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "competitor", "seen_on", "id"], name="sighting_by_competitor"),
            models.Index(fields=["agency", "company", "id"], name="sighting_by_company"),
            models.Index(fields=["agency", "lead", "id"], name="sighting_by_lead"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.seen_on}"
