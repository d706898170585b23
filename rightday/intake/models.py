"""What arrived, as it came, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.leads.models import Intelligence, Lead
from rightday.people.models import Person
from rightday.team.models import Member


class Import(AgencyModel):
    """One file. `understood` is what was read of it (tables, columns, dates), `mapping` what was changed.

    The file stands in the data folder under `stored`, never under the name it came with. `done_row`
    is how far it has come: each row is in, or it is not, none is half done. Files that came together
    share the word `bundle`; one of them that nobody can read is there as well, with its problem and no rows.
    """

    class State(models.TextChoices):
        READ = "read", "Read"
        TRYING = "trying", "Being tried"
        TRIED = "tried", "Tried"
        WAITING = "waiting", "Waiting for a worker"
        RUNNING = "running", "Running"
        PAUSED = "paused", "Paused"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        UNDOING = "undoing", "Being undone"
        UNDONE = "undone", "Undone"
        REFUSED = "refused", "Could not be read"

    name = models.CharField(max_length=255)
    stored = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    bundle = models.CharField(max_length=24, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    understood = models.JSONField(default=dict, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    total = models.PositiveIntegerField(default=0)
    done_row = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state_at = models.DateTimeField(auto_now=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = AgencyForeignKey(Member, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "id"], name="import_by_age"),
            models.Index(fields=["agency", "bundle", "id"], name="import_by_bundle", condition=models.Q(bundle__gt="")),
        ]

    def __str__(self) -> str:
        return self.name


class ImportRow(AgencyModel):
    """One row as it came (`cells`: header to text), what it became and why; the rows it made.

    `made` lists what undoing takes out again, as {"person": id, "lead": id, ...}; a known person is
    in `person` but not in `made`.
    """

    class Became(models.TextChoices):
        LEAD = "lead", "New lead"
        INTELLIGENCE = "intelligence", "Intelligence, not a lead yet"
        PERSON = "person", "New person"
        KNOWN = "known", "Somebody you know already"
        DECIDE = "decide", "Duplicate for you to decide"
        REFUSED = "refused", "Cannot be used"

    batch = AgencyForeignKey(Import, related_name="rows")
    sheet = models.CharField(max_length=100, blank=True)
    number = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    cells = models.JSONField(default=dict)
    became = models.CharField(max_length=14, choices=Became.choices)
    why = models.CharField(max_length=300, blank=True)
    problems = models.JSONField(default=list, blank=True)
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="+")
    made = models.JSONField(default=dict, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "batch", "order"], name="import_row_once")]
        indexes = [
            models.Index(fields=["agency", "batch", "became", "order"], name="import_row_by_became"),
            models.Index(fields=["agency", "person"], name="import_row_by_person"),
            models.Index(fields=["agency", "lead"], name="import_row_by_lead"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}: {self.became}"


class Shape(AgencyModel):
    """What the columns of a table were taken for when a file of this shape came before: the next one is read alike.

    `key` is a hash of its headers in their order; `fields` says header → field, as chosen.
    """

    key = models.CharField(max_length=64)
    fields = models.JSONField(default=dict)
    holds = models.CharField(max_length=12)
    dayfirst = models.BooleanField(null=True)
    region = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    file = models.CharField(max_length=255)
    at = models.DateTimeField(auto_now=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="shape_once")]

    def __str__(self) -> str:
        return f"{self.file}: {len(self.fields)} columns"


class Captured(AgencyModel):
    """A text as it was typed, and what it became. Understanding can be redone; the text stays."""

    text = models.TextField()
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="+")
    intelligence = AgencyForeignKey["Intelligence | None", "Intelligence | None"](
        Intelligence, null=True, related_name="+"
    )
    understood = models.JSONField(default=dict, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "by", "at"], name="captured_by_member"),
            models.Index(fields=["agency", "lead"], name="captured_by_lead"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
