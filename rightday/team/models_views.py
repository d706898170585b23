"""Views of lists that members keep, and share."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.team import kept_views
from rightday.team.models import Member


class SavedView(AgencyModel):
    """A list with its filters, as its address holds them: `screen` is the list, `query` what follows the "?"."""

    owner = AgencyForeignKey(Member, related_name="+")
    name = models.CharField(max_length=60)
    screen = models.CharField(max_length=20, choices=kept_views.SCREEN_CHOICES)
    query = models.CharField(max_length=1000, blank=True)
    shared = models.CharField(max_length=12, choices=kept_views.SHARED_CHOICES, default=kept_views.Shared.ME.value)
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "shared", "owner"], name="saved_view_by_reach")]
        constraints = [models.UniqueConstraint(fields=["agency", "owner", "name"], name="saved_view_name_once")]

    def __str__(self) -> str:
        return self.name


class KeptView(AgencyModel):
    """A view as one member keeps it: its place among theirs, and whether it stands in their sidebar."""

    view = AgencyForeignKey(SavedView, models.CASCADE, related_name="kept")
    member = AgencyForeignKey(Member, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)
    sidebar = models.BooleanField(default=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "member", "view"], name="kept_view_once")]

    def __str__(self) -> str:
        return f"{self.view_id} of {self.member_id}"
