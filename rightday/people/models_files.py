"""What files brought beside names and numbers: ids of other systems, fields of their own; and who stays out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.people.models import Company, Person


def _one_of(*columns: str) -> Q:
    """Just one of these links leads somewhere."""
    either = Q()
    for column in columns:
        either |= Q(**{f"{other}__isnull": other != column for other in columns})
    return either


class ExternalId(AgencyModel):
    """What another system calls a record ("bullhorn", "ClientContact", "clientContact-ext-1"): the same id is the
    same record, so that its next export changes records and makes none twice.
    """

    system = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=100)
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="external_ids")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="external_ids")
    lead = AgencyForeignKey("rightday.Lead", null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person"], name="external_by_person", condition=Q(person__isnull=False)),
            models.Index(fields=["agency", "company"], name="external_by_company", condition=Q(company__isnull=False)),
            models.Index(fields=["agency", "lead"], name="external_by_lead", condition=Q(lead__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "system", "kind", "value"], name="external_once"),
            models.CheckConstraint(name="external_of_one", condition=_one_of("person", "company", "lead")),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.kind} {self.value}"


class Kept(AgencyModel):
    """A column of somebody's file that Rightday has no place for: a field of its own on the record, word for word.

    Shown and exported, searched by nothing. `batch` is the import that brought it and takes it out again.
    """

    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="kept")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="kept")
    lead = AgencyForeignKey("rightday.Lead", null=True, related_name="+")
    name = models.CharField(max_length=200)
    value = models.TextField()
    batch = AgencyForeignKey("rightday.Import", null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person", "id"], name="kept_by_person", condition=Q(person__isnull=False)),
            models.Index(
                fields=["agency", "company", "id"], name="kept_by_company", condition=Q(company__isnull=False)
            ),
            models.Index(fields=["agency", "lead", "id"], name="kept_by_lead", condition=Q(lead__isnull=False)),
        ]
        constraints = [models.CheckConstraint(name="kept_of_one", condition=_one_of("person", "company", "lead"))]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"[:80]


class Suppressed(AgencyModel):
    """Somebody who was erased, as hashes of their numbers and addresses alone: no file brings them back."""

    hash = models.CharField(max_length=64)
    on = models.DateField()
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "hash"], name="suppressed_once")]

    def __str__(self) -> str:
        return self.hash[:8]
