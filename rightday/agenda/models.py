"""Next steps and intentions."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.agenda import rules
from rightday.people.models import Company, Person
from rightday.team.models import Member


class OffSheet(models.Func):
    """Whether a step is found out from others: a filter that reads as the condition of `step_off_sheet` does.

    SQLite takes a partial index only where its condition is written in the statement, not for a value given later.
    """

    arity = 1
    template = f"%(expressions)s = {rules.Place.OFF_SHEET.value}"
    output_field = models.BooleanField()


class NextStepQuerySet(AgencyQuerySet["NextStep"]):
    def owned_by(self, member: Member) -> Self:
        return self.filter(owner=member)

    def due_by(self, day: date) -> Self:
        return self.filter(due__lte=day)

    def on_sheet(self) -> Self:
        """Calls; not what is found out from others."""
        return self.filter(place__lt=rules.Place.OFF_SHEET.value)

    def off_sheet(self) -> Self:
        """What is found out from others; no calls."""
        return self.filter(OffSheet("place"))


class NextStep(AgencyModel):
    """The one dated thing that happens next on an open record.

    It has no link back: the record points to it, and `of` says which kind of record does. What orders it is
    stored as dates and a few numbers, so that any day's order is a comparison (FIELD_GUIDE 7; `agenda.rules.standing`):

    * `place` is the fixed place on the day: live job order, ordinary, weekly check-in, off the sheet;
    * `urgent_from` to `urgent_until` are the days on which it cannot wait;
    * `rank` is log2(worth × notes) + fact day × `fade`, with the day as an ordinal and `fade` =
      1 / half-life (0 for worth that does not fade). After `holds_until` the `then_` values rule;
    * `weight` multiplies the worth: the later a hiring process failed, the more the call is worth;
    * `chance` is log2 of the chance to answer; until `agreed_until` the agreed chance counts.

    `earliest`, `latest` are local times at the person's place (`zone`), None where open.
    `tries` counts calls without an answer in a row; `version` is the compare-and-set of edits.
    """

    owner = AgencyForeignKey(Member, related_name="+")
    person = AgencyForeignKey(Person, related_name="+")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    of = models.CharField(max_length=12, choices=rules.OF_CHOICES, default=rules.Of.LEAD.value)
    kind = models.CharField(max_length=24, choices=rules.KIND_CHOICES)
    subject = models.CharField(max_length=200, blank=True)
    objective = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300)
    reason = models.CharField(max_length=24, choices=rules.REASON_CHOICES)
    fact_on = models.DateField()
    due = models.DateField()
    earliest = models.TimeField(null=True)
    latest = models.TimeField(null=True)
    zone = models.CharField(max_length=64)
    agreed = models.BooleanField(default=False)
    agreed_until = models.DateField(null=True)
    urgent_from = models.DateField(null=True)
    urgent_until = models.DateField(null=True)
    place = models.PositiveSmallIntegerField(default=rules.Place.ORDINARY.value)
    holds_until = models.DateField(null=True)
    rank = models.FloatField(default=0)
    fade = models.FloatField(default=0)
    weight = models.FloatField(default=1)
    then_reason = models.CharField(max_length=24, blank=True)
    then_rank = models.FloatField(default=0)
    then_fade = models.FloatField(default=0)
    chance = models.FloatField(default=0)
    introduced = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager.from_queryset(NextStepQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            # Covers the whole ordering of Today: no row is visited but those shown.
            models.Index(
                fields=[
                    "agency", "owner", "due", "place", "urgent_from", "urgent_until", "agreed_until",
                    "holds_until", "rank", "fade", "then_rank", "then_fade", "chance",
                    "zone", "earliest", "latest", "person", "id",
                ],
                name="step_sheet",
            ),
            models.Index(fields=["agency", "person"], name="step_by_person"),
            # Lists of leads: by the day of the next step, of everybody, of one kind, or agreed.
            models.Index(fields=["agency", "due", "id"], name="step_by_due"),
            models.Index(fields=["agency", "kind", "due", "id"], name="step_by_kind"),
            models.Index(fields=["agency", "due", "id"], name="step_agreed", condition=models.Q(agreed=True)),
            # What a member finds out from others: few rows, and beside every Today.
            models.Index(
                fields=["agency", "owner", "due", "id"], name="step_off_sheet",
                condition=models.Q(place=rules.Place.OFF_SHEET.value),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.due}"


class Intention(AgencyModel):
    """What a member wants from a day, in their own words."""

    member = AgencyForeignKey(Member, related_name="+")
    day = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "member", "day"], name="intention_once")]

    def __str__(self) -> str:
        return self.words


class IntendedOutcome(AgencyModel):
    """So many results of one kind, meant for the day."""

    intention = AgencyForeignKey(Intention, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=24, choices=rules.ACHIEVEMENT_CHOICES)
    count = models.PositiveSmallIntegerField()
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agency", "intention", "kind"], name="intended_once"),
            models.CheckConstraint(name="intended_some", condition=models.Q(count__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.kind}"
