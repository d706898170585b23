"""Companies that may be one, merges with their way back, and the search over the whole book."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.people.models import OPEN_SUGGESTION, Company, Person, Suggestion
from rightday.team.models import Member


class CompanySuggestion(Suggestion):
    """Two companies that may be one."""

    company = AgencyForeignKey(Company, related_name="+")
    other = AgencyForeignKey(Company, related_name="+")

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "company"], name="company_pair_by_company"),
            models.Index(fields=["agency", "other"], name="company_pair_by_other"),
            models.Index(fields=["agency", "-likeness", "id"], name="company_pair_open", condition=OPEN_SUGGESTION),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "company", "other"], name="company_pair_once"),
            models.CheckConstraint(name="company_pair_ordered", condition=Q(company__lt=models.F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.company_id} ~ {self.other_id}"


class Merge(AgencyModel):
    """Two records put together: `gone` is the id of the one that is no more, whose address leads to the kept one.

    All that undoing needs: `row` is the record that went, `moved` the rows that changed hands (["Lead.person", from,
    to, ids]), `folded` rows that said what another already said, `made` rows written in their place, `changed` what
    a row had before and got. `gone_key` is of the name that nobody has any more. Merges name their kept record by
    link, so that a merge is found by whoever it led to.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        COMPANY = "company", "Company"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    gone = models.BigIntegerField()
    gone_name = models.CharField(max_length=200)
    gone_key = models.CharField(max_length=200)
    row = models.JSONField(default=dict)
    moved = models.JSONField(default=list)
    folded = models.JSONField(default=list)
    made = models.JSONField(default=list)
    changed = models.JSONField(default=list)
    at = models.DateTimeField()
    by = AgencyForeignKey(Member, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person", "id"], name="merge_by_person"),
            models.Index(fields=["agency", "company", "id"], name="merge_by_company"),
            models.Index(fields=["agency", "kind", "gone_key"], name="merge_by_key"),
            models.Index(fields=["agency", "id"], name="merge_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "gone"], condition=Q(undone_at=None), name="merged_away_once"
            ),
            models.CheckConstraint(
                name="merge_of_one_kind",
                condition=Q(kind="person", person__isnull=False, company__isnull=True)
                | Q(kind="company", company__isnull=False, person__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.gone}"


class DuplicateSearch(AgencyModel):
    """How far the search over the whole book has come: the part it is in and where, kept with what it found.

    One row an agency; `part` names what is compared, `cursor` the last key that is through.
    """

    class State(models.TextChoices):
        RUNNING = "running", "Running"
        DONE = "done", "Done"

    state = models.CharField(max_length=8, choices=State.choices)
    part = models.CharField(max_length=12)
    cursor = models.CharField(max_length=254, blank=True)
    seen = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    state_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True)
    by = AgencyForeignKey(Member, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency"], name="duplicate_search_once")]

    def __str__(self) -> str:
        return f"{self.part} {self.cursor}"
