"""Archives asked for in the browser: made by the worker, fetched by who may, deleted after their days."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.takeout import rules
from rightday.team.models import Member


class Takeout(AgencyModel):
    """One archive. Its file stands in the data folder under `stored`, until `expires_at`.

    `state_at` is when it was last heard of; how far it has come stands beside the file, for the reading of it takes
    one long look at the database in which nothing is written. `sha256` is of the whole file.
    """

    stored = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=rules.STATE_CHOICES, default=rules.State.WAITING.value)
    rows = models.PositiveBigIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    problem = models.TextField(blank=True)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "id"], name="takeout_by_age")]

    def __str__(self) -> str:
        return f"{self.state} {self.at:%Y-%m-%d}"
