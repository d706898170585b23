"""Indexes of places that are read by one place, and never walked through."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("rightday", "0006_desk")]

    operations = [
        migrations.RemoveIndex(model_name="company", name="company_by_city"),
        migrations.RemoveIndex(model_name="company", name="company_by_country"),
        migrations.RemoveIndex(model_name="person", name="person_by_city"),
        migrations.AddIndex(
            model_name="company",
            index=models.Index(fields=["agency", "city"], name="company_by_city", condition=~Q(city="")),
        ),
        migrations.AddIndex(
            model_name="company",
            index=models.Index(fields=["agency", "country"], name="company_by_country", condition=~Q(country="")),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["agency", "city"], name="person_by_city", condition=~Q(city="")),
        ),
    ]
