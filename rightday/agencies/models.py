"""The agency: the tenant. Its own row stands outside the wall; everything it owns stands behind."""

from __future__ import annotations

from django.db import models


class Agency(models.Model):
    """`place` gives holidays and numbers without a country; `settings` holds only what was changed.

    Settings are read through `agencies.rules.settings_from`, which knows every default.
    """

    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2, default="GB")
    subdivision = models.CharField(max_length=10, blank=True)
    zone = models.CharField(max_length=64, default="Europe/London")
    currency = models.CharField(max_length=3, default="GBP")
    settings = models.JSONField(default=dict, blank=True)
    sample = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
