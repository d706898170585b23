"""Indexes of places that are read by one place, never walked through; and of leads called once, those alone."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

OPEN = Q(next_step__isnull=False)
ONCE = OPEN & Q(call_count=1)


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
        migrations.RemoveIndex(model_name="lead", name="lead_once"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["agency", "call_count", "last_call_on", "id"], name="lead_once", condition=ONCE),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["agency", "owner", "call_count", "last_call_on", "id"], name="lead_once_own", condition=ONCE
            ),
        ),
    ]
