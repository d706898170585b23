"""CVs: the file as it came, and what was read of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.people.models import Person
from rightday.talent import rules
from rightday.team.models import Member


class CV(AgencyModel):
    """A file as it came, its text, and what was read of it: proposals until somebody confirms them.

    The file stands in the data folder under `stored`, never under the name it came with. `read` is what
    `talent.cvs` found (JSON), `decided` what was made of each proposal.
    """

    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="cvs")
    name = models.CharField(max_length=255)
    stored = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=12, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=rules.CV_STATE_CHOICES, default=rules.CVState.READING.value)
    problem = models.TextField(blank=True)
    text = models.TextField(blank=True)
    read = models.JSONField(default=dict, blank=True)
    decided = models.JSONField(default=dict, blank=True)
    came_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person", "id"], name="cv_by_person"),
            models.Index(fields=["agency", "sha256"], name="cv_by_content"),
        ]

    def __str__(self) -> str:
        return self.name
